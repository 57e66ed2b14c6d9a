"""What OFAC's list says, brought into the tables: each value put right with its reason, new targets as rows."""

import re
from dataclasses import dataclass

import pandas as pd

from data.curation.corrections import correct
from data.curation.ofac.comparison import ACTIVE, DELISTED, TARGETS, Comparison, KnownTargets, all_names, spoken_name
from data.curation.ofac.list_files import ListEntry
from data.curation.working_tables import RefusedError, WorkingTables, rows_in_order
from data.package.rules.sanctions import SHARED
from data.text.days import is_day
from data.text.matching import folded

SHIPS, EVENTS, SOURCES = "ships", "events", "sources"
# By the class of a ship the words of OFAC's vessel types that mean it.
SHIP_CLASSES = {"tanker": ("tanker",), "fishing": ("fishing",), "survey": ("survey", "research")}
LONGEST_NAME, LONGEST_ID = 80, 40


@dataclass(frozen=True)
class ListSource:
    """The list as a source: its day, and the address of a copy of it."""

    day: str
    url: str

    @property
    def source_id(self) -> str:
        """Its id among the sources."""
        return f"ofac-sdn-{self.day}"

    @property
    def reason(self) -> tuple[str, str]:
        """Why a value is put right, and the source that shows it."""
        return f"OFAC's list of {self.day} says so", self.source_id


def source_of_list(day: str, url: str) -> ListSource:
    """The list as a source. Raises RefusedError when its day is none or no copy is named."""
    if not is_day(day):
        raise RefusedError("say in --source of which day the list is and where a copy of it stays")
    if not url.startswith(("https://", "http://")):
        raise RefusedError(
            "say in --source where a copy of the list stays: OFAC's own address shows another one tomorrow"
        )
    return ListSource(day, url)


def write_comparison(
    tables: WorkingTables, found: Comparison, new: list[ListEntry], event_id: str, source: ListSource
) -> None:
    """Bring in what the list says: changes and delistings of `found`, and new entries as targets of their event. The
    list is a source of every row that it changes. Raises RefusedError where an entry fits no table."""
    if not (found.changes or found.delisted or new):
        return
    if source.source_id not in set(tables.texts[SOURCES].source_id):
        row = {"publisher": "OFAC", "source_type": "official", "basis": "read", "origins": "us-executive"}
        title = f"SDN list of {source.day} (SDN.CSV, ALT.CSV and ADD.CSV)"
        own = {"source_id": source.source_id, "title": title, "published": source.day, "url": source.url}
        _add(tables, SOURCES, {**row, **own})
    _write_changes(tables, found, source)
    _write_delistings(tables, found, source)
    if new:
        _write_additions(tables, new, event_id, source)
    _have_ships_follow(tables, source)


def _have_ships_follow(tables: WorkingTables, source: ListSource) -> None:
    """Put right what a ship's row repeats of its target."""
    targets = tables.texts[TARGETS].set_index("target_id")
    for ship_id, target_id in tables.texts[SHIPS][["ship_id", "target_id"]].itertuples(index=False, name=None):
        for column, of_target in SHARED.items() if target_id else ():
            value = str(targets.at[target_id, of_target])
            if tables.texts[SHIPS].at[tables.row(SHIPS, ship_id), column] != value:
                correct(tables, SHIPS, ship_id, column, value, source.reason)


def _write_changes(tables: WorkingTables, found: Comparison, source: ListSource) -> None:
    """Put right what the list says otherwise."""
    for (target_id, column), value in found.changes.items():
        correct(tables, TARGETS, target_id, column, value, source.reason)
    for target_id in dict.fromkeys(target_id for target_id, _ in found.changes):
        _cite(tables, target_id, source)


def _write_delistings(tables: WorkingTables, found: Comparison, source: ListSource) -> None:
    """Mark targets that the list has no more as delisted by its day; the row stays, and its note says how that is
    known."""
    why = (f"Not on OFAC's list of {source.day}", source.source_id)
    for target_id in found.delisted:
        notes = str(tables.texts[TARGETS].at[tables.row(TARGETS, target_id), "notes"])
        note = f"{why[0]}; the day of removal may be earlier."
        values = {"status": DELISTED, "delisted_on": source.day, "notes": f"{notes} {note}".strip()}
        for column, value in values.items():
            correct(tables, TARGETS, target_id, column, value, why)
        _cite(tables, target_id, source)


