"""The record of an event in parts, as a good footnote: when, where, what happened, who says what, what is uncertain,
on which sources it rests, and what it is linked to."""

import re

import pandas as pd

from data.detentions.custody import PEOPLE
from data.events.origins import corroboration
from data.events.quality import quality_text
from data.events.sources import CLAIMS, claims_on, sources_of
from data.package.package import Package
from data.package.rows import iterate_rows
from data.records.backlinks import backlinks_of_event
from data.records.event import maybe_the_same_event, parts_of, related_to, when, where, whole_of
from data.records.event_facts import EVENT_FACTS, EVENTS
from data.records.facts import fact_part, value_text
from data.records.record import Line, Part, Phrase, line
from data.records.shared_parts import chain_part, note_part, rows_part, sources_part
from data.sanctions.licences import LICENCES, status_day, status_texts, successor_name
from data.sanctions.terms import term_text
from data.selection.record_kinds import SOURCE
from data.text.formats import day_name, lower_first
from data.text.messages import say

VOTES, ACTIONS = "votes", "sanctions_actions"


def event_parts(package: Package, event: pd.Series, day: pd.Timestamp) -> tuple[Part, ...]:
    """The parts of an event's record as it reads on that `day`; those that have nothing to say are empty."""
    own = [(event.date, when(event), event.title)]
    *facts, coded = (fact_part("facts", package, EVENTS, group, event) for group in EVENT_FACTS)
    return (
        Part("lead", paragraphs=(_when_and_where(package, event), line(event.summary))),
        terms_part(package, event.event_id, day),
        claims_part(package, event),
        note_part("uncertain", say("event.uncertain"), event.note),
        note_part("background", say("event.background"), event.background),
        *facts,
        vote_part(package, event.event_id),
        sources_part(package, event.source_ids, known_from(package, event)),
        chain_part(package, "part_of", say("event.part_of"), whole_of(package, event)),
        chain_part(package, "parts", say("event.parts"), parts_of(package, event.event_id)),
        chain_part(package, "maybe_the_same", say("event.maybe_the_same"), maybe_the_same_event(package, event)),
        chain_part(package, "linked", say("event.linked"), related_to(package, event), own),
        *_naming(package, event.event_id),
        coded,
    )


def _when_and_where(package: Package, event: pd.Series) -> Line:
    return (Phrase(when(event), is_strong=True), Phrase(f" · {where(package, event)}"))


def terms_part(package: Package, event_id: str, day: pd.Timestamp) -> Part:
    """The versions of licences that the event issued or ended, each with its status, and the last day of its measure,
    as they read on that `day`; empty where there is neither."""
    actions = package[ACTIONS]
    measures = actions[(actions.event_id == event_id) & actions.runs_to.notna()]
    terms: tuple[Line, ...] = tuple(line(term_text(last, day)) for last in measures.runs_to)
    return Part("terms", say("terms.heading"), items=(*terms, *_licence_lines(package, event_id, day)))


def _licence_lines(package: Package, event_id: str, day: pd.Timestamp) -> tuple[Line, ...]:
    licences = package[LICENCES]
    found = licences[licences.event_id == event_id]
    texts = status_texts(package, found, day)
    as_of = status_day(found)
    listed = f" ({say('terms.as_of', day=day_name(as_of))})" if as_of else ""
    lines = []
    for licence, text in zip(iterate_rows(found), texts, strict=True):
        successor = successor_name(licence.replaced_by_or_expires)
        state = say("licences.replaced", status=text, by=successor) if successor else text
        lines.append(line(f"GL {licence.family}{licence.version}: {state}{listed}"))
    return tuple(lines)


def claims_part(package: Package, event: pd.Series) -> Part:
    """Who says what of the event, as a table; below it where our own table of people counts otherwise than a claim."""
    claims = [claim for _, claim in claims_on(package, event.event_id).iterrows()]
    columns = (say("claims.about"), say("claims.who"), say("claims.what"), say("claims.source"))
    notes = tuple(line(text) for claim in claims if (text := counted_otherwise(package, event.event_id, claim)))
    rows = tuple(_claim(package, event, claim) for claim in claims)
    return Part("claims", say("claims.heading", count=len(claims)), columns=columns, rows=rows, notes=notes)


