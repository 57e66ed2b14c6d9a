"""An event's record says until when its licences and its measure run, as it reads on a day."""

import pandas as pd
import pytest

from data.records.event_parts import terms_part
from data.records.record import line_text
from tests.factory import make_rows, package_with, shipped

RENEWED = "2025-12-15-eu-renewal"
LISTED = "status as of 28 September 2026"


def lines(event_id, day, package=None):
    part = terms_part(package or shipped(), event_id, pd.Timestamp(day))
    return [line_text(item) for item in part.items]


@pytest.mark.parametrize(
    ("day", "text"),
    [
        ("2027-01-10", "Runs to 10 January 2027"),
        ("2027-01-11", "Ran to 10 January 2027; a later version is not in our sources"),
    ],
)
def test_a_measure_ages_the_day_after_its_last(day, text):
    assert lines(RENEWED, day) == [text]


def test_each_version_of_a_licence_that_an_event_brought_stands_there_with_its_status_and_the_day_of_the_list():
    known = {"event_id": "e1", "family": "5", "status_on": "2026-09-28"}
    rows = [
        {**known, "version": "Y", "status": "replaced", "replaced_by_or_expires": "gl-5z"},
        {**known, "version": "Z", "status": "in force", "runs_to": "2026-11-05"},
    ]
    package = package_with(licences=make_rows("licences", rows))
    ran = "Ran to 5 November 2026; a later version is not in our sources"
    assert lines("e1", "2026-11-05", package) == [
        f"GL 5Y: Replaced by GL 5Z ({LISTED})",
        f"GL 5Z: In force, runs to 5 November 2026 ({LISTED})",
    ]
    assert lines("e1", "2026-11-06", package)[1] == f"GL 5Z: {ran} ({LISTED})"


def test_an_event_without_a_licence_or_a_measure_has_no_such_part():
    assert terms_part(shipped(), "2025-12-10-tanker-skipper-seized", pd.Timestamp("2026-11-30")).is_empty
