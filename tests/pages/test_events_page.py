"""The table of events: what its address asks for is shown, sorted, fifty rows a page; each row leads to a record."""

import re

import pytest

from data.events.columns import SHOWN, choosable
from data.events.facets import with_corroboration
from data.selection.filters import Filters
from tests.factory import shipped
from tests.pages.test_matrix import opened, visible_text
from tests.shown import as_shown, shown_tables

EVENTS = shipped()["events"]


def table(query):
    """The table of events at that address."""
    app = opened("events", query)
    assert not app.exception
    return shown_tables(app)[0]


def ids(shown):
    """The events to whose records the rows lead."""
    return [re.search(r"event=([a-z0-9-]+)", address)[1] for address in shown.addresses]


def test_one_grade_is_shown_and_its_share_of_the_view_is_said():
    one = with_corroboration(shipped(), EVENTS, "one")
    shown = table({"grade": ["one"]})
    assert shown.caption == f"Known from one origin: {len(one)} of {len(EVENTS)} events"
    assert sorted(ids(shown)) == sorted(one.event_id)


def test_the_chosen_columns_are_shown_in_their_order():
    headings = choosable(shipped())
    assert list(table({"columns": ["title.date.grade"]}).rows) == [
        headings[name] for name in ("title", "date", "grade")
    ]


def test_killed_and_score_stand_there_where_the_view_holds_deaths_and_acts():
    headings = [choosable(shipped())[name] for name in SHOWN]
    assert list(table({}).rows) == headings
    statements = table({"type": ["statement"]})
    assert "Killed" not in statements.rows


def test_while_words_are_set_those_in_the_title_come_first_and_a_column_says_where_they_stand():
    app = opened("events", {"q": ["tocoron"]})
    assert "Events with your words in the title come first" in visible_text(app)
    shown = shown_tables(app)[0]
    titles = EVENTS.set_index("event_id").title
    in_title = ["Tocorón" in titles[event_id] for event_id in ids(shown)]
    assert in_title == sorted(in_title, reverse=True)
    assert 0 < sum(in_title) < len(in_title)
    assert "Found in" in shown.rows


def test_without_words_no_column_says_where_they_stand():
    app = opened("events", {})
    assert "Found in" not in shown_tables(app)[0].rows
    assert "Events with your words" not in visible_text(app)


def test_an_unknown_column_or_grade_is_ignored_in_one_line():
    app = opened("events", {"columns": ["title.nope"], "grade": ["best"]})
    assert not app.exception
    assert "columns=title.nope" in visible_text(app)
    assert "grade=best" in visible_text(app)
    assert shown_tables(app)[0].caption == f"{len(EVENTS)} events: 1 to 50"


def test_every_event_stands_on_one_page_newest_first():
    pages = range(1, -(-len(EVENTS) // 50) + 1)
    shown = [event for page in pages for event in ids(table({"page": [str(page)]}))]
    assert shown == list(EVENTS.sort_values("date", ascending=False, kind="stable").event_id)


def test_a_heading_sorts_and_the_address_keeps_the_order():
    shown = table({"sort": ["-killed"]})
    deadliest = EVENTS.sort_values("killed_high", ascending=False, kind="stable").iloc[0]
    assert ids(shown)[0] == deadliest.event_id
    assert "sort=killed" in shown.headings["Killed"]
    assert "sort" not in shown.headings["Date"]
    assert "sort=-killed" in shown.pages["2"]


def test_rows_whose_value_is_not_known_come_last_in_either_order():
    for order in ("killed", "-killed"):
        assert table({"sort": [order]}).rows["Killed"].iloc[0] != "–"


@pytest.mark.parametrize(
    ("query", "ignored"),
    [
        ({"page": ["99"]}, "page=99"),
        ({"page": ["0"]}, "page=0"),
        ({"page": ["-1"]}, "page=-1"),
        ({"page": ["x"]}, "page=x"),
        ({"page": ["9" * 5000]}, "page=9"),
        ({"page": ["2", "3"]}, "page=3"),
        ({"sort": ["nope"]}, "sort=nope"),
        ({"sort": ["date;drop"]}, "sort=date;drop"),
        ({"page": ["2"], "section": ["counts"]}, "page=2"),
    ],
    ids=lambda value: str(value)[:40],
)
def test_a_page_or_an_order_that_there_is_not_is_ignored_in_one_line(query, ignored):
    app = opened("events", query)
    assert not app.exception
    lines = [caption.value for caption in app.caption if "Ignored in the address" in caption.value]
    assert len(lines) == 1
    assert ignored in lines[0].replace("\\", "").replace(":color{}", "")


def test_a_record_opens_over_the_page_of_the_table_on_which_it_stands():
    shown = table({"page": ["2"], "sort": ["-killed"], "q": ["strike"]})
    assert all(part in shown.addresses[0] for part in ("page=2", "sort=-killed", "q=strike", "event="))


def test_the_totals_stand_under_the_table():
    strikes = Filters.from_query({"type": ["vessel_strike"]}, shipped())[0].keep(shipped())
    killed = strikes[strikes.part_of == ""]
    low, high = killed.killed_low.sum(), killed.killed_high.sum()
    app = opened("events", {"type": ["vessel_strike"]})
    text = as_shown(*(block.value for block in app.markdown))
    assert f"{len(strikes)} events; {low} to {high} killed" in text


def test_a_facet_links_to_its_filter():
    app = opened("events", {"section": ["counts"], "side": ["US"], "grade": ["one"]})
    text = "\n".join(item.value for item in app.markdown)
    assert "(events?side=US&grade=one&month=2025-09)" in text


def test_the_dead_by_month_are_a_picture_where_anybody_was_killed():
    headings = [heading.value for heading in opened("events", {"section": ["counts"]}).subheader]
    assert any("killed" in heading for heading in headings)
    quiet = opened("events", {"section": ["counts"], "type": ["statement"]})
    assert not any("killed" in heading.value for heading in quiet.subheader)


def test_a_list_of_changes_begins_with_what_it_holds_none_of():
    text = visible_text(opened("events", {"as_of": ["2026-11-30"], "since": ["2026-11-24"]}))
    assert "No event, person, target, ship or source was added or corrected." in text
