"""What the Events page offers to download is what it shows, and every format of it is made without an error."""

import io

import pandas as pd
import pytest

from components.view.downloads import FORMATS
from data.events.facets import with_corroboration
from data.publish.export import csv_of
from data.selection.filters import Filters
from data.text.formulas import unguarded
from tests.factory import shipped
from tests.pages.test_matrix import opened, visible_text
from tests.shown import shown_table

QUERY = {"side": ["US"], "month": ["2025-12..2026-01"]}


def offered(app):
    """The buttons of the page that download something, by the words on them."""
    return {button.proto.label: button for button in app.get("download_button")}


def test_events_offers_the_view_in_every_format_named_by_what_it_holds():
    count = len(Filters.from_query(QUERY, shipped())[0].keep(shipped()))
    labels = offered(opened("events", QUERY)).keys()
    assert labels >= {f"Download {count} events, {name}" for name in FORMATS}


@pytest.mark.parametrize("page", ["events", "detentions", "sanctions", "timeline", "map", ""])
def test_no_two_downloads_of_a_page_have_one_name(page):
    app = opened(page, {})
    labels = [button.proto.label for button in app.get("download_button")]
    assert len(labels) == len(set(labels))
    assert not app.exception


@pytest.mark.parametrize("query", [QUERY, {"q": ["tocoron"]}], ids=["side and months", "words"])
def test_the_csv_of_a_view_holds_the_events_of_the_table_on_screen(query):
    shown = shown_table(opened("events", query), "event")
    view = Filters.from_query(query, shipped())[0].keep(shipped())
    texts = pd.read_csv(io.BytesIO(csv_of(view)), dtype=str, keep_default_na=False).map(unguarded)
    newest = texts.sort_values("date", ascending=False, kind="stable").head(50)
    assert sorted(newest.title) == sorted(shown.rows["Title"])


def test_files_hold_the_grade_that_the_table_shows_and_say_so():
    one = with_corroboration(shipped(), shipped()["events"], "one")
    app = opened("events", {"grade": ["one"]})
    assert f"Download {len(one)} events, Excel" in offered(app)
    assert f"known from: {shipped().labels('grades', 'grade')['one'].lower()} (page “Events”)" in visible_text(app)


def test_about_offers_the_whole_package():
    assert "Download the whole data package (zip)" in offered(opened("about", {"section": ["releases"]}))
