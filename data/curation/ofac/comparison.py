"""What OFAC's list says that our targets do not: who is new on it, what is said otherwise, who is no longer on it."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from data.curation.ofac.list_files import ListEntry, OfacList
from data.curation.working_tables import WorkingTables
from data.text.matching import folded

TARGETS, SHIPS, COUNTRIES = "sanctions_targets", "ships", "countries"
PROGRAMMES, VENEZUELA = "programmes", "VENEZUELA"
DELISTED, ACTIVE, UNKNOWN = "delisted", "active", "unknown"
VAGUE_VESSEL_TYPE = "tanker"
WORD = re.compile(r"\w+")
PARTICLES = ("DE", "DEL", "LA", "LAS", "LOS", "Y")
Target = Mapping[str, str]


@dataclass
class Comparison:
    """What would change: `additions` are entries that no target is; `changes` by target and column the new value;
    `delisted` the targets that the list has no more; `remarks` what a curator must look at."""

    additions: list[ListEntry] = field(default_factory=list)
    changes: dict[tuple[str, str], str] = field(default_factory=dict)
    delisted: list[str] = field(default_factory=list)
    remarks: list[str] = field(default_factory=list)


class KnownTargets:
    """Our targets by what they may be known by on the list."""

    def __init__(self, tables: WorkingTables) -> None:
        """Of the tables as they are worked on."""
        rows = tables.texts[TARGETS]
        self.rows: dict[str, Target] = {
            values[0]: dict(zip(map(str, rows), values, strict=True))
            for values in rows.itertuples(index=False, name=None)
        }
        ships = tables.texts[SHIPS]
        untold = ships[(ships.target_id == "") & (ships.imo != "")]
        self.other_ships: dict[str, str] = dict(zip(untold.imo, untold.ship_id, strict=True))
        countries = tables.texts[COUNTRIES]
        self._countries: dict[str, str] = dict(zip(countries["name"].map(folded), countries.country, strict=True))
        self.programmes = {*tables.texts[PROGRAMMES].programme}
        declared = tables.table(TARGETS)
        self.target_types = {*declared.column("target_type").labels}
        self.vessel_types = {*declared.column("vessel_type").labels}
        self._by = {
            column: {folded(row[column]): target_id for target_id, row in self.rows.items() if row[column]}
            for column in ("ofac_uid", "imo", "name")
        }

    def target_of(self, entry: ListEntry) -> tuple[str, str]:
        """The id of the target that an entry is, and the column by which that is known: OFAC's number, else the IMO
        number, else exactly the name. Both are empty where it is none."""
        for column, value in (("ofac_uid", entry.uid), ("imo", entry.imo), ("name", entry.name)):
            if value and (target_id := self._by[column].get(folded(value))):
                return target_id, column
        return "", ""

    def country_of(self, entry: ListEntry) -> str:
        """The code of the country that an entry names; empty where it names none, or one that we have not."""
        return self._countries.get(folded(entry.country), "")

    def is_wanted(self, entry: ListEntry) -> bool:
        """Whether an entry is of a Venezuela programme, one of our targets or one of our ships."""
        return _is_of_venezuela(entry) or bool(self.target_of(entry)[0]) or entry.imo in self.other_ships


def compare_with_list(targets: KnownTargets, listed: OfacList) -> Comparison:
    """What the list would change in our targets. Nothing is taken away: what the list lacks of a target that it has is
    a remark, and so is a target that we hold for delisted and the list has."""
    found, seen = Comparison(), set()
    for entry in listed.entries.values():
        target_id, by = targets.target_of(entry)
        if ship_id := targets.other_ships.get(entry.imo, ""):
            found.remarks.append(_ship_remark(ship_id, entry, target_id))
        if not target_id and _is_of_venezuela(entry):
            found.additions.append(entry)
        elif not target_id:
            continue
        elif target_id in seen or (by == "name" and targets.rows[target_id]["ofac_uid"]):
            found.remarks.append(f"{entry.uid} {entry.name}: bears the {by} of {target_id} too; nothing is changed")
        else:
            seen.add(target_id)
            _compare(targets, target_id, entry, by, found)
    for target_id, row in targets.rows.items():
        if target_id not in seen and row["status"] != DELISTED:
            # Without OFAC's number nothing shows that the list ever had the target as we know it.
            if row["ofac_uid"]:
                found.delisted.append(target_id)
            else:
                found.remarks.append(f"{target_id}: no OFAC number here, and not found by IMO or name; look it up")
    return found


def _is_of_venezuela(entry: ListEntry) -> bool:
    return any(code.startswith(VENEZUELA) for code in entry.programmes)


def _ship_remark(ship_id: str, entry: ListEntry, target_id: str) -> str:
    """A line for a ship whose row names no target and which the list has."""
    listed = f"on the list as {entry.uid} {entry.name} ({', '.join(entry.programmes)}) by its IMO {entry.imo}"
    here = f"the target {target_id} is the same: name it in target_id" if target_id else "no target here"
    return f"ship {ship_id}: {listed}, {here}"


def _compare(targets: KnownTargets, target_id: str, entry: ListEntry, by: str, found: Comparison) -> None:
    row = targets.rows[target_id]
    if row["status"] == DELISTED:
        found.remarks.append(f"{target_id}: delisted on {row['delisted_on']} here, and the list has it ({entry.uid})")
        return
    if by != "ofac_uid":
        found.remarks.append(f"{target_id}: taken for {entry.uid} {entry.name} by its {by}")
    changes = {column: value for column, value in _values(targets, row, entry) if value != row[column]}
    found.changes |= {(target_id, column): value for column, value in changes.items()}
    found.remarks += [f"{target_id}: {remark}" for remark in _remarks(targets, row, entry)]


def _values(targets: KnownTargets, row: Target, entry: ListEntry) -> Iterator[tuple[str, str]]:
    """What each column would be: what is empty is filled, what is listed otherwise put right, lists only grow."""
    is_same = folded(row["name"]) == folded(entry.name)
    now = row if is_same else {"name": entry.name, "display_name": spoken_name(entry.name)}
    yield "name", now["name"]
    yield "display_name", now["display_name"]
    former = [] if is_same else [row["display_name"]]
    yield "aliases", ";".join(all_names(row["aliases"], now, [*former, *entry.other_names]))
    codes = [code for code in row["programme"].split(";") if code]
    new = [code for code in entry.programmes if code in targets.programmes and not _is_covered(code, codes)]
    yield "programme", ";".join([*codes, *new])
    yield "ofac_uid", row["ofac_uid"] or entry.uid
    yield "imo", row["imo"] or entry.imo
    yield "nationality_or_flag", row["nationality_or_flag"] or targets.country_of(entry)
    is_better = entry.vessel_type in targets.vessel_types and row["vessel_type"] in ("", VAGUE_VESSEL_TYPE)
    yield "vessel_type", entry.vessel_type if is_better else row["vessel_type"]
    yield "status", ACTIVE if row["status"] == UNKNOWN else row["status"]


def _remarks(targets: KnownTargets, row: Target, entry: ListEntry) -> Iterator[str]:
    """What the list says otherwise and no rule decides."""
    if row["ofac_uid"] and row["ofac_uid"] != entry.uid:
        yield f"OFAC number {row['ofac_uid']} here, {entry.uid} on the list"
    if entry.imo and row["imo"] and row["imo"] != entry.imo:
        yield f"IMO {row['imo']} here, {entry.imo} on the list"
    if unknown := [code for code in entry.programmes if code not in targets.programmes]:
        yield f"listed under {', '.join(unknown)}, which table programmes has not"
    lost = [code for code in row["programme"].split(";") if not _is_covered(code, list(entry.programmes))]
    if lost := [code for code in lost if not any(code.startswith(f"{one}-") for one in entry.programmes)]:
        yield f"the list no longer names {', '.join(lost)}"


def _is_covered(code: str, codes: list[str]) -> bool:
    """Whether a programme is among some, be it as one that says more: VENEZUELA is in VENEZUELA-EO13692."""
    return any(one == code or one.startswith(f"{code}-") for one in codes)


def all_names(aliases: str, row: Target, more: list[str]) -> list[str]:
    """The names of `aliases` and those of `more` that are none of the names of the row in another order or case."""
    names = [name for name in aliases.split(";") if name]
    known = {_words(name) for name in (*names, row.get("name", ""), row.get("display_name", ""))}
    for name in more:
        if _words(name) not in known and ";" not in name:
            known.add(_words(name))
            names.append(spoken_name(name))
    return names


def _words(name: str) -> frozenset[str]:
    return frozenset(WORD.findall(folded(name)))


def spoken_name(name: str) -> str:
    """A name as a reader would write it: "PEREZ LOPEZ, Ana" is "Ana Perez Lopez"."""
    family, _, given = name.partition(", ")
    whole = f"{given} {family}" if given and family.isupper() else name
    return " ".join(_recased(word) for word in whole.split())


def _recased(word: str) -> str:
    if word in PARTICLES:
        return word.lower()
    return word.capitalize() if word.isupper() and len(word) > 2 and "." not in word else word
