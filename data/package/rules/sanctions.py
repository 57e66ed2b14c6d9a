"""Rules of the tables of sanctions: ties end at somebody, one ship is one row, actions and pictures are complete."""

import re
from collections import Counter
from collections.abc import Iterator

import pandas as pd

from data.package.problems import Problem, quotable
from data.package.rows import Frames, problems_in_rows, values_by
from data.text.matching import folded
from data.text.suggestions import did_you_mean

PAGE = "sanctions"
ENDS = ("from_target_id_or_name", "to_name")
IDENTIFIER = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
DELISTED, VESSEL, NEVER = "delisted", "vessel", "never"
# What a ship has in common with its row among the targets, by the columns of both.
SHARED = {"imo": "imo", "programme": "programme", "list_status": "status"}


def ties_end_at_somebody(frames: Frames) -> Iterator[Problem]:
    """An end written as an identifier is a target's; a name that a target bears is written as its identifier."""
    relations, targets = frames["sanctions_relations"], frames["sanctions_targets"]
    known = set(targets.target_id)
    borne = {
        folded(name): target
        for column in ("name", "display_name")
        for name, target in zip(targets[column], targets.target_id, strict=True)
    }
    bearers = ("sanctions_targets.target_id", "sanctions_targets.name", "sanctions_targets.display_name")
    for end in ENDS:
        written = relations[end].map(lambda value: bool(IDENTIFIER.fullmatch(value))).astype(bool)
        nobody = relations[written & ~relations[end].isin(known)]
        hinted = nobody.assign(hint=[did_you_mean(name, known) for name in nobody[end]])
        rule = f'"{{{end}}}" must be a target_id of sanctions_targets, or a plain name with spaces or capitals'
        yield from problems_in_rows(hinted, "sanctions_relations", end, rule, *bearers, hint="{hint}")
        twice = relations[~written & relations[end].map(folded).isin(borne)]
        meant = twice.assign(target=twice[end].map(folded).map(borne))
        rule = 'a target is named by its target_id: write "{target}"'
        yield from problems_in_rows(meant, "sanctions_relations", end, rule, *bearers)
    oneself = relations[relations[ENDS[0]] == relations[ENDS[1]]]
    yield from problems_in_rows(
        oneself, "sanctions_relations", ENDS[1], f'must not be the same as the other end, {ENDS[0]} "{{{ENDS[0]}}}"'
    )


def ties_have_places(frames: Frames) -> Iterator[Problem]:
    """Every end of a tie has its place in the picture that draws the tie, and every place is an end's."""
    relations, places = frames["sanctions_relations"], frames["ties_places"]
    placed = set(zip(places.picture, places.node, strict=True))
    ends = [set(zip(relations.picture, relations[end], strict=True)) for end in ENDS]
    for end in ENDS:
        there = pd.Series(list(zip(relations.picture, relations[end], strict=True)), index=relations.index)
        rule = f'must have a place in table ties_places for its picture: add picture "{{picture}}", node "{{{end}}}"'
        missing = relations[~there.isin(placed)]
        yield from problems_in_rows(
            missing, "sanctions_relations", end, rule, "ties_places.picture", "ties_places.node"
        )
    own = pd.Series(list(zip(places.picture, places.node, strict=True)), index=places.index, dtype="object")
    unused = places[~own.isin(ends[0] | ends[1])]
    reads = [f"sanctions_relations.{column}" for column in ("picture", *ENDS)]
    rule = 'no tie of the picture "{picture}" ends at "{node}": take the row out, or add the tie'
    yield from problems_in_rows(unused, "ties_places", "node", rule, *reads)


def one_ship_one_row(frames: Frames) -> Iterator[Problem]:
    """No ship has two rows: a name or other name that another row bears too needs two different IMO numbers."""
    ships = frames["ships"]
    names = [
        {folded(name) for name in (name, *others)}
        for name, others in zip(ships["name"], ships.former_names, strict=True)
    ]
    bearers: dict[str, list[int]] = {}
    for position, (row, imo) in enumerate(zip(ships.index, ships.imo, strict=True)):
        above = {earlier for name in names[position] for earlier in bearers.get(name, ())}
        for name in names[position]:
            bearers.setdefault(name, []).append(position)
        for earlier in sorted(above):
            shared = names[position] & names[earlier]
            if not (imo and ships.imo.iloc[earlier] and imo != ships.imo.iloc[earlier]):
                rule = (
                    f'row {ships.index[earlier]} bears the name "{quotable(", ".join(sorted(shared)))}" too: '
                    "one ship is one row, and two ships of one name each need their own imo"
                )
                reads = ("former_names", "imo", "ships.name", "ships.former_names", "ships.imo")
                yield Problem("ships", rule, int(row), "name", reads=reads)


