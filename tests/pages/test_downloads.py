"""What the Events page offers to download is what it shows, and every format of it is made without an error."""

import io

import pandas as pd
import pytest

from components.elements.data_table import labelled
from components.view.downloads import FORMATS
from data.events.facets import with_corroboration
from data.package.package import typed
from data.publish.export import csv_of
from data.selection.filters import Filters
from data.text.formulas import unguarded
from tests.factory import shipped
from tests.pages.test_matrix import opened, visible_text

QUERY = {"side": ["US"], "month": ["2025-12..2026-01"]}


def offered(app):
    """The buttons of the page that download something, by the words on them."""
    return {button.proto.label: button for button in app.get("download_button")}


def test_events_offers_the_view_in_every_format():
    assert offered(opened("events", QUERY)).keys() >= FORMATS.keys()


@pytest.mark.parametrize("query", [QUERY, {"q": ["tocoron"]}], ids=["side and months", "words"])
def test_the_csv_of_a_view_is_the_table_on_screen(query):
    shown = opened("events", query).dataframe[0].value
    view = Filters.from_query(query, shipped())[0].keep(shipped())
    texts = pd.read_csv(io.BytesIO(csv_of(view)), dtype=str, keep_default_na=False).map(unguarded)
    read = labelled(shipped(), "events", typed(shipped().descriptor.table("events"), texts))
    columns = [name for name in shown.columns if name in read.columns]
    assert len(columns) > 5

    def text(rows):
        return sorted(tuple(map(str, row)) for row in rows[columns].astype("str").itertuples(index=False))

    assert text(read) == text(shown)


def test_files_hold_the_grade_that_the_table_shows_and_say_so():
    one = with_corroboration(shipped(), shipped()["events"], "one")
    app = opened("events", {"grade": ["one"]})
    assert f"**All columns of {len(one):,} rows:**" in [item.value for item in app.markdown]
    assert f"known from: {shipped().labels('grades', 'grade')['one'].lower()} (page “Events”)" in visible_text(app)


def test_about_offers_the_whole_package():
    assert "Download the whole data package (zip)" in offered(opened("about", {"section": ["releases"]}))
