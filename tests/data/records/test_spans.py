"""Spans: a day, a span of days, or as long as the date is unsure."""

import pandas as pd
import pytest

from data.records.event import drawn_days
from tests.factory import make_events


@pytest.mark.parametrize(
    ("row", "first", "last", "unsure"),
    [
        ({"date": "2025-09-02"}, "2025-09-02", "2025-09-02", False),
        ({"date": "2025-09-02", "end_date": "2025-09-09"}, "2025-09-02", "2025-09-09", False),
        ({"date": "2025-02-01", "date_precision": "month"}, "2025-02-01", "2025-02-28", True),
        ({"date": "2025-09-10", "date_precision": "approx"}, "2025-09-07", "2025-09-13", True),
        (
            {"date": "2025-09-10", "end_date": "2025-09-30", "date_precision": "approx"},
            "2025-09-10",
            "2025-09-30",
            True,
        ),
    ],
)
def test_the_days_over_which_an_event_is_drawn(row, first, last, unsure):
    days = drawn_days(make_events(row)).iloc[0]
    assert (days["first"], days["last"], bool(days.unsure)) == (pd.Timestamp(first), pd.Timestamp(last), unsure)
