"""The view as one document in Markdown: figures, counts by type, and its most important events with their sources."""

import pandas as pd

from components.look.escaping import escape_markdown, link
from components.view.addresses import address
from components.view.cite import view_citation
from components.view.once_per_view import once_per_view
from components.view.view import View
from data.events.counts import by_value, most_important
from data.publish.citation import long_text
from data.records.event import killed, when
from data.text.formats import month_name
from data.text.messages import say
from data.view.key_figures import key_figures

PUBLISHERS_SHOWN, EVENTS_SHOWN = 2, 30


@once_per_view
def brief_opening(view: View) -> str:
    """What the view is and its figures, in Markdown. Every curated text in it is escaped."""
    return "\n\n".join([*_opening(view), *_figures(view), *_types(view)])


def brief_events(view: View) -> str:
    """The most important events of the view in time, how many there are beside them, and how to cite it."""
    return "\n\n".join([*_months(view), *_foot(view)])


def _opening(view: View) -> list[str]:
    text = say("brief.opening", view=view.filters.say(view.package), events=say("frame.events", count=len(view.events)))
    return [f"### {escape_markdown(text)}"]


def _figures(view: View) -> list[str]:
    lines = (
        say(
            "brief.figure",
            label=escape_markdown(figure.label),
            value=escape_markdown(figure.value),
            detail=escape_markdown(figure.detail),
        )
        for figure in key_figures(view.selection)
    )
    return [f"#### {say('brief.figures_heading')}", "\n".join(f"- {line}" for line in lines)]


def _types(view: View) -> list[str]:
    labels, counts = view.package.choices("events", "event_type"), by_value(view.events, "event_type")
    texts = (
        say("brief.type", label=escape_markdown(labels[name]), count=counts[name]) for name in labels if name in counts
    )
    return [f"#### {say('brief.types_heading')}", " · ".join(texts)]


@once_per_view
def _months(view: View) -> list[str]:
    shown = most_important(view.package, view.events, EVENTS_SHOWN)
    in_time = shown.sort_values("date", kind="stable")
    blocks = [f"#### {say('brief.events_heading', count=len(shown), all=len(view.events))}"]
    if rest := len(view.events) - len(shown):
        blocks.append(link(say("brief.rest", count=rest), address(view, "events", section="table")))
    for month, events in in_time.groupby(in_time.date.dt.strftime("%Y-%m")):
        blocks.append(f"**{month_name(str(month))}**")
        blocks.append("\n".join(_line(view, event) for _, event in events.iterrows()))
    return blocks


def _line(view: View, event: pd.Series) -> str:
    known = view.package.choices("events", "verification")[event.verification]
    values = {"title": event.title, "summary": event.summary, "known": known, "sources": _publishers(view, event)}
    dead = killed(event)
    text = say("brief.event_killed", killed=dead, **values) if dead else say("brief.event", **values)
    return f"- **{escape_markdown(when(event))}**: {escape_markdown(text)}"


def _publishers(view: View, event: pd.Series) -> str:
    sources = view.package["sources"]
    names = sources[sources.source_id.isin(event.source_ids)].publisher.unique()
    shown, more = ", ".join(names[:PUBLISHERS_SHOWN]), len(names) - PUBLISHERS_SHOWN
    return say("brief.more_publishers", names=shown, more=more) if more > 0 else shown


def _foot(view: View) -> list[str]:
    return [f"#### {say('brief.cite_heading')}", escape_markdown(long_text(view_citation(view)))]
