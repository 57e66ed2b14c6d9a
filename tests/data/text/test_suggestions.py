"""A near miss gets a suggestion, and what is only a little alike gets none."""

import pytest

from data.text.spellings import as_declared
from data.text.suggestions import as_pattern, nearest
from tests.factory import shipped

TYPES = ("vessel_strike", "land_strike", "statement", "sanctions", "release", "detention", "diplomacy", "domestic")


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("vessel_strke", "vessel_strike"),
        ("Vessel Strike", "vessel_strike"),
        ("“statement”", "statement"),
        ("statment", "statement"),
        (" release", "release"),
        ("realese", "release"),
        ("dipolmacy", "diplomacy"),
        ("strike", None),
        ("election", None),
        ("state", None),
        ("sure", None),
        ("", None),
    ],
)
def test_only_what_is_near_is_suggested(typed, meant):
    assert nearest(typed, TYPES) == meant


def test_the_zero_that_a_spreadsheet_took_is_found_again():
    assert nearest("42", ["042", "420", "43"]) == "042"


def test_two_events_of_one_day_are_not_taken_for_each_other():
    assert nearest("2025-09-02-first-strike", ["2025-09-02-maduro-speech", "2025-09-02-house-vote"]) is None
    assert nearest("2025-09-02-first-strke", ["2025-09-02-first-strike"]) == "2025-09-02-first-strike"


def test_a_word_that_is_known_is_never_suggested_for_itself():
    for event_type in shipped()["event_types"].event_type:
        assert nearest(event_type, [event_type]) is None


@pytest.mark.parametrize(
    ("kind", "text", "words"),
    [
        ("date", "24/12/2025", "write 2025-12-24"),
        ("date", "12/24/2025", "write 2025-12-24"),
        ("date", "03/04/2025", "write 2025-04-03 or 2025-03-04"),
        ("date", "24.12.25", "write 2025-12-24"),
        ("date", "2025/1/5", "write 2025-01-05"),
        ("date", "Dec 24, 2025", "write 2025-12-24"),
        ("date", "45650", "write 2024-12-24"),
        ("date", "2025-12-24 00:00:00", "write 2025-12-24"),
        ("date", " 2025-12-24", "write 2025-12-24"),
        ("date", "2025-02-30", "2025-02-28 is the last day of that month"),
        ("date", "soon", ""),
        ("number", "10,5", "write 10.5"),
        ("number", "1.234,5", "write 1234.5"),
        ("number", "1,234", "write 1234 or 1.234"),
        ("number", "−66.9", "write -66.9"),
        ("number", "9.3E+06", "a spreadsheet has shortened it, so take all its digits from the source"),
        ("number", "many", ""),
        ("integer", "2.0", "write 2"),
        ("integer", "1 000", "write 1000"),
        ("integer", "2.5", ""),
    ],
)
def test_a_date_or_number_of_another_form_is_told_as_it_must_be_written(kind, text, words):
    assert as_declared(kind, text) == words


@pytest.mark.parametrize(
    ("pattern", "text", "words"),
    [
        (r"^[A-Z]{2}$", "ve", 'write "VE"'),
        (r"^[a-z0-9]+(-[a-z0-9]+)*$", "Tocorón raid", 'write "tocoron-raid"'),
        (r"^https?://\S+$", "www.example.org", 'write "https://www.example.org"'),
        (r"^\d+$", "12,345", 'write "12345"'),
        (r"^\d{7}$", "93046", ""),
    ],
)
def test_a_text_that_misses_its_pattern_by_its_form_is_told_as_it_would_match(pattern, text, words):
    assert as_pattern(pattern, text) == words