def ships_are_their_targets(frames: Frames) -> Iterator[Problem]:
    """A listed ship has one row among the ships, with the same IMO number, programmes and place on the list."""
    ships, targets = frames["ships"], frames["sanctions_targets"]
    joined = ships[ships.target_id.isin(targets.target_id)]
    for own, name in SHARED.items():
        listed = joined.target_id.map(values_by(targets, "target_id", name))
        rule = f'must be {name} of its sanctions target "{{target_id}}", which is "{{listed}}"'
        wrong = joined.assign(listed=listed.map(_written))[joined[own] != listed]
        yield from problems_in_rows(wrong, "ships", own, rule, f"sanctions_targets.{name}")
    rows = Counter(ships.target_id)
    vessels = targets[targets.target_type == VESSEL]
    wrong = vessels[vessels.target_id.map(lambda target: rows[target] != 1).astype(bool)]
    counts = wrong.assign(rows=[rows[target] for target in wrong.target_id])
    rule = 'a target of type "{target_type}" must have one row in table ships with its target_id: {rows} have it'
    yield from problems_in_rows(counts, "sanctions_targets", "target_id", rule, "ships.target_id")


def _written(value: str | tuple[str, ...]) -> str:
    return ";".join(value) if isinstance(value, tuple) else value


def listed_ships_say_so(frames: Frames) -> Iterator[Problem]:
    """A ship under a programme says whether the list still has it; one that was never listed has no programme and no
    day of listing."""
    ships = frames["ships"]
    under = ships.programme.map(bool).astype(bool)
    silent = ships[under & (ships.list_status == "")]
    yield from problems_in_rows(
        silent, "ships", "list_status", "must be given for a ship under a programme", "programme"
    )
    never = ships[(ships.list_status == NEVER) & (under | ships.listed_on.notna())]
    rule = f"must not be {NEVER} for a ship with a programme or a day of listing"
    yield from problems_in_rows(never, "ships", "list_status", rule, "programme", "listed_on")


def actions_have_text(frames: Frames) -> Iterator[Problem]:
    """Every event of a type that the page of sanctions shows is an action, and so is every target's event."""
    events, types, with_text = frames["events"], frames["event_types"], set(frames["sanctions_actions"].event_id)
    shown = events[events.event_type.isin(types[types.page == PAGE].event_type)]
    rule = 'must stand in table sanctions_actions: add a row for "{event_id}" there'
    reads = ("sanctions_actions.event_id", "event_types.page")
    of_type = f'{rule}, or change event_type "{{event_type}}"'
    yield from problems_in_rows(shown[~shown.event_id.isin(with_text)], "events", "event_id", of_type, *reads)
    targets = frames["sanctions_targets"]
    yield from problems_in_rows(
        targets[~targets.event_id.isin(with_text)], "sanctions_targets", "event_id", rule, reads[0]
    )


def delisted_targets_say_when(frames: Frames) -> Iterator[Problem]:
    """A target has the status of one that was taken off the list exactly when the day is given."""
    targets = frames["sanctions_targets"]
    off, dated = targets.status == DELISTED, targets.delisted_on.notna()
    rule = f"must be {DELISTED} exactly when delisted_on is given"
    undated = f"{rule}: delisted_on is empty"
    yield from problems_in_rows(targets[off & ~dated], "sanctions_targets", "status", undated, "delisted_on")
    listed = f'{rule}: delisted_on is "{{delisted_on}}"'
    yield from problems_in_rows(targets[~off & dated], "sanctions_targets", "status", listed)


def licences_follow_in_order(frames: Frames) -> Iterator[Problem]:
    """A licence is replaced by one that is there and says so, and does not expire before it is issued."""
    licences = frames["licences"]
    replaces = dict(zip(licences.licence_id, licences.replaces, strict=True))
    by_licence = licences[licences.replaced_by_or_expires.str.startswith("gl-")]
    own = by_licence.replaced_by_or_expires.map(replaces)
    wrong = by_licence.assign(own=own)[own != by_licence.licence_id]
    reads = ("licences.licence_id", "licences.replaces")
    there = wrong.own.notna()
    rule = 'must be a licence that says in replaces that it replaces "{licence_id}"'
    says = f'{rule}: replaces of "{{replaced_by_or_expires}}" is "{{own}}"'
    yield from problems_in_rows(wrong[there], "licences", "replaced_by_or_expires", says, *reads)
    yield from problems_in_rows(
        wrong[~there], "licences", "replaced_by_or_expires", f"{rule}: there is no such row", *reads
    )
    expiry = pd.to_datetime(
        licences.replaced_by_or_expires.where(~licences.index.isin(by_licence.index)), errors="coerce"
    )
    rule = 'must not be before issued_on "{issued_on}"'
    yield from problems_in_rows(licences[expiry < licences.issued_on], "licences", "replaced_by_or_expires", rule)


SANCTIONS_RULES = (
    (("sanctions_relations", "sanctions_targets"), ties_end_at_somebody),
    (("sanctions_relations", "ties_places"), ties_have_places),
    (("ships",), one_ship_one_row),
    (("ships", "sanctions_targets"), ships_are_their_targets),
    (("ships",), listed_ships_say_so),
    (("events", "event_types", "sanctions_actions", "sanctions_targets"), actions_have_text),
    (("sanctions_targets",), delisted_targets_say_when),
    (("licences",), licences_follow_in_order),
)
