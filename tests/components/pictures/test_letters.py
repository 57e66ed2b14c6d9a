"""Texts are measured, wrapped and read in the small HTML of pictures."""

import pytest

from components.pictures.axes import Axis
from components.pictures.letters import Line, lines_of, text_width, wrapped


def test_a_text_is_as_wide_as_its_letters_and_grows_with_the_size():
    assert text_width("ii", 10) == pytest.approx(2 * text_width("i", 10))
    assert text_width("Caracas", 20) == pytest.approx(2 * text_width("Caracas", 10))
    assert text_width("Caracas", 20, is_bold=True) > text_width("Caracas", 20)


def test_lines_are_no_wider_than_the_room_and_the_last_one_says_that_more_would_follow():
    text = "The crisis came to a head in January 2026 " * 5
    lines = wrapped(text, 12, 200, 3)
    assert len(lines) == 3
    assert all(text_width(line, 12) <= 200 for line in lines)
    assert lines[-1].endswith("…")
    assert wrapped("Short.", 12, 200, 3) == ["Short."]


@pytest.mark.parametrize("text", ["x" * 5000, "漢" * 200, "عربي " * 40, "\u202eabc", ""])
def test_long_words_and_other_scripts_keep_to_the_room(text):
    assert all(text_width(line, 12) <= 200 for line in wrapped(text, 12, 200, 3))


def test_a_break_ends_a_line_and_bold_goes_on_until_it_ends():
    assert lines_of("<b>US citizen<br>(19)</b><br>A &amp; B") == [
        Line("US citizen", True),
        Line("(19)", True),
        Line("A & B", False),
    ]


@pytest.mark.parametrize(
    ("ends", "pixels", "names"),
    [
        (("2025-01-01", "2025-06-30"), 800, ["Jan\n2025", "Feb", "Mar", "Apr", "May", "Jun"]),
        (("2024-11-15", "2026-02-10"), 400, ["Jan\n2025", "Apr", "Jul", "Oct", "Jan\n2026"]),
        (("2026-01-03", "2026-01-06"), 800, ["3 Jan\n2026", "4 Jan", "5 Jan", "6 Jan"]),
    ],
)
def test_an_axis_of_time_names_months_or_days_and_each_year_once(ends, pixels, names):
    axis = Axis("x", {"range": ends}, is_date=True)
    assert [tick.name for tick in axis.ticks(pixels)] == names