def vote_part(package: Package, event_id: str) -> Part:
    """The recorded vote of Congress that the event tells, with its tally; empty where it tells none."""
    votes = package[VOTES]
    found = [vote for _, vote in votes[votes.event_id == event_id].iterrows()]
    return Part("vote", say("votes.heading"), paragraphs=tuple(line(vote_text(package, vote)) for vote in found))


def vote_text(package: Package, vote: pd.Series) -> str:
    """A vote in a sentence: chamber, tally, what came of it, and what was voted on."""
    chamber, outcome = (value_text(package, VOTES, column, vote[column]) for column in ("chamber", "outcome"))
    tally = {"yes": int(vote["yes"]), "no": int(vote["no"])}
    return say("votes.line", chamber=chamber, outcome=lower_first(outcome), question=vote.question, **tally)


def _claim(package: Package, event: pd.Series, claim: pd.Series) -> tuple[Line, ...]:
    field, stance = (value_text(package, CLAIMS, column, claim[column]) for column in ("field", "stance"))
    value = (Phrase(f"{lower_first(stance)} ", is_strong=True), Phrase(f"“{claim.value}”"))
    return line(field), line(claim.claimant), value, source_of_claim(package, event, claim)


def source_of_claim(package: Package, event: pd.Series, claim: pd.Series) -> Line:
    """The source of a claim by its publisher, which leads to its record. Of a claim that names none it is the one
    source of the event that can hold it, having been published since; with several it is said to be one of them."""
    found = [claim.source_id] if claim.source_id else _could_hold_claims(package, event)
    if len(found) != 1:
        return line(say("claims.one_of_sources") if found else say("claims.source_unknown"))
    return (Phrase(str(SOURCE.row(package, found[0]).publisher), record=(SOURCE, found[0])),)


def _could_hold_claims(package: Package, event: pd.Series) -> list[str]:
    """The sources of an event that were published on its first day or later, or on a day that is not known."""
    sources = sources_of(package, event.source_ids)
    return [str(source) for source in sources.source_id[~(sources.published < event.date)]]


def counted_otherwise(package: Package, event_id: str, claim: pd.Series) -> str:
    """In words how our table counts the people of the event by group where a claim counts them otherwise; empty where
    they agree, or where the claim counts no group of them."""
    people = package[PEOPLE]
    ours = people.category[people.event_ids.map(lambda events: event_id in events)]
    labels = package.choices(PEOPLE, "category")
    claimed = {group: found for group, label in labels.items() if (found := _claimed(claim.value, label))}
    counted = {group: int((ours == group).sum()) for group in claimed}
    if ours.empty or counted == claimed:
        return ""
    texts = [say("claims.group", count=count, group=labels[group]) for group, count in counted.items()]
    return say("claims.counted_otherwise", counts=", ".join(texts), claimant=claim.claimant, value=claim.value)


def _claimed(value: str, label: str) -> int:
    """How many of a group a claim counts; 0 where it names no number with the group's name or its first words."""
    group = re.escape(label.split(" or ", maxsplit=1)[0])
    found = re.search(rf"\b(\d+) {group}s?\b", value)
    return int(found[1]) if found else 0


def known_from(package: Package, event: pd.Series) -> Line:
    """From how many origins the event is known, which opens what that means; how much of it was read."""
    grades = package["grades"].set_index("grade")
    found = grades.loc[corroboration(package, event.to_frame().T).iloc[0]]
    known = (Phrase(f"{say('sources.known_from')} ", is_strong=True), Phrase(found.label, meaning=found.description))
    text = quality_text(package, event)
    return (*known, Phrase(f". {text}")) if text else known


def _naming(package: Package, event_id: str) -> list[Part]:
    """The records of people, targets and ships that name the event, a part a table."""
    found = backlinks_of_event(package, event_id).items()
    titles = {table: package.descriptor.table(table).title for table, _ in found}
    return [
        rows_part("naming", say("event.backlinks", table=titles[table], number=len(rows)), rows)
        for table, rows in found
    ]
