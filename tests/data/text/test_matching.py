"""Words as readers type them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.text.formats import counted
from data.text.matching import LONGEST, folded, typed_words


@given(st.text(max_size=400))
def test_typed_words_are_one_clean_line_and_stay_so(text):
    clean = typed_words(text)
    assert len(clean) <= LONGEST
    assert clean == typed_words(clean)
    assert "\n" not in clean
    assert "\x00" not in clean


def test_accents_and_case_do_not_matter():
    assert folded("Tocorón") == folded("TOCORON")
    assert folded("Ñandú") == folded("nandu")


@pytest.mark.parametrize(
    ("number", "noun", "text"),
    [(0, "event", "0 events"), (1, "event", "1 event"), (3, "event", "3 events"), (1250, "row", "1,250 rows")],
)
def test_a_number_agrees_with_its_noun(number, noun, text):
    assert counted(number, noun) == text


def test_a_noun_that_does_not_take_an_s_is_given_with_its_plural():
    assert [counted(number, "person", "people") for number in (1, 2)] == ["1 person", "2 people"]
