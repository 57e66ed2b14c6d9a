"""The days over which an event is drawn: a day, a span of days, or as long as its date is unsure."""

import pandas as pd

# An approximate day names no width. It is drawn as a week, three days either side, and the picture says so.
UNSURE = pd.Timedelta(days=3)


def drawn_days(events: pd.DataFrame) -> pd.DataFrame:
    """For each event the first and last day drawn (columns first, last) and whether they are unsure (column unsure).

    A month's precision is the whole month; an approximate day without an end is a week around it; an event with an
    end runs from its first to its last day. All others are one day. The index is that of `events`.
    """
    monthly, approximate = events.date_precision == "month", events.date_precision == "approx"
    last = events.end_date.fillna(events.date)
    alone = approximate & events.end_date.isna()
    return pd.DataFrame(
        {
            "first": events.date.where(~alone, events.date - UNSURE),
            "last": last.where(~alone, last + UNSURE).where(~monthly, events.date + pd.offsets.MonthEnd(0)),
            "unsure": monthly | approximate,
        }
    )
