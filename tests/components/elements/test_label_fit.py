"""Labels fit by about how wide they are, and where they share no ground."""

import pytest

from components.elements.label_fit import LETTER, MAP_LETTER, overlap, width_of


@pytest.mark.parametrize(
    ("one", "other", "gap", "share"),
    [
        ((0, 10), (5, 15), 0, True),
        ((0, 10), (2, 4), 0, True),
        ((0, 10), (10, 20), 0, False),
        ((0, 10), (12, 20), 2, False),
        ((0, 10), (12, 20), 3, True),
    ],
)
def test_two_stretches_share_ground_or_lie_too_near_whichever_comes_first(one, other, gap, share):
    assert overlap(one, other, gap) is overlap(other, one, gap) is share


@pytest.mark.parametrize("letter", [LETTER, MAP_LETTER])
def test_a_longer_text_is_wider_and_no_text_takes_no_room(letter):
    for size in letter:
        assert width_of("", size, letter) == 0 < width_of("a", size, letter) < width_of("aa", size, letter)


def test_letters_of_a_larger_size_are_wider():
    assert [LETTER[size] for size in sorted(LETTER)] == sorted(set(LETTER.values()))
