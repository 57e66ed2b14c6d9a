"""What a reader's browser saves is whole and of the view on screen."""

import io
from pathlib import Path

import frictionless
import openpyxl
import orjson
import pandas as pd
import pyarrow.parquet as pq

from data.selection.filters import Filters
from tests.factory import shipped

VIEW = "/events?side=US&month=2025-12"
PACKAGE = "Download the whole data package (zip)"
READ = {
    "CSV": lambda saved: list(pd.read_csv(io.BytesIO(saved), dtype=str).event_id),
    "Excel": lambda saved: [row[0] for row in openpyxl.load_workbook(io.BytesIO(saved))["Rows"].values][1:],
    "JSON": lambda saved: [row["event_id"] for row in orjson.loads(saved)["rows"]],
    "GeoJSON": lambda saved: [feature["id"] for feature in orjson.loads(saved)["features"]],
    "Parquet": lambda saved: pq.read_table(io.BytesIO(saved))["event_id"].to_pylist(),
}


def saved(opened, label):
    """The bytes that the button with that label saves, and the name of their file."""
    with opened.page.expect_download() as started:
        opened.page.get_by_role("button", name=label, exact=True).click()
    return Path(started.value.path()).read_bytes(), started.value.suggested_filename


def test_every_format_holds_the_events_of_the_view(open_page):
    opened = open_page(VIEW)
    events = Filters.from_query({"side": ["US"], "month": ["2025-12"]}, shipped())[0].keep(shipped())
    for name, read in READ.items():
        content, file = saved(opened, f"Download {len(events)} events, {name}")
        assert read(content) == list(events.event_id)
        assert file.startswith("events_us_2025-12_release-")


def test_the_package_that_is_saved_is_valid(open_page, tmp_path):
    content, name = saved(open_page("/about?section=releases"), PACKAGE)
    assert shipped().release in name
    (tmp_path / name).write_bytes(content)
    assert frictionless.Package(str(tmp_path / name)).validate().valid
