"""Draws how many events a view holds, by month and by type, each with its table."""

from components.elements.figure import Shown, draw_figure
from components.elements.in_short import draw_in_short
from components.overview.counts_chart import killed_figure, month_figure, type_figure
from components.view.headlines import headline
from components.view.once_per_view import once_per_view
from components.view.view import View
from data.events.counts import by_month, by_value, deadliest_type, fullest_month_text, killed_by_month
from data.events.in_short import count_facts
from data.selection.short_fact import ShortFact
from data.text.formats import lower_first, month_name, spoken
from data.text.messages import say


def draw_counts_by_month(view: View) -> None:
    """Events by month, stacked by family; the title names the month with the most. Below it the counts in short."""
    draw_figure(**_by_month(view), key="events_by_month")
    draw_in_short(view, _facts(view))


@once_per_view
def _facts(view: View) -> list[ShortFact]:
    return count_facts(view.package, view.events)


@once_per_view
def _by_month(view: View) -> Shown:
    families = view.package.choices("event_types", "family")
    family_of = view.theme.family_of
    counts = by_month(view.events.assign(family=view.events.event_type.map(family_of)), "family")
    totals = counts.sum(axis=1)
    peak, most = month_name(str(totals.idxmax())), int(totals.max())
    table = counts.rename(columns=families).assign(**{say("counts.all"): totals})
    return Shown(
        figure=month_figure(counts, families, view.theme),
        title=headline(view, "events_by_month", fullest_month_text(view.events)),
        subtitle=say("counts.month_subtitle"),
        alt=say(
            "counts.month_alt",
            first=month_name(counts.index[0]),
            last=month_name(counts.index[-1]),
            month=peak,
            events=say("frame.events", count=most),
        ),
        table=table.reset_index(names=say("counts.month")),
    )


def draw_killed_by_month(view: View) -> None:
    """People killed by month, from the lower to the higher count; nothing where nobody was."""
    if shown := _killed(view):
        draw_figure(**shown, key="killed_by_month")


@once_per_view
def _killed(view: View) -> Shown | None:
    counts = killed_by_month(view.events)
    if counts.empty:
        return None
    peak, low, high = max(counts.itertuples(name=None), key=lambda month: month[2])
    most = spoken(low, high)
    headings = {str(name): view.package.column("events", str(name)).title for name in counts}
    return Shown(
        figure=killed_figure(counts, view.theme.colour(deadliest_type(view.events)), view.theme),
        title=headline(view, "killed_by_month", say("counts.killed_title", killed=most, month=month_name(str(peak)))),
        subtitle=say("counts.killed_subtitle"),
        alt=say("counts.killed_alt", killed=most, month=month_name(str(peak))),
        table=counts.rename(columns=headings).reset_index(names=say("counts.month")),
    )


def draw_counts_by_type(view: View) -> None:
    """Events by type, in the vocabulary's order."""
    draw_figure(**_by_type(view), key="events_by_type")


@once_per_view
def _by_type(view: View) -> Shown:
    labels = view.package.choices("events", "event_type")
    counts = by_value(view.events, "event_type")
    first, most = lower_first(labels[str(counts.index[0])]), int(counts.iloc[0])
    every = say("frame.events", count=len(view.events))
    table = counts.rename(index=labels).rename_axis(say("counts.type")).reset_index(name=say("counts.events"))
    return Shown(
        figure=type_figure(counts, labels, view.theme),
        title=headline(view, "events_by_type", say("counts.type_title", type=first, most=most, all=len(view.events))),
        subtitle=say("counts.type_subtitle"),
        alt=say("counts.type_alt", type=first, most=most, events=every),
        table=table,
    )