def _cite(tables: WorkingTables, target_id: str, source: ListSource) -> None:
    cited = str(tables.texts[TARGETS].at[tables.row(TARGETS, target_id), "source_ids"])
    if source.source_id not in cited.split(";"):
        correct(tables, TARGETS, target_id, "source_ids", f"{cited};{source.source_id}", source.reason)


def _write_additions(tables: WorkingTables, entries: list[ListEntry], event_id: str, source: ListSource) -> None:
    """Add entries as targets of the event that listed them, and vessels as ships too."""
    tables.row(EVENTS, event_id)
    known = KnownTargets(tables)
    ids = {folded(row["name"]): target_id for target_id, row in known.rows.items()}
    for entry in entries:
        ids[folded(entry.name)] = _new_id(entry, {*ids.values()})
    for entry in entries:
        linked_to = ids.get(folded(entry.linked_to), "") if entry.linked_to else ""
        _add(tables, TARGETS, _target_row(known, entry, ids[folded(entry.name)], event_id, linked_to, source))
    for entry in entries:
        if entry.target_type == "vessel":
            _add_ship(tables, entry, ids[folded(entry.name)], source)


def _new_id(entry: ListEntry, taken: set[str]) -> str:
    """An id made of the name, and of OFAC's number too where another target has it."""
    made = "-".join(re.findall("[a-z0-9]+", folded(entry.name)))[: LONGEST_ID - len(entry.uid) - 1].strip("-")
    return f"{made}-{entry.uid}" if made in taken else made


def _target_row(
    known: KnownTargets, entry: ListEntry, target_id: str, event_id: str, linked_to: str, source: ListSource
) -> dict[str, str]:
    if entry.target_type not in known.target_types:
        raise RefusedError(f'{entry.uid} {entry.name} is of the kind "{entry.kind}", which table {TARGETS} has not')
    if len(entry.name) > LONGEST_NAME:
        raise RefusedError(f"{entry.uid}: the name has more than {LONGEST_NAME} characters; add it by hand")
    own = {"name": entry.name, "display_name": spoken_name(entry.name)}
    return {
        **own,
        "target_id": target_id,
        "event_id": event_id,
        "aliases": ";".join(all_names("", own, entry.other_names)),
        "target_type": entry.target_type,
        "programme": ";".join(code for code in entry.programmes if code in known.programmes),
        "authority": "OFAC",
        "role": entry.title or entry.vessel_type or "Role not stated on the list",
        "relation": "linked to" if linked_to else "",
        "linked_to": linked_to,
        "nationality_or_flag": known.country_of(entry),
        "imo": entry.imo,
        "vessel_type": entry.vessel_type if entry.vessel_type in known.vessel_types else "",
        "ofac_uid": entry.uid,
        "status": ACTIVE,
        "source_ids": source.source_id,
        "notes": f"As OFAC's list of {source.day} has it; the list does not give the day of listing.",
    }


def _add_ship(tables: WorkingTables, entry: ListEntry, target_id: str, source: ListSource) -> None:
    """The row of a vessel among the ships: the one with its IMO number, or a new one."""
    ships = tables.texts[SHIPS]
    if entry.imo and entry.imo in set(ships.imo):
        ship_id = str(ships.ship_id[ships.imo == entry.imo].iloc[0])
        correct(tables, SHIPS, ship_id, "target_id", target_id, source.reason)
        return
    words = entry.vessel_type.lower()
    classes = [name for name, parts in SHIP_CLASSES.items() if any(part in words for part in parts)]
    if not classes:
        rule = f'its type "{entry.vessel_type}" is none of the classes of table {SHIPS}'
        raise RefusedError(f"{entry.uid} {entry.name}: {rule}; add it by hand")
    target = tables.texts[TARGETS].loc[tables.row(TARGETS, target_id)].astype("str")
    values = {
        "ship_id": target_id,
        "name": str(target["display_name"]),
        "former_names": str(target["aliases"]),
        "imo": entry.imo,
        "ship_type": entry.vessel_type,
        "ship_class": classes[0],
        "flag": str(target["nationality_or_flag"]),
        "owner": spoken_name(entry.linked_to),
        "target_id": target_id,
        "outcome": "unknown",
        "source_ids": source.source_id,
        "notes": str(target["notes"]),
    }
    _add(tables, SHIPS, values)


def _add(tables: WorkingTables, name: str, values: dict[str, str]) -> None:
    rows = tables.texts[name]
    row = pd.DataFrame([[values.get(str(column), "") for column in rows]], columns=rows.columns, dtype="str")
    tables.texts[name] = rows_in_order(tables.table(name), rows, row).reset_index(drop=True)
