"""What the record of an event says in facts, so that every column of the table of events is told somewhere."""

import pandas as pd

from data.package.package import Package
from data.records.event import killed
from data.records.facts import Fact, Group, degrees, explained, in_words, plainly, with_meaning
from data.score_words import goldstein_in_words, plover_in_words, scopes_in_words
from data.text.formats import day_name
from data.text.messages import say

EVENTS = "events"
# What the record says by its heading, its text, its chain of events, its sources and its citation.
APART = (
    *("event_id", "title", "date", "end_date", "place", "country", "summary", "note"),
    *("part_of", "related", "source_ids"),
)


def importance_in_words(package: Package, event: pd.Series) -> str:
    """How much the event matters, and how the timeline names a milestone."""
    told = with_meaning(package, EVENTS, "importance", event.importance)
    return say("event_facts.named", importance=told, name=event.short_title) if event.short_title else told


def acted_in_words(package: Package, event: pd.Series) -> str:
    """Who acted, of which side, on whom."""
    side = in_words(package, EVENTS, "actor_side", event.actor_side)
    if not event.target:
        return say("event_facts.acted", actor=event.actor, side=side)
    return say("event_facts.acted_towards", actor=event.actor, side=side, target=event.target)


def coded_in_words(package: Package, event: pd.Series) -> str:
    """Between which parties the event is coded, and in which direction between the two states it counts."""
    acting = in_words(package, EVENTS, "from_code", event.from_code) or say("event_facts.no_party")
    towards = in_words(package, EVENTS, "to_code", event.to_code) or say("event_facts.nobody")
    coded = say("event_facts.coded", acting=acting, towards=towards)
    direction = in_words(package, EVENTS, "dyad", event.dyad)
    return coded if coded == direction else say("event_facts.coded_direction", coded=coded, direction=direction)


def killed_in_words(package: Package, event: pd.Series) -> str:
    """The dead as a range and, where its ends differ, what they are; empty when no number is known."""
    apart = killed(event) and event.killed_low != event.killed_high
    return say("event_facts.killed", dead=killed(event)) if apart else killed(event)


def made_public(package: Package, event: pd.Series) -> str:
    """When and by whom a strike at sea became public; empty when neither is known."""
    day = day_name(event.announced_on) if pd.notna(event.announced_on) else ""
    if day and event.announced_by:
        return say("event_facts.announced", day=day, publisher=event.announced_by)
    return day or str(event.announced_by)


EVENT_FACTS = (
    Group(
        say("event_facts.heading.what"),
        (
            Fact(("event_type",)),
            Fact(("importance", "short_title"), importance_in_words),
            Fact(("actor", "actor_side", "target"), acted_in_words, say("event_facts.heading.who")),
            explained(EVENTS, "verification"),
        ),
    ),
    Group(
        say("event_facts.heading.how_many"),
        (
            Fact(("killed_low", "killed_high"), killed_in_words, say("event_facts.heading.dead")),
            *plainly("survivors", "injured", "detained", "released", "vessels", "strikes"),
            Fact(("announced_on", "announced_by"), made_public, say("event_facts.heading.public")),
        ),
    ),
    Group(
        say("event_facts.heading.how_exactly"),
        (
            explained(EVENTS, "date_precision"),
            explained(EVENTS, "geo_precision"),
            Fact(
                ("lat", "lon"), lambda package, event: degrees(event.lat, event.lon), say("event_facts.heading.point")
            ),
            Fact(("geo_note",)),
        ),
    ),
    Group(
        say("event_facts.heading.act"),
        (
            Fact(("from_code", "to_code", "dyad"), coded_in_words, say("event_facts.heading.coded_as")),
            Fact(("plover_event", "plover_mode"), plover_in_words, say("event_facts.heading.plover")),
            Fact(("cameo",), goldstein_in_words, say("event_facts.heading.goldstein")),
            Fact((), scopes_in_words, say("event_facts.heading.counted_in")),
        ),
    ),
)
