"""Labels that fit: none touches another, none leaves the picture, and whoever does not fit is a number or nothing."""

from itertools import combinations

from hypothesis import given, settings
from hypothesis import strategies as st

from components.elements.label_fit import width_of
from components.timeline.label_rows import ABOVE, GAP, LABEL_SIZE, Label, Milestone, fitting

LANES = ("Strike at sea", "Release")


def milestones():
    one = st.builds(
        Milestone,
        number=st.just(0),
        lane=st.sampled_from(LANES),
        words=st.text("abcdefgh ", min_size=3, max_size=32),
        across=st.floats(0, 1),
    )
    return st.lists(one, max_size=25).map(
        lambda made: [Milestone(number, item.lane, item.words, item.across) for number, item in enumerate(made, 1)]
    )


def stretch(label: Label, milestone: Milestone, width: float) -> tuple[float, float]:
    """From where to where a label reaches, in pixels."""
    at, long = milestone.across * width, width_of(label.text, LABEL_SIZE)
    return (at, at + long) if label.anchor == "left" else (at - long, at)


@settings(max_examples=150, deadline=None)
@given(milestones(), st.sampled_from([264, 604, 1224]))
def test_labels_never_touch_each_other_or_leave_the_picture(made, width):
    by_number = {milestone.number: milestone for milestone in made}
    placed = [(label, by_number[label.number]) for label in fitting(made, LANES, width)]
    for label, milestone in placed:
        start, end = stretch(label, milestone, width)
        assert start >= -GAP
        assert end <= width + GAP
        if label.row == ABOVE:
            assert start > width_of(milestone.lane, LABEL_SIZE)
    for (one, first), (other, second) in combinations(placed, 2):
        if (first.lane, one.row) == (second.lane, other.row):
            left, right = sorted([stretch(one, first, width), stretch(other, second, width)])
            assert left[1] <= right[0]


@settings(max_examples=100, deadline=None)
@given(milestones())
def test_a_label_is_the_milestone_s_words_or_its_number_and_comes_once(made):
    labels = fitting(made, LANES, 400)
    words = {milestone.number: milestone.words for milestone in made}
    assert len({label.number for label in labels}) == len(labels)
    assert all(label.text in (words[label.number], str(label.number)) for label in labels)


def test_the_first_of_two_that_would_collide_everywhere_keeps_its_words():
    at = {"lane": LANES[0], "words": "x" * 30, "across": 0.5}
    made = [Milestone(number, **at) for number in (3, 1, 2, 4, 5)]
    text = {label.number: label.text for label in fitting(made, LANES, 420)}
    assert text == {3: "x" * 30, 1: "x" * 30}


def test_a_milestone_whose_words_fit_nowhere_is_given_its_number():
    (label,) = fitting([Milestone(7, LANES[1], "x" * 30, 0.5)], LANES, 120)
    assert label.text == "7"


def test_a_wider_picture_names_no_fewer_milestones():
    made = [Milestone(number, LANES[number % 2], "Twenty letters or so", number / 12) for number in range(1, 12)]
    found = [
        sum(label.text == "Twenty letters or so" for label in fitting(made, LANES, width)) for width in (300, 700, 1500)
    ]
    assert found == sorted(found)
    assert found[-1] == len(made)
