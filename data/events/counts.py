"""Counts of events: by month, type, side and precision of place."""

from dataclasses import dataclass

import pandas as pd

from data.selection.months import months_between


def by_month(events: pd.DataFrame, column: str) -> pd.DataFrame:
    """Number of events by month of their first day and by the values of `column`.

    Returns one row a month (index "YYYY-MM", every month from first to last, empty ones as zeros) and one int column
    a value that occurs. An empty frame of events gives an empty frame.
    """
    if events.empty:
        return pd.DataFrame()
    months = events.date.dt.strftime("%Y-%m")
    table = pd.crosstab(months, events[column])
    return table.reindex(months_between(events.date.min(), events.date.max()), fill_value=0).rename_axis("month")


def killed_by_month(events: pd.DataFrame) -> pd.DataFrame:
    """People killed in the events by month of their first day: index "YYYY-MM" without gaps from the first to the last
    month with a death, columns `killed_low` and `killed_high`. Events that are part of a larger one, which holds their
    dead, are left out; an empty frame where nobody was killed."""
    deadly = events[(events.part_of == "") & (events.killed_high.fillna(0) > 0)]
    if deadly.empty:
        return pd.DataFrame()
    sums = deadly.groupby(deadly.date.dt.strftime("%Y-%m"))[["killed_low", "killed_high"]].sum()
    months = months_between(deadly.date.min(), deadly.date.max())
    return sums.reindex(months, fill_value=0).astype("int64").rename_axis("month")


def deadliest_type(events: pd.DataFrame) -> str:
    """The type of the events in which most people were killed, by the higher count. There must be an event."""
    return str(events.groupby("event_type").killed_high.sum().idxmax())


def by_value(events: pd.DataFrame, column: str) -> pd.Series:
    """Number of events by the values of `column`, the most frequent first."""
    return events[column].value_counts()


def newest(events: pd.DataFrame, number: int) -> pd.DataFrame:
    """The `number` newest events by first day, newest first; of one day, the more important first."""
    return events.sort_values(["date", "importance"], ascending=[False, True], kind="stable").head(number)


def milestones(events: pd.DataFrame) -> pd.DataFrame:
    """The events of importance 1, in time."""
    return events[events.importance == 1].sort_values("date", kind="stable")


@dataclass(frozen=True)
class Month:
    """A calendar month, written YYYY-MM, and how many events have their first day in it."""

    month: str
    events: int


def fullest_month(events: pd.DataFrame) -> Month:
    """The month with most events, the first of equals. IndexError when there is no event."""
    counts = events.date.dt.strftime("%Y-%m").value_counts().sort_index().sort_values(ascending=False, kind="stable")
    return Month(str(counts.index[0]), int(counts.iloc[0]))
