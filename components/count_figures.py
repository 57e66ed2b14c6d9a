"""Draws how many events a view holds, by month and by type, each with its table."""

from components.count_charts import month_figure, type_figure
from components.figure import draw_figure
from components.frame import View
from data.counts import by_month, by_value
from data.style import counted, month_name


def draw_counts_by_month(view: View) -> None:
    """Events by month, stacked by family; the title names the month with the most."""
    families = view.package.choices("event_types", "family")
    family_of = view.theme.family_of
    counts = by_month(view.events.assign(family=view.events.event_type.map(family_of)), "family")
    totals = counts.sum(axis=1)
    peak, most = month_name(str(totals.idxmax())), int(totals.max())
    table = counts.rename(columns=families).assign(All=totals).reset_index(names="Month")
    draw_figure(
        month_figure(counts, families, view.theme),
        title=f"Most events in one month: {most} in {peak}",
        subtitle="Number of events by month of their first day, by family of event types. It counts entries of this "
        "dataset, which is rich to March 2026 and thinner after: fewer entries are not always fewer events.",
        alt=f"Stacked bars: number of events each month from {month_name(counts.index[0])} to "
        f"{month_name(counts.index[-1])}, by family. The highest bar is {peak} with {counted(most, 'event')}.",
        table=table,
        key="events_by_month",
    )


def draw_counts_by_type(view: View) -> None:
    """Events by type, in the vocabulary's order."""
    labels = view.package.choices("events", "event_type")
    counts = by_value(view.events, "event_type")
    most = str(counts.index[0])
    table = counts.rename(index=labels).rename_axis("Event type").reset_index(name="Events")
    draw_figure(
        type_figure(counts, labels, view.theme),
        title=f"Most frequent: {labels[most].lower()}, {counts.iloc[0]} of {len(view.events)}",
        subtitle="Number of events by type.",
        alt=f"Bars: number of events of each type. The longest is {labels[most].lower()} with {counts.iloc[0]} of "
        f"{counted(len(view.events), 'event')}.",
        table=table,
        key="events_by_type",
    )
