"""The view as one document in Markdown: figures, counts by type, and every event in time with its sources."""

import pandas as pd

from components.cite import view_citation
from components.frame import View
from components.plain import plain
from data.citation import long_text
from data.counts import by_value
from data.figures import key_figures
from data.records import killed, when
from data.style import counted, month_name

PUBLISHERS_NAMED = 3


def brief_markdown(view: View) -> str:
    """The document. Every curated text in it is escaped."""
    return "\n\n".join([*_head(view), *_figures(view), *_types(view), *_months(view), *_foot(view)])


def _head(view: View) -> list[str]:
    said = f"{view.filters.say(view.package)}: {counted(len(view.events), 'event')}."
    return [f"### {plain(said)}"]


def _figures(view: View) -> list[str]:
    figures = key_figures(view.package, view.filters, view.events)
    lines = (f"- {plain(figure.label)}: **{plain(figure.value)}**, {plain(figure.detail)}" for figure in figures)
    return ["#### Key figures", "\n".join(lines)]


def _types(view: View) -> list[str]:
    labels, counts = view.package.choices("events", "event_type"), by_value(view.events, "event_type")
    lines = (f"- {plain(labels[name])}: {counts[name]}" for name in labels if name in counts)
    return ["#### Events by type", "\n".join(lines)]


def _months(view: View) -> list[str]:
    blocks: list[str] = []
    in_time = view.events.sort_values("date", kind="stable")
    for month, events in in_time.groupby(in_time.date.dt.strftime("%Y-%m")):
        blocks.append(f"#### {month_name(str(month))}")
        blocks.append("\n".join(_line(view, event) for _, event in events.iterrows()))
    return blocks


def _line(view: View, event: pd.Series) -> str:
    dead = f" Killed: {killed(event)}." if killed(event) else ""
    known = view.package.choices("events", "verification")[event.verification]
    text = f"{event.title}. {event.summary}{dead} {known}. Sources: {_publishers(view, event)}."
    return f"- **{plain(when(view.package, event))}**: {plain(text)}"


def _publishers(view: View, event: pd.Series) -> str:
    sources = view.package["sources"]
    names = sources[sources.source_id.isin(event.source_ids)].publisher.unique()
    more = len(names) - PUBLISHERS_NAMED
    return ", ".join(names[:PUBLISHERS_NAMED]) + (f" and {more} more" if more > 0 else "")


def _foot(view: View) -> list[str]:
    return ["#### How to cite", plain(long_text(view_citation(view)))]
