"""Counts of events: by month, type, side and precision of place."""

from dataclasses import dataclass

import pandas as pd

from data.events.origins import independent_origins
from data.package.package import Package
from data.selection.months import months_between
from data.text.formats import day_name, month_name
from data.text.messages import say


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


def most_important(package: Package, events: pd.DataFrame, number: int) -> pd.DataFrame:
    """The `number` events that matter most: the milestones first; of equal ones those known from more independent
    origins, then the earlier ones."""
    ranked = events.assign(origins=independent_origins(package, events).map(len))
    order = ranked.sort_values(["importance", "origins", "date"], ascending=[True, False, True], kind="stable").index
    return events.loc[order[:number]]


def first_in_phases(phases: pd.DataFrame, events: pd.DataFrame) -> pd.DataFrame:
    """The first milestone in each of the `phases` that has one, in time: what turned the crisis each time."""
    starts, turns = phases.start.sort_values(), milestones(events)
    in_phase = pd.Series(starts.searchsorted(turns.date, side="right"), index=turns.index)
    return turns[~in_phase.duplicated()]


@dataclass(frozen=True)
class Month:
    """A calendar month, written YYYY-MM, how many events have their first day in it, and whether no other month has as
    many."""

    month: str
    events: int
    is_only: bool


def fullest_month(events: pd.DataFrame) -> Month:
    """The month with most events, the first of equals. IndexError when there is no event."""
    counts = events.date.dt.strftime("%Y-%m").value_counts().sort_index().sort_values(ascending=False, kind="stable")
    most = int(counts.iloc[0])
    return Month(str(counts.index[0]), most, int((counts == most).sum()) == 1)


def fullest_month_text(events: pd.DataFrame) -> str:
    """What a picture of events over time says first: "January 2026: 95 events, more than any other month"."""
    fullest = fullest_month(events)
    month = month_name(fullest.month)
    if len(events) == 1:
        return say("timeline.one", day=day_name(events.date.min()))
    if fullest.events == len(events):
        return say("timeline.one_month", count=len(events), month=month)
    if not fullest.is_only:
        return say("timeline.title_equal", count=fullest.events, month=month)
    return say("timeline.title", month=month, count=fullest.events)
