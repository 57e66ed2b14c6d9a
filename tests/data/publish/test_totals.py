"""Totals count what may be counted: parts of a larger event are rows and in no sum."""

import io
import json

import openpyxl

from data.publish.export import excel_of, json_of, with_labels
from data.publish.totals import names_of_totals, total_lines, totals, totals_text
from data.timeline.toll import toll_at_sea
from tests.factory import make_events, shipped

WHOLE = {"event_id": "2026-01-03-whole", "killed_low": 70, "killed_high": 80}
PART = {"event_id": "2026-01-03-part", "part_of": "2026-01-03-whole", "killed_low": 30, "killed_high": 40}


def test_a_part_of_a_larger_event_is_a_row_and_in_no_sum():
    sums = totals("events", make_events(WHOLE, PART))
    assert (sums["rows"], sums["killed_low"], sums["killed_high"]) == (2, 70, 80)


def test_strikes_at_sea_are_those_of_the_toll():
    events = shipped()["events"]
    assert totals("events", events)["strikes"] == toll_at_sea(events).strikes
    assert tuple(totals("events", events)) == names_of_totals("events")


def test_rows_of_other_tables_are_counted_alone():
    assert totals("ships", shipped()["ships"]) == {"rows": len(shipped()["ships"])}
    assert names_of_totals("ships") == ("rows",)


def test_totals_in_words_leave_out_sums_of_nothing():
    assert totals_text(totals("events", make_events({"killed_low": 2, "killed_high": 3}))) == "1 event; 2 to 3 killed"
    assert totals_text(totals("events", make_events({"killed_low": None, "killed_high": None}))) == "1 event"


def test_a_workbook_and_a_json_hold_the_totals_and_readable_values_beside_codes():
    events = make_events(WHOLE, PART)
    sums, about = totals("events", events), {"title": "Events", "retrieved": "2026-11-25"}
    labelled = with_labels(shipped(), "events", events)
    book = openpyxl.load_workbook(io.BytesIO(excel_of(labelled, {**about, **total_lines(sums)})))
    assert dict(book["About"].iter_rows(values_only=True))["Total killed high"] == "80"
    headings = [head.value for head in book["Rows"][1]]
    place = headings.index("event_type_label")
    assert headings[place - 1] == "event_type"
    assert book["Rows"][2][place].value == shipped().choices("events", "event_type")[events.event_type.iloc[0]]
    assert "title_label" not in headings
    assert json.loads(json_of(events, {**about, "totals": sums}))["totals"] == sums
