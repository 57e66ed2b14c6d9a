"""Draws the tables of sanctions: the targets, their ties, the licences and the ships."""

from collections.abc import Sequence

import pandas as pd
import streamlit as st
from streamlit.elements.lib.column_types import ColumnConfig

from components.data_table import draw_table
from components.figure import draw_heading
from components.frame import View, address
from components.plain import plain
from data.figures import Scene
from data.package import Package
from data.sanctions import in_force, licences_in_view, publishers, ships_in_view, tankers_taken, ties, with_links
from data.sanctions_figures import targets_in

TARGETS = [
    "display_name",
    "target_type",
    "listed_on",
    "programme",
    "role",
    "relation",
    "linked_name",
    "status",
    "delisted_on",
    "authority",
    "nationality_or_flag",
    "imo",
    "ofac_record",
    "record",
    "notes",
    "publishers",
]
UNDATED = ["display_name", "target_type", "programme", "role", "status", "ofac_record", "record", "notes", "publishers"]
TIES = ["from_target_id_or_name", "relation", "to_name", "listed_on", "sources", "publishers"]
LICENCES = ["family", "version", "status", "issued_on", "ends", "subject", "date_precision", "notes", "publishers"]
SHIPS = [
    "name",
    "other_names",
    "imo",
    "flag",
    "owner",
    "listed_on",
    "seized_on",
    "seizure",
    "outcome",
    "record",
    "flag_note",
    "notes",
    "publishers",
]
NAME_WIDTH, GAP_WIDTH = 215, 135


def draw_targets(view: View) -> None:
    """The targets of the view, newest listing first; those without a listing date apart where months are chosen."""
    targets = targets_in(Scene(view.package, view.filters, view.events))
    if targets.rows.empty:
        draw_heading("No target in this view", "None is known to be listed in these months and holds these words.")
    else:
        gone = int(targets.rows.delisted_on.notna().sum())
        draw_heading(
            f"{counted(len(targets.rows), 'target')} listed by US authorities"
            + (f", {gone} of them delisted again" if gone else ""),
            "People, companies, groups and ships of this dataset that OFAC or the State Department listed or delisted "
            "over Venezuela; not the whole list. OFAC's own record is linked where its number is known.",
        )
        _draw_targets(view, targets.rows, TARGETS, "targets")
    if targets.undated:
        st.markdown(f"**Listing date unknown: {targets.undated} left out by the months**")
        _draw_targets(view, targets.left_out, UNDATED, "targets_undated")


def _draw_targets(view: View, rows: pd.DataFrame, columns: Sequence[str], key: str) -> None:
    package = view.package
    shown = with_links(rows, package["sanctions_targets"]).sort_values("listed_on", ascending=False, kind="stable")
    draw_table(
        package,
        "sanctions_targets",
        shown.assign(record=_records(view, shown.event_id), publishers=_publishers(package, shown)),
        columns,
        name="listed targets, the latest listing first",
        key=key,
        extra={
            "linked_name": _text(package, "sanctions_targets", "linked_to"),
            "ofac_record": st.column_config.LinkColumn("OFAC record", display_text="open"),
            "record": _link(package, "sanctions_targets", "event_id"),
            "publishers": _text(package, "sanctions_targets", "source_ids"),
        },
        placeholder="",
    )


def draw_ties(view: View) -> None:
    """The ties that hold the view's words, one tab a kind; each row reads as a sentence."""
    package = view.package
    found = ties(package["sanctions_relations"], package["sanctions_targets"], view.filters.q)
    kinds = package.choices("sanctions_relations", "kind")
    if found.empty:
        draw_heading("No tie in this view", "No tie holds these words.")
        return
    draw_heading(
        f"{counted(len(found), 'tie')} between people, companies, groups and ships",
        "Each row reads as a sentence, from the first name to the last; the day is that of the first one's listing.",
    )
    of_kind = {kind: found[found.kind == kind] for kind in kinds}
    tabs = st.tabs([plain(f"{label} ({len(of_kind[kind])})") for kind, label in kinds.items()])
    for tab, (kind, rows) in zip(tabs, of_kind.items(), strict=True):
        with tab:
            _draw_ties(package, rows, f"ties_{kind}")


