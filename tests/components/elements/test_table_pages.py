"""The page of a long table: which rows in which order, and which pages have a link."""

from types import SimpleNamespace

import pandas as pd
import pytest

from components.elements import table_pages
from components.elements.html_table import GAP, html_table
from components.elements.record_table import long_record_table, number_column, text_column
from components.elements.table_pages import MOST_LINKS, NEAR, ROWS, TablePage, table_page
from data.selection.record_kinds import EVENT
from data.view.settings import Settings

NUMBERS = pd.Series(range(1000), dtype="Int64")


def view(**settings):
    return SimpleNamespace(settings=Settings(**settings))


def page_of(count=1000, **settings):
    return table_page(view(**settings), ["a"], count, lambda _name: NUMBERS)


def test_a_page_has_fifty_rows_and_the_last_what_is_left():
    assert list(page_of(page="2").places) == list(range(ROWS, 2 * ROWS))
    assert len(page_of(120, page="3").places) == 20


def test_all_rows_are_sorted_and_not_those_of_the_page():
    assert list(page_of(sort="-a").places[:2]) == [999, 998]
    assert list(page_of(sort="-a", page="20").places)[-1] == 0


@pytest.mark.parametrize("settings", [{"page": "99"}, {"sort": "b"}])
def test_what_the_table_does_not_have_is_ignored_and_said(settings):
    page = page_of(**settings)
    assert list(page.places[:2]) == [0, 1]
    assert page.ignored(view(**settings)) == tuple(f"{name}={value}" for name, value in settings.items())


def test_a_table_that_no_address_turns_ignores_nothing():
    assert TablePage(range(3)).ignored(view(page="7", sort="b")) == ()


def numbers_of_links(monkeypatch, page):
    monkeypatch.setattr(table_pages, "address_here", lambda _view, page: f"?page={page}")
    return page.links(view())


def test_of_many_pages_those_far_away_have_no_link_and_a_gap_in_their_place(monkeypatch):
    links = numbers_of_links(monkeypatch, TablePage(range(50), 500, 2000))
    assert [link.number for link in links] == [1, *range(500 - NEAR, 500 + NEAR + 1), 2000]
    assert html_table("", [], [], links).count(GAP) == 2


def test_few_pages_all_have_a_link(monkeypatch):
    links = numbers_of_links(monkeypatch, TablePage(range(50), 1, MOST_LINKS))
    assert [link.number for link in links] == list(range(1, MOST_LINKS + 1))
    assert GAP not in html_table("", [], [], links)


def test_a_long_table_works_out_its_columns_for_the_rows_that_it_shows(monkeypatch):
    worked_out = []

    def column(rows, name):
        worked_out.append((name, len(rows)))
        return number_column(name, name, rows.a) if name == "a" else text_column(name, name, rows.b)

    rows = pd.DataFrame({"a": NUMBERS, "b": NUMBERS.astype("str"), "event_id": ""})
    for module in ("components.elements.table_pages", "components.elements.record_table"):
        monkeypatch.setattr(f"{module}.address_here", lambda _view, **changed: "?")
    table = long_record_table(view(sort="-a"), EVENT, rows, ["b", "a"], column, caption="All", key="k", order="")
    assert worked_out == [("a", 1000), ("b", ROWS), ("a", ROWS)]
    assert table.html.index(">999<") < table.html.index(">998<")
