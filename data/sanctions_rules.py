"""Rules of the tables of sanctions: ties end at somebody, one ship is one row, actions and pictures are complete."""

import re
from collections import Counter
from collections.abc import Iterator

import pandas as pd

from data.problems import Problem
from data.rows import Frames, named, values_by
from data.words import folded

PAGE = "sanctions"
ENDS = ("from_target_id_or_name", "to_name")
IDENTIFIER = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
DELISTED, VESSEL = "delisted", "vessel"


def ties_end_at_somebody(frames: Frames) -> Iterator[Problem]:
    """An end written as an identifier is a target's; a name that a target bears is written as its identifier."""
    relations, targets = frames["sanctions_relations"], frames["sanctions_targets"]
    known = set(targets.target_id)
    borne = {folded(name) for column in ("name", "display_name") for name in targets[column]}
    for end in ENDS:
        written = relations[end].map(lambda value: bool(IDENTIFIER.fullmatch(value))).astype(bool)
        nobody = relations[written & ~relations[end].isin(known)]
        yield from named(nobody, "sanctions_relations", end, "must be a target_id, or a plain name")
        twice = relations[~written & relations[end].map(folded).isin(borne)]
        yield from named(twice, "sanctions_relations", end, "a target is named by its target_id")
    oneself = relations[relations[ENDS[0]] == relations[ENDS[1]]]
    yield from named(oneself, "sanctions_relations", ENDS[1], "must not be the same as the other end")


def ties_have_places(frames: Frames) -> Iterator[Problem]:
    """Every end of a tie has its place in the picture that draws the tie, and every place is an end's."""
    relations, places = frames["sanctions_relations"], frames["ties_places"]
    placed = set(zip(places.picture, places.node, strict=True))
    ends = [set(zip(relations.picture, relations[end], strict=True)) for end in ENDS]
    for end in ENDS:
        there = pd.Series(list(zip(relations.picture, relations[end], strict=True)), index=relations.index)
        rule = "must have a place in table ties_places for its picture"
        yield from named(relations[~there.isin(placed)], "sanctions_relations", end, rule)
    own = pd.Series(list(zip(places.picture, places.node, strict=True)), index=places.index, dtype="object")
    unused = places[~own.isin(ends[0] | ends[1])]
    yield from named(unused, "ties_places", "node", "no tie of this picture ends here")


def one_ship_one_row(frames: Frames) -> Iterator[Problem]:
    """No ship has two rows: a name or other name that another row bears too needs two different IMO numbers."""
    ships = frames["ships"]
    names = [
        {folded(name) for name in (name, *others)}
        for name, others in zip(ships["name"], ships.former_names, strict=True)
    ]
    for position, (row, imo) in enumerate(zip(ships.index, ships.imo, strict=True)):
        for earlier in range(position):
            shared = names[position] & names[earlier]
            if shared and not (imo and ships.imo.iloc[earlier] and imo != ships.imo.iloc[earlier]):
                rule = f"row {ships.index[earlier]} bears this name too: one ship is one row"
                yield Problem("ships", rule, int(row), "name", ", ".join(sorted(shared)))


def ships_are_their_targets(frames: Frames) -> Iterator[Problem]:
    """A listed ship has one row among the ships, with the same IMO number."""
    ships, targets = frames["ships"], frames["sanctions_targets"]
    imo = values_by(targets, "target_id", "imo")
    joined = ships[ships.target_id.isin(targets.target_id)]
    differs = joined[joined.imo != joined.target_id.map(imo)]
    yield from named(differs, "ships", "imo", "must be the IMO number of its sanctions target")
    rows = Counter(ships.target_id)
    vessels = targets[targets.target_type == VESSEL]
    wrong = vessels[vessels.target_id.map(lambda target: rows[target] != 1).astype(bool)]
    yield from named(wrong, "sanctions_targets", "target_id", "a ship must have one row in table ships")


def actions_are_told(frames: Frames) -> Iterator[Problem]:
    """Every event of a type that the page of sanctions shows is an action, and so is every target's event."""
    events, types, told = frames["events"], frames["event_types"], set(frames["sanctions_actions"].event_id)
    shown = events[events.event_type.isin(types[types.page == PAGE].event_type)]
    rule = "must stand in table sanctions_actions"
    yield from named(shown[~shown.event_id.isin(told)], "events", "event_id", rule)
    targets = frames["sanctions_targets"]
    yield from named(targets[~targets.event_id.isin(told)], "sanctions_targets", "event_id", rule)


def delisted_targets_say_when(frames: Frames) -> Iterator[Problem]:
    """A target has the status of one that was taken off the list exactly when the day is given."""
    targets = frames["sanctions_targets"]
    wrong = targets[(targets.status == DELISTED) != targets.delisted_on.notna()]
    yield from named(wrong, "sanctions_targets", "status", "must be delisted exactly when delisted_on is given")


def licences_follow_each_other(frames: Frames) -> Iterator[Problem]:
    """A licence is replaced by one that is there and says so, and does not expire before it is issued."""
    licences = frames["licences"]
    replaces = dict(zip(licences.licence_id, licences.replaces, strict=True))
    by_licence = licences[licences.replaced_by_or_expires.str.startswith("gl-")]
    own = by_licence.replaced_by_or_expires.map(replaces)
    wrong = by_licence[own != by_licence.licence_id]
    rule = "must be a licence that says in replaces that it replaces this one"
    yield from named(wrong, "licences", "replaced_by_or_expires", rule)
    expiry = pd.to_datetime(
        licences.replaced_by_or_expires.where(~licences.index.isin(by_licence.index)), errors="coerce"
    )
    yield from named(
        licences[expiry < licences.issued_on], "licences", "replaced_by_or_expires", "must not be before issued_on"
    )


SANCTIONS_RULES = (
    (("sanctions_relations", "sanctions_targets"), ties_end_at_somebody),
    (("sanctions_relations", "ties_places"), ties_have_places),
    (("ships",), one_ship_one_row),
    (("ships", "sanctions_targets"), ships_are_their_targets),
    (("events", "event_types", "sanctions_actions", "sanctions_targets"), actions_are_told),
    (("sanctions_targets",), delisted_targets_say_when),
    (("licences",), licences_follow_each_other),
)
