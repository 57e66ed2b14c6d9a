"""Rules of how well something is known: each value by its definition, from who acted, who says so, and the sources."""

import re
from collections.abc import Iterator

import pandas as pd

from data.package.problems import Problem
from data.package.rows import Frames, problems_in_rows, rows_where, values_by
from data.package.rules.sources import COMPILES

OFFICIAL, REPORTED, SINGLE = "official", "reported", "single"
ASSERTS, RELEASED = "asserts", "released"
# The ends of a ship that nothing can follow, and words of a note by which the end is not known.
ENDS = ("returned to Venezuela", "back in Venezuela", "reached Venezuela", "released", "scrapped")
OPEN_END = re.compile(
    r"\b(arrival|fate|location|what became of)\b[^.;]*\b(not in our sources|not known|unknown)\b|\bwas being\b",
    re.IGNORECASE,
)


def official_by_the_acting_government(frames: Frames) -> Iterator[Problem]:
    """A release that other governments alone claim, and no source of the acting one tells, is not acknowledged by
    it."""
    events, claims = frames["events"], frames["claims"]
    speaks_for = claims.claimant.map(values_by(frames["claimants"], "claimant", "government")).fillna("")
    announced = claims[(claims.field == RELEASED) & (claims.stance == ASSERTS) & (speaks_for != "")]
    announcers = speaks_for[announced.index].groupby(announced.event_id).agg(set).to_dict()
    governments = values_by(frames["origins"], "origin", "government")
    known = [
        announcers.get(event, {side}) | {governments.get(origin, "") for origin in origins}
        for event, side, origins in zip(events.event_id, events.actor_side, _origins(frames), strict=True)
    ]
    wrong = [side not in of for side, of in zip(events.actor_side, known, strict=True)]
    found = rows_where(events, (events.verification == OFFICIAL) & pd.Series(wrong, events.index, dtype="bool"))
    rule = 'must not be official: side "{actor_side}" acted, and only other governments announced it'
    reads = ("claims.claimant", "claims.field", "claimants.government", "source_ids", "sources.origins")
    yield from problems_in_rows(found, "events", "verification", rule, "actor_side", *reads)


def independent_reports_have_two_origins(frames: Frames) -> Iterator[Problem]:
    """What is independently reported traces to two origins, what one origin reported to no more; a compilation is
    none."""
    events, origins = frames["events"], frames["origins"]
    compiling = set(origins.origin[origins.compiles == COMPILES])
    several = pd.Series([len(found - compiling) > 1 for found in _origins(frames)], events.index, dtype="bool")
    reads = ("source_ids", "sources.origins", "origins.compiles")
    alone = rows_where(events, (events.verification == REPORTED) & ~several)
    rule = f"must be {SINGLE}: its sources trace to one independent origin"
    yield from problems_in_rows(alone, "events", "verification", rule, *reads)
    together = rows_where(events, (events.verification == SINGLE) & several)
    rule = f"must be {REPORTED}: its sources trace to several independent origins"
    yield from problems_in_rows(together, "events", "verification", rule, *reads)


def outcomes_fit_their_notes(frames: Frames) -> Iterator[Problem]:
    """A ship whose note leaves its end open has no outcome that is one."""
    ships = frames["ships"]
    is_open = ships.notes.map(lambda note: bool(OPEN_END.search(note))).astype(bool)
    wrong = rows_where(ships, ships.outcome.isin(ENDS) & is_open)
    yield from problems_in_rows(wrong, "ships", "outcome", "must not be an end that the note leaves open", "notes")


def _origins(frames: Frames) -> list[set[str]]:
    """The origins of each event, compilations among them; of a source that is not there none."""
    known = dict(zip(frames["sources"].source_id, frames["sources"].origins, strict=True))
    listed = frames["events"].source_ids.tolist()
    # Many events have the same sources.
    found = {ids: {origin for source in ids for origin in known.get(source, ())} for ids in set(listed)}
    return [found[ids] for ids in listed]


VERIFICATION_RULES = (
    (("events", "claims", "claimants", "sources", "origins"), official_by_the_acting_government),
    (("events", "sources", "origins"), independent_reports_have_two_origins),
    (("ships",), outcomes_fit_their_notes),
)
