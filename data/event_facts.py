"""What the record of an event says in facts, so that every column of the table of events is told somewhere."""

import pandas as pd

from data.facts import Fact, Group, degrees, explained, in_words, plainly, with_meaning
from data.package import Package
from data.records import killed
from data.score_words import goldstein_in_words, plover_in_words, scopes_in_words
from data.style import day_name

EVENTS = "events"
RANGE = (
    "The low figure is the announced dead or the lowest credible count; the high one adds people lost at sea or "
    "follows a higher credible count."
)
# What the record says by its heading, its text, its chain of events, its sources and its citation.
APART = (
    *("event_id", "title", "date", "end_date", "place", "country", "summary", "note"),
    *("part_of", "related", "source_ids"),
)


def importance_in_words(package: Package, event: pd.Series) -> str:
    """How much the event matters, and how the timeline names a milestone."""
    named = f" The timeline names it “{event.short_title}”." if event.short_title else ""
    return f"{with_meaning(package, EVENTS, 'importance', event.importance)}{named}"


def acted_in_words(package: Package, event: pd.Series) -> str:
    """Who acted, of which side, on whom."""
    towards = f", towards {event.target}" if event.target else ""
    return f"{event.actor} (side: {in_words(package, EVENTS, 'actor_side', event.actor_side)}){towards}"


def coded_in_words(package: Package, event: pd.Series) -> str:
    """Between which parties the event is coded, and in which direction between the two states it counts."""
    acting = in_words(package, EVENTS, "from_code", event.from_code) or "No known party"
    towards = in_words(package, EVENTS, "to_code", event.to_code) or "nobody in particular"
    coded, direction = f"{acting} towards {towards}", in_words(package, EVENTS, "dyad", event.dyad)
    return coded if coded == direction else f"{coded}. Direction: {direction}"


def killed_in_words(package: Package, event: pd.Series) -> str:
    """The dead as a range and, where its ends differ, what they are; empty when no number is known."""
    apart = killed(event) and event.killed_low != event.killed_high
    return f"{killed(event)}. {RANGE}" if apart else killed(event)


def made_public(package: Package, event: pd.Series) -> str:
    """When and by whom a strike at sea became public; empty when neither is known."""
    day = day_name(event.announced_on) if pd.notna(event.announced_on) else ""
    return " by ".join(part for part in (day, event.announced_by) if part)


EVENT_FACTS = (
    Group(
        "What it was",
        (
            Fact(("event_type",)),
            Fact(("importance", "short_title"), importance_in_words),
            Fact(("actor", "actor_side", "target"), acted_in_words, "Who acted"),
            explained(EVENTS, "verification"),
        ),
    ),
    Group(
        "How many",
        (
            Fact(("killed_low", "killed_high"), killed_in_words, "Killed"),
            *plainly("survivors", "injured", "detained", "released", "vessels", "strikes"),
            Fact(("announced_on", "announced_by"), made_public, "Made public"),
        ),
    ),
    Group(
        "How exactly day and place are known",
        (
            explained(EVENTS, "date_precision"),
            explained(EVENTS, "geo_precision"),
            Fact(("lat", "lon"), lambda package, event: degrees(event.lat, event.lon), "Point that stands for it"),
            Fact(("geo_note",)),
        ),
    ),
    Group(
        "As an act, from −10 (conflict) to 10 (cooperation)",
        (
            Fact(("from_code", "to_code", "dyad"), coded_in_words, "Coded as"),
            Fact(("plover_event", "plover_mode"), plover_in_words, "PLOVER"),
            Fact(("cameo",), goldstein_in_words, "Goldstein"),
            Fact((), scopes_in_words, "Counted in"),
        ),
    ),
)
