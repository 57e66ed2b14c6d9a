"""The pictures of custody show every person and every count, and join nothing that the sources leave apart."""

from itertools import pairwise

import pandas as pd
import pytest

from components.custody_chart import band_figure, life_course_figure, prisoner_figure
from components.theme import INKS, Theme

GROUPS = {"citizen": "Citizen", "other": "Other & others"}
COLOUR = "#5F9988"
THEME = Theme("light", INKS["light"], {}, {}, {})
SINCE = pd.Timestamp("2025-01-20")


def make_courses(*rows):
    """Life courses as `data.custody.life_courses` gives them, each with all its days and both ends known."""
    plain = {
        "name": "A person",
        "category": "citizen",
        "known_from": "2025-03-01",
        "sure_from": "2025-03-31",
        "sure_until": "2025-07-17",
        "known_until": "2025-07-18",
        "free_by": "2025-07-18",
        "released_on": "2025-07-18",
        "open_start": False,
        "open_end": False,
        "hover": "Detained",
    }
    courses = pd.DataFrame([{"person_id": f"p{place}", **plain, **row} for place, row in enumerate(rows)])
    days = ("known_from", "sure_from", "sure_until", "known_until", "free_by", "released_on")
    return courses.astype(dict.fromkeys(days, "datetime64[s]"))


def make_counts(*rows):
    """Published counts: (day, count, of which foreign, organisation)."""
    counts = pd.DataFrame(rows, columns=["as_of", "count", "of_which_foreign", "organisation"])
    return counts.astype({"as_of": "datetime64[s]", "count": "Int64", "of_which_foreign": "Int64"}).assign(
        publisher="A paper"
    )


def drawn(courses, chosen=None):
    return life_course_figure(courses, GROUPS, since=SINCE, chosen=chosen, colour=COLOUR, theme=THEME)


def persons(figure, name):
    """The ids of the people that the trace called `name` marks."""
    trace = next(trace for trace in figure.data if trace.name == name)
    return [about[0] for about in trace.customdata]


def test_every_person_has_a_bar_and_a_label():
    figure = drawn(make_courses({"name": "Ana"}, {"name": "Luis", "category": "other"}))
    assert persons(figure, "May have been held") == ["p0", "p1"]
    assert {"Ana", "Luis"} <= set(figure.layout.yaxis.ticktext)


def test_every_group_has_a_heading_with_its_number_and_empty_groups_have_none():
    both = drawn(make_courses({}, {}, {"category": "other"})).layout.yaxis.ticktext
    assert list(both[:2]) == ["<b>Citizen (2)</b>", "<b>Other &amp; others (1)</b>"]
    assert len(drawn(make_courses({})).layout.yaxis.ticktext) == 2


def test_a_bar_begins_and_ends_on_the_days_that_the_course_names():
    bar = next(trace for trace in drawn(make_courses({})).data if trace.name == "Surely held")
    assert pd.Timestamp(bar.base[0]) == pd.Timestamp("2025-03-31")
    assert bar.x[0] == pd.Timedelta(days=108).total_seconds() * 1000


def test_a_person_never_surely_held_has_no_solid_bar():
    figure = drawn(make_courses({"sure_from": None, "sure_until": None}, {}))
    assert persons(figure, "Surely held") == ["p1"]


def test_open_ends_carry_a_mark():
    figure = drawn(make_courses({"open_start": True}, {"open_end": True, "free_by": None, "released_on": None}))
    assert persons(figure, "Start not known") == ["p0"]
    assert persons(figure, "End not known") == ["p1"]
    assert persons(figure, "Free") == ["p0"]


def test_a_release_whose_day_is_not_known_is_told_apart():
    figure = drawn(make_courses({}, {"released_on": None}))
    assert persons(figure, "Free") == ["p0"]
    assert persons(figure, "Free, day not known") == ["p1"]


def test_a_bar_that_begins_before_the_axis_carries_a_mark_and_starts_at_the_axis():
    figure = drawn(make_courses({"known_from": "2018-10-01", "sure_from": "2018-10-31"}, {}))
    assert persons(figure, "Held since earlier") == ["p0"]
    bar = next(trace for trace in figure.data if trace.name == "Surely held")
    assert pd.Timestamp(bar.base[0]) >= pd.Timestamp(figure.layout.xaxis.range[0])


def test_marks_that_nobody_has_stay_out_of_the_legend():
    named = {trace.name for trace in drawn(make_courses({})).data if trace.showlegend is not False}
    assert named == {"May have been held", "Surely held", "Free"}


def test_rows_do_not_overlap_and_the_picture_grows_with_them():
    short, tall = drawn(make_courses({})), drawn(make_courses({}, {"name": "A very long neutral label (1 of 3)"}, {}))
    rows = sorted(tall.layout.yaxis.tickvals)
    assert min(later - row for row, later in pairwise(rows)) >= 20
    assert tall.layout.height > short.layout.height


def test_names_are_wrapped_and_read_as_text():
    label = drawn(make_courses({"name": "Somebody <b>bold</b>, unnamed (2 of 3)"})).layout.yaxis.ticktext[1]
    assert "<b>" not in label
    assert label.endswith("<br>(2 of 3)")


def test_the_chosen_months_are_shaded():
    days = (pd.Timestamp("2025-03-01"), pd.Timestamp("2025-03-31"))
    assert not drawn(make_courses({})).layout.shapes
    assert pd.Timestamp(drawn(make_courses({}), days).layout.shapes[0].x0) == days[0]


def test_the_band_steps_through_its_days_to_the_last():
    band = pd.DataFrame({"day": pd.to_datetime(["2025-01-20", "2025-01-31"]), "low": [13, 11], "high": [19, 13]})
    low, high = band_figure(band, pd.Timestamp("2025-02-28"), colour=COLOUR, theme=THEME).data
    assert list(low.y) == [13, 11, 11]
    assert list(high.y) == [19, 13, 13]
    assert pd.Timestamp(high.x[-1]) == pd.Timestamp("2025-02-28")
    assert {low.line.shape, high.line.shape} == {"hv"}


TITLES = {"count": "All", "of_which_foreign": "Foreign"}


@pytest.mark.parametrize(("later", "joined"), [("2025-03-17", True), ("2025-03-18", False)])
def test_counts_more_than_45_days_apart_are_not_joined(later, joined):
    counts = make_counts(("2025-01-31", 900, 50, "A"), (later, 800, None, "A"))
    line = prisoner_figure(counts, {"count": "All"}, colour=COLOUR, theme=THEME).data[0]
    assert (len(line.y) == 2) == joined
    assert not line.connectgaps


def test_each_organisation_has_its_own_line_and_symbol():
    counts = make_counts(("2025-02-01", 900, 50, "A"), ("2025-02-11", 890, 51, "A"), ("2025-02-05", 1000, None, "B"))
    lines = prisoner_figure(counts, {"count": "All"}, colour=COLOUR, theme=THEME).data
    assert [line.name for line in lines] == ["A", "B"]
    assert lines[0].marker.symbol != lines[1].marker.symbol
    assert [list(line.y) for line in lines] == [[900, 890], [1000]]


def test_a_count_without_foreigners_is_missing_from_their_row_and_not_zero():
    counts = make_counts(("2025-02-01", 900, 50, "A"), ("2025-02-11", 890, None, "A"))
    figure = prisoner_figure(counts, TITLES, colour=COLOUR, theme=THEME)
    assert [list(trace.y) for trace in figure.data] == [[900, 890], [50]]
