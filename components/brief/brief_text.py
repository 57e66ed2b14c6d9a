"""The parts of a brief in Markdown: each made by rule from the view, with its events by importance and what was left
out in numbers. Every curated text in it is escaped."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import zip_longest

import pandas as pd

from components.brief.brief_sources import BriefSources
from components.look.escaping import escape_markdown, link
from components.map.view_scene import map_scene_of
from components.overview.state_section import how_far_known, where_things_stand
from components.view.addresses import address, address_in_view
from components.view.cite import view_citation
from components.view.view import View
from data.detentions.in_short import held_facts, people_facts, prisoner_facts
from data.events.counts import most_important
from data.map.in_short import map_facts
from data.publish.citation import long_text
from data.records.event import killed, when
from data.sanctions.in_short import licence_facts, target_facts
from data.selection.record_kinds import EVENT
from data.selection.short_fact import ShortFact
from data.text.formats import month_name
from data.text.messages import say
from data.timeline.in_short import escalation_facts
from data.view.brief_parts import LENGTHS, BriefLength
from data.view.key_figures import key_figures
from data.view.settings import Settings

# The length in which months have no headings and events no summaries.
SHORTEST = "1"
# The page and the section that a part's facts are of, for those that name none.
HOMES: Mapping[str, tuple[str, str]] = {
    "escalation": ("timeline", "escalation"),
    "map": ("map", ""),
    "detentions": ("detentions", ""),
    "sanctions": ("sanctions", ""),
}


def brief_length(view: View) -> BriefLength:
    """How much of each part stands in the brief that the address asks for."""
    return LENGTHS[view.settings.length]


def brief_title(view: View) -> str:
    """The title that the reader gave, else what the view is and how many events it has."""
    return view.settings.title or _opening(view)


def brief_subtitle(view: View) -> str:
    """What the view is where the reader gave a title of their own; else nothing."""
    return _opening(view) if view.settings.title else ""


def _opening(view: View) -> str:
    return say("brief.opening", view=view.filters.say(view.package), events=say("frame.events", count=len(view.events)))


def part_text(view: View, part: str, sources: BriefSources) -> str:
    """A part in Markdown; empty where the view has nothing of it. The sources that it names are added to `sources`."""
    return TEXTS[part](view, sources)


def _state(view: View, _: BriefSources) -> str:
    return " ".join([*where_things_stand(view), *how_far_known(view)])


def _figures(view: View, _: BriefSources) -> str:
    rows = [(figure.label, figure.value, figure.detail) for figure in key_figures(view.selection)]
    headings = tuple(say(f"brief.figure_{name}") for name in ("label", "value", "detail"))
    lines = [" | ".join(map(escape_markdown, row)) for row in (headings, *rows)]
    return "\n".join(f"| {line} |" for line in (lines[0], "--- | --- | ---", *lines[1:]))


def _escalation(view: View, _: BriefSources) -> str:
    default = Settings()
    return _facts(view, "escalation", escalation_facts(view.package, view.events, default.scale, default.scope))


def _map(view: View, _: BriefSources) -> str:
    return _facts(view, "map", map_facts(view.package, map_scene_of(view), view.filters.q))


def _detentions(view: View, _: BriefSources) -> str:
    custody = view.selection.custody
    held = held_facts(custody) if custody.is_covered and not custody.us_linked.empty else []
    people = people_facts(view.package, custody.people) if len(custody.people) else []
    return _facts(view, "detentions", held, prisoner_facts(view.package, view.filters.period), people)


def _sanctions(view: View, _: BriefSources) -> str:
    targets, licences = view.selection.targets, view.selection.licences
    listed = target_facts(targets.rows, targets.delisted) if len(targets.rows) else []
    return _facts(view, "sanctions", listed[::-1], licence_facts(licences, view.day) if len(licences) else [])


def _facts(view: View, part: str, *subjects: Sequence[ShortFact]) -> str:
    """The first facts of a part, of each of its subjects by turns, with the way to their rows."""
    slug, section = HOMES[part]
    at_home = {"section": section} if section else {}
    by_turns = [fact for turn in zip_longest(*subjects) for fact in turn if fact]
    return _listed(
        link(
            fact.text,
            address(view, slug, **{**at_home, **fact.parameters})
            if fact.page is None
            else address(view, fact.page, **fact.parameters),
        )
        for fact in by_turns[: brief_length(view).facts]
    )


def _happened(view: View, sources: BriefSources) -> str:
    shown = most_important(view.package, view.events, brief_length(view).events)
    in_time, is_long = shown.sort_values("date", kind="stable"), view.settings.length != SHORTEST
    blocks = [say("brief.events_heading", count=len(shown), all=len(view.events))]
    if rest := len(view.events) - len(shown):
        blocks[0] += f". {link(say('brief.rest', count=rest), address(view, 'events', section='table'))}"
    for month, events in in_time.groupby(in_time.date.dt.strftime("%Y-%m")):
        blocks += [f"##### {month_name(str(month))}"] if is_long else []
        blocks.append(_listed(_line(view, event, sources) for _, event in events.iterrows()))
    return ("\n\n" if is_long else "\n").join(blocks)


def _line(view: View, event: pd.Series, sources: BriefSources) -> str:
    """An event with what is said of it, who was killed, how well it is known, and the numbers of its sources."""
    known = escape_markdown(view.package.choices("events", "verification")[event.verification])
    dead = say("brief.killed", killed=killed(event)) if killed(event) else ""
    summary = "" if view.settings.length == SHORTEST else event.summary
    about = "".join(f"{escape_markdown(text)} " for text in (summary, dead) if text)
    title = link(event.title, address_in_view(view, EVENT, event.event_id))
    numbers = sources.numbers_of(event.source_ids)
    return say("brief.event", day=escape_markdown(when(event)), title=title, about=about, known=known, numbers=numbers)


def _method(view: View, sources: BriefSources) -> str:
    about = link(say("brief.method_link"), address(view, "about", section="method"))
    cited = escape_markdown(long_text(view_citation(view)))
    heading = f"##### {say('brief.sources_heading', count=len(sources.rows))}"
    listed = [heading, sources.listed()] if sources.rows else []
    return "\n\n".join([say("brief.method", about=about), *listed, f"##### {say('brief.cite_heading')}", cited])


def _listed(lines: Iterable[str]) -> str:
    return "\n".join(f"- {line}" for line in lines)


TEXTS: Mapping[str, Callable[[View, BriefSources], str]] = {
    "state": _state,
    "figures": _figures,
    "escalation": _escalation,
    "map": _map,
    "happened": _happened,
    "detentions": _detentions,
    "sanctions": _sanctions,
    "method": _method,
}
