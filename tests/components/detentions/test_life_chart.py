"""The picture of life courses shows every person, and no end that the sources leave open as if it were known."""

from itertools import pairwise

import pandas as pd

from components.detentions.life_chart import custody_span_figure
from components.look.theme import INKS, Theme

GROUPS = {"citizen": "Citizen", "other": "Other & others"}
COLOUR = "#589786"
THEME = Theme("light", INKS["light"], {}, {}, {}, {})
SINCE = pd.Timestamp("2025-01-20")


def make_spans(*rows):
    """Life courses as `data.detentions.custody.custody_spans` gives them, each with all its days and both ends
    known."""
    usual = {
        "name": "A person",
        "category": "citizen",
        "known_from": "2025-03-01",
        "sure_from": "2025-03-31",
        "sure_until": "2025-07-17",
        "known_until": "2025-07-18",
        "free_by": "2025-07-18",
        "released_on": "2025-07-18",
        "released_precision": "day",
        "open_start": False,
        "open_end": False,
        "who": "A person",
        "hover": "A person, detained",
    }
    spans = pd.DataFrame([{"person_id": f"p{place}", **usual, **row} for place, row in enumerate(rows)])
    days = ("known_from", "sure_from", "sure_until", "known_until", "free_by", "released_on")
    return spans.astype(dict.fromkeys(days, "datetime64[s]"))


def make_marks(*days):
    return pd.DataFrame({"date": pd.to_datetime(list(days)), "title": [f"Release <{day}>" for day in days]})


def drawn(spans, chosen=None, marks=()):
    days = make_marks(*marks)
    return custody_span_figure(spans, GROUPS, since=SINCE, chosen=chosen, marks=days, colour=COLOUR, theme=THEME)


def persons(figure, name):
    """The ids of the people that the trace called `name` marks."""
    trace = next(trace for trace in figure.data if trace.name == name)
    return [about[0] for about in trace.customdata]


def test_every_person_has_a_bar_and_a_label():
    figure = drawn(make_spans({"name": "Ana"}, {"name": "Luis", "category": "other"}))
    assert persons(figure, "May have been held") == ["p0", "p1"]
    assert {"Ana", "Luis"} <= set(figure.layout.yaxis.ticktext)


def test_what_is_known_of_a_person_is_sent_once_and_stands_at_a_mark_only_where_there_is_no_bar():
    figure = drawn(make_spans({}, {"known_from": "2025-07-18", "sure_from": None, "sure_until": None}))
    texts = {trace.name: [about[1] for about in trace.customdata] for trace in figure.data if trace.hovertemplate}
    assert texts["May have been held"] == ["A person, detained"] * 2
    assert texts["Free"] == ["A person", "A person, detained"]
    assert "Surely held" not in texts


def test_every_group_has_a_heading_with_its_number_and_empty_groups_have_none():
    both = drawn(make_spans({}, {}, {"category": "other"})).layout.yaxis.ticktext
    assert list(both[:2]) == ["<b>Citizen (2)</b>", "<b>Other &amp; others (1)</b>"]
    assert len(drawn(make_spans({})).layout.yaxis.ticktext) == 2


def test_a_bar_begins_and_ends_on_the_days_that_the_course_names():
    bar = next(trace for trace in drawn(make_spans({})).data if trace.name == "Surely held")
    assert pd.Timestamp(bar.base[0]) == pd.Timestamp("2025-03-31")
    assert bar.x[0] == pd.Timedelta(days=108).total_seconds() * 1000


def test_a_person_never_surely_held_has_no_solid_bar():
    figure = drawn(make_spans({"sure_from": None, "sure_until": None}, {}))
    assert persons(figure, "Surely held") == ["p1"]


def test_open_ends_carry_a_mark():
    figure = drawn(make_spans({"open_start": True}, {"open_end": True, "free_by": None, "released_on": None}))
    assert persons(figure, "Start not known") == ["p0"]
    assert persons(figure, "End not known") == ["p1"]
    assert persons(figure, "Free") == ["p0"]


def test_a_release_whose_day_is_not_known_is_told_apart():
    unknown = {"released_on": None, "released_precision": ""}
    figure = drawn(make_spans({}, unknown, {"released_precision": "approx"}))
    assert persons(figure, "Free") == ["p0"]
    assert persons(figure, "Free by then, day not exactly known") == ["p1", "p2"]


def test_a_bar_that_begins_before_the_axis_carries_a_mark_and_starts_at_the_axis():
    figure = drawn(make_spans({"known_from": "2018-10-01", "sure_from": "2018-10-31"}, {}))
    assert persons(figure, "Held since earlier") == ["p0"]
    bar = next(trace for trace in figure.data if trace.name == "Surely held")
    assert pd.Timestamp(bar.base[0]) >= pd.Timestamp(figure.layout.xaxis.range[0])


def test_marks_that_nobody_has_stay_out_of_the_legend():
    found = {trace.name for trace in drawn(make_spans({})).data if trace.showlegend is not False}
    assert found == {"May have been held", "Surely held", "Free"}


def test_rows_do_not_overlap_and_the_picture_grows_with_them():
    short, tall = drawn(make_spans({})), drawn(make_spans({}, {"name": "A very long neutral label (1 of 3)"}, {}))
    rows = sorted(tall.layout.yaxis.tickvals)
    assert min(later - row for row, later in pairwise(rows)) >= 20
    assert tall.layout.height > short.layout.height


def test_names_are_wrapped_and_read_as_text():
    label = drawn(make_spans({"name": "Somebody <b>bold</b>, unnamed (2 of 3)"})).layout.yaxis.ticktext[1]
    assert "<b>" not in label
    assert label.endswith("<br>(2 of 3)")


def test_the_chosen_months_are_shaded():
    days = (pd.Timestamp("2025-03-01"), pd.Timestamp("2025-03-31"))
    assert not drawn(make_spans({})).layout.shapes
    assert pd.Timestamp(drawn(make_spans({}), days).layout.shapes[0].x0) == days[0]


def test_exchanges_are_lines_with_their_dates_where_the_axis_reaches_them():
    figure = drawn(make_spans({}), marks=("2025-07-18", "2031-01-01"))
    assert [pd.Timestamp(shape.x0) for shape in figure.layout.shapes] == [pd.Timestamp("2025-07-18")]
    mark = figure.layout.annotations[0]
    assert mark.text == "18 Jul<br>2025"
    assert mark.hovertext == "Release &lt;2025-07-18&gt;"


def test_a_month_of_which_no_day_is_known_is_pale_over_its_whole_span():
    figure = drawn(make_spans({"known_from": "2025-03-01", "sure_from": "2025-03-31"}))
    may, surely = (
        next(trace for trace in figure.data if trace.name == name) for name in ("May have been held", "Surely held")
    )
    assert pd.Timestamp(may.base[0]) == pd.Timestamp("2025-03-01")
    assert pd.Timestamp(surely.base[0]) == pd.Timestamp("2025-03-31")
    assert may.marker.color != surely.marker.color
