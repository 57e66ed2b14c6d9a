"""What the record of an event says in facts: every column of the table, and what its codes are worth."""

import pandas as pd

from data.package.package import Package
from data.records.event import killed
from data.records.facts import Fact, Group, code_line, degrees, explained, labelled_facts, meaning_of, value_text
from data.records.record import Line, Phrase, joined, line
from data.text.formats import day_name, lower_first, signed, spoken
from data.text.messages import say
from data.timeline.escalation import SCOPES
from data.timeline.scores import goldstein_score, is_scored, plover_score

EVENTS = "events"
# What the record says by its heading, its text, its chain of events, its sources and its citation.
APART = (
    *("event_id", "title", "date", "end_date", "place", "country", "summary", "note"),
    "background",
    *("part_of", "possibly_same_as", "related", "source_ids"),
)

PLOVER, GOLDSTEIN = "plover_scores", "goldstein"
PLOVER_CODES = ("plover_event", "plover_mode")


def importance_line(package: Package, event: pd.Series) -> Line:
    """How much the event matters, and how the timeline names a milestone."""
    known = code_line(package, EVENTS, "importance", event.importance)
    return joined(
        [known, line(say("event_facts.timeline_name", name=event.short_title))] if event.short_title else [known]
    )


def acted_text(package: Package, event: pd.Series) -> str:
    """Who acted, of which side, on whom."""
    side = value_text(package, EVENTS, "actor_side", event.actor_side)
    if not event.target:
        return say("event_facts.acted", actor=event.actor, side=side)
    return say("event_facts.acted_towards", actor=event.actor, side=side, target=event.target)


def coded_line(package: Package, event: pd.Series) -> Line:
    """Between which parties the event is coded, and in which direction between the two states it counts."""
    acting = value_text(package, EVENTS, "from_code", event.from_code) or say("event_facts.no_party")
    towards = value_text(package, EVENTS, "to_code", event.to_code) or say("event_facts.nobody")
    coded = say("event_facts.coded", acting=acting, towards=towards)
    direction = value_text(package, EVENTS, "dyad", event.dyad)
    meant = meaning_of(package, EVENTS, "dyad", event.dyad)
    if coded == direction:
        return (Phrase(coded, meaning=meant),)
    return (Phrase(f"{say('event_facts.coded_with', coded=coded)} "), Phrase(direction, meaning=meant))


def killed_line(package: Package, event: pd.Series) -> Line:
    """The dead as a range, which opens what its ends are where they differ; empty when no number is known."""
    if not killed(event):
        return ()
    apart = event.killed_low != event.killed_high
    return (Phrase(killed(event), meaning=say("event_facts.killed") if apart else ""),)


def people_fact(column: str) -> Fact:
    """How many people were detained or released, as a range where the counts differ, which opens what its ends are."""
    low, high = f"{column}_low", f"{column}_high"

    def text(package: Package, event: pd.Series) -> Line:
        if pd.isna(event[low]) or event[low] == event[high]:
            number = value_text(package, EVENTS, column, event[column])
            return line(number) if number else ()
        meaning = " ".join(package.column(EVENTS, name).description for name in (low, high))
        return (Phrase(spoken(event[low], event[high]), meaning=meaning),)

    return Fact((column, low, high), text, say(f"event_facts.heading.{column}"))


def checked_text(package: Package, event: pd.Series) -> str:
    """When and in which role the row was last checked; that it was not where it was not, and nothing where of no row
    anything is known, as in a release from before checks were written down."""
    if pd.isna(event.checked_on):
        return say("event_facts.unchecked") if package[EVENTS].checked_on.notna().any() else ""
    role = lower_first(value_text(package, EVENTS, "checked_by", event.checked_by))
    return say("event_facts.checked", day=day_name(event.checked_on), role=role)


def made_public(package: Package, event: pd.Series) -> str:
    """When and by whom a strike at sea became public; empty when neither is known."""
    day = day_name(event.announced_on) if pd.notna(event.announced_on) else ""
    if day and event.announced_by:
        return say("event_facts.announced", day=day, publisher=event.announced_by)
    return day or str(event.announced_by)


def plover_line(package: Package, event: pd.Series) -> Line:
    """The PLOVER category and mode, its class and its score; that there is none where the event carries no code."""
    points = plover_score(_alone(event), package[PLOVER]).iloc[0]
    if pd.isna(points):
        return line(say("scores.no_code"))
    codes = joined((code_line(package, EVENTS, name, event[name]) for name in PLOVER_CODES if event[name]), ", ")
    found = package[PLOVER].set_index(["event", "mode"]).loc[(event.plover_event, event.plover_mode)]
    text = say("scores.plover_class", quad_class=found.quad_class, points=signed(points))
    return (*codes, Phrase(f" {text}; {found.note}" if found.note else f" {text}"))


def goldstein_line(package: Package, event: pd.Series) -> Line:
    """The CAMEO code and Goldstein's value of it; empty where the event carries no code."""
    points = goldstein_score(_alone(event), package[GOLDSTEIN]).iloc[0]
    if pd.isna(points):
        return ()
    text = say("scores.goldstein", code=event.cameo, points=signed(points))
    return (Phrase(text, meaning=meaning_of(package, EVENTS, "cameo")),)


def scopes_text(package: Package, event: pd.Series) -> str:
    """The scopes in which the timeline counts the event as an act, by their labels; empty where it carries no code."""
    if not is_scored(_alone(event)).iloc[0]:
        return ""
    options = package["options"]
    labels = dict(zip(options.value, options.label, strict=True))
    events = package[EVENTS]
    found = [labels[scope] for scope, keep in SCOPES.items() if event.event_id in set(keep(package, events).event_id)]
    return "; ".join(f"“{label}”" for label in found) or say("scores.no_sum")


def _alone(event: pd.Series) -> pd.DataFrame:
    return event.to_frame().T


EVENT_FACTS = (
    Group(
        say("event_facts.heading.what"),
        (
            explained(EVENTS, "event_type"),
            Fact(("importance", "short_title"), importance_line),
            Fact(("actor", "actor_side", "target"), acted_text, say("event_facts.heading.who")),
            explained(EVENTS, "verification"),
        ),
    ),
    Group(
        say("event_facts.heading.how_many"),
        (
            Fact(("killed_low", "killed_high"), killed_line, say("event_facts.heading.dead")),
            *labelled_facts("survivors", "injured"),
            *(people_fact(one) for one in ("detained", "released")),
            *labelled_facts("vessels", "strikes"),
            Fact(("announced_on", "announced_by"), made_public, say("event_facts.heading.public")),
        ),
    ),
    Group(
        say("event_facts.heading.how_exactly"),
        (
            explained(EVENTS, "date_precision"),
            explained(EVENTS, "geo_precision"),
            explained(EVENTS, "area"),
            Fact(
                ("lat", "lon"), lambda package, event: degrees(event.lat, event.lon), say("event_facts.heading.point")
            ),
            Fact(("geo_note",)),
            Fact(("checked_on", "checked_by"), checked_text, say("event_facts.heading.checked")),
        ),
    ),
    Group(
        say("event_facts.heading.act"),
        (
            Fact(("from_code", "to_code", "dyad"), coded_line, say("event_facts.heading.coded_as")),
            Fact(("plover_event", "plover_mode"), plover_line, say("event_facts.heading.plover")),
            Fact(("cameo",), goldstein_line, say("event_facts.heading.goldstein")),
            Fact((), scopes_text, say("event_facts.heading.counted_in")),
        ),
    ),
)