def _draw_ties(package: Package, rows: pd.DataFrame, key: str) -> None:
    if rows.empty:
        st.markdown("No tie of this kind holds these words.")
        return
    draw_table(
        package,
        "sanctions_relations",
        rows.assign(sources=rows.source_ids.map(len), publishers=_publishers(package, rows)),
        TIES,
        name="ties, each row a sentence from one end to the other",
        key=key,
        extra={
            **{end: _text(package, "sanctions_relations", end, NAME_WIDTH) for end in TIES[:3]},
            "listed_on": _day(package, "sanctions_targets", "listed_on"),
            "sources": st.column_config.NumberColumn(package.column("sanctions_relations", "source_ids").title),
            "publishers": _text(package, "sources", "publisher"),
        },
        placeholder="",
        height="content",
    )


def draw_licences(view: View) -> None:
    """The versions of OFAC's general licences that hold the view's words, those in force first."""
    package = view.package
    found = licences_in_view(package["licences"], view.filters.q)
    description = package.descriptor.table("licences").description
    if found.empty:
        draw_heading("No licence in this view", "No licence holds these words.")
        return
    draw_heading(
        f"{len(in_force(found))} of {counted(len(found), 'version')} of general licences in force",
        f"Each row: {description[0].lower()}{description[1:]}",
    )
    draw_table(
        package,
        "licences",
        found.assign(publishers=_publishers(package, found)),
        LICENCES,
        name="versions of general licences, those in force first",
        key="licences",
        extra={
            "ends": _text(package, "licences", "replaced_by_or_expires"),
            "publishers": _text(package, "licences", "source_ids"),
        },
        placeholder="",
    )


def draw_ships(view: View) -> None:
    """The ships that hold the view's words, the latest seized first; what is not known says so."""
    package = view.package
    found = ships_in_view(package["ships"], package["events"], view.filters.q)
    taken = len(tankers_taken(found, package["events"]))
    if found.empty:
        draw_heading("No ship in this view", "No ship holds these words.")
        return
    draw_heading(
        f"{counted(len(found), 'ship')}; tankers taken: {taken}",
        "Listed, seized, chased or boarded, in any month. Each ship is one row, whatever names it sailed under.",
    )
    shown = found.assign(record=_records(view, found.seizing_event_id), publishers=_publishers(package, found))
    draw_table(
        package,
        "ships",
        shown.replace("", None),
        SHIPS,
        name="ships that were listed, seized, chased or boarded, the latest seized first",
        key="ships",
        extra={
            "other_names": _text(package, "ships", "former_names", GAP_WIDTH),
            **{name: _text(package, "ships", name, GAP_WIDTH) for name in ("imo", "flag")},
            "listed_on": _day(package, "ships", "listed_on", GAP_WIDTH),
            "seized_on": _day(package, "ships", "seizing_event_id", GAP_WIDTH),
            "seizure": _text(package, "events", "title"),
            "record": _link(package, "events", "event_id"),
            "publishers": _text(package, "ships", "source_ids"),
        },
        placeholder="not in our sources",
    )


def _records(view: View, event_ids: pd.Series) -> pd.Series:
    return event_ids.map(lambda event: address(view, "events", event=event) if event else None)


def _publishers(package: Package, rows: pd.DataFrame) -> pd.Series:
    return publishers(rows.source_ids, package["sources"])


def _text(package: Package, table: str, column: str, width: int | None = None) -> ColumnConfig:
    declared = package.column(table, column)
    return st.column_config.TextColumn(declared.title, help=declared.description, width=width)


def _day(package: Package, table: str, column: str, width: int | None = None) -> ColumnConfig:
    declared = package.column(table, column)
    return st.column_config.DateColumn(declared.title, help=declared.description, width=width, format="D MMM YYYY")


def _link(package: Package, table: str, column: str) -> ColumnConfig:
    declared = package.column(table, column)
    return st.column_config.LinkColumn(declared.title, help=declared.description, display_text="record")


def counted(number: int, noun: str) -> str:
    """The number with its noun, in the plural unless it is one."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
