"""The command that compares OFAC's list with our targets and, asked to, brings it in."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Annotated

import typer

from data.curation.command_options import Folder, written_tables
from data.curation.ofac.comparison import DELISTED, Comparison, KnownTargets, compare_with_list
from data.curation.ofac.list_files import ListEntry, OfacList, read_ofac_list
from data.curation.ofac.lists_read import why_not_delisted, write_list_down
from data.curation.ofac.write_list import source_of_list, write_comparison
from data.curation.working_tables import RefusedError
from data.package.descriptor import FOLDER

FILES_HELP = "SDN.CSV, ALT.CSV and ADD.CSV of one day, in this order."
Files = Annotated[tuple[Path, Path, Path], typer.Argument(metavar="FILE", help=FILES_HELP, exists=True, dir_okay=False)]


Source = Annotated[
    tuple[str, str],
    typer.Option(metavar="DAY URL", help="Of which day the list is, and where a copy of it stays, an archive's say."),
]
Event = Annotated[str, typer.Option(help="The event that listed the new ones; without it none is added.")]
Only = Annotated[list[str] | None, typer.Option(help="Add this OFAC number alone; may be repeated.")]
Force = Annotated[bool, typer.Option("--force", help="Mark as delisted although the list has shrunk.")]


def bring_in_list(
    files: Files,
    write: Annotated[bool, typer.Option("--write", help="Write it; without it only show what would be.")] = False,
    source: Source = ("", ""),
    event: Event = "",
    only: Only = None,
    force: Force = False,
    folder: Folder = FOLDER,
) -> None:
    """Compare OFAC's list, the files SDN.CSV, ALT.CSV and ADD.CSV of one day, with our targets.

    Looked at are entries of Venezuela programmes and targets that are here, known by OFAC's number, else the IMO
    number, else exactly the name; and ships of ours that name no target, by IMO number. With --write values that are
    listed otherwise are put right with the reason, empty ones filled, and targets that are no longer listed marked as
    delisted by the list's day. No row is taken out.

    \b
    python -m data ofac SDN.CSV ALT.CSV ADD.CSV
    python -m data ofac SDN.CSV ALT.CSV ADD.CSV --write --source 2026-12-01 URL
    """
    with written_tables(folder, dry_run=not write) as tables:
        known = KnownTargets(tables)
        listed = read_ofac_list(*files, known.is_wanted)
        found = compare_with_list(known, listed)
        refusal = _why_not_delisted(known, listed, found, folder, force=force)
        new = _chosen(found, only or [])
        for line in _lines(known, found, listed, refusal):
            typer.echo(line)
        if write:
            copy = source_of_list(*source)
            delisted = [] if refusal else found.delisted
            write_comparison(tables, replace(found, delisted=delisted), new if event else [], event, copy)
        if new and not event:
            typer.echo(
                "Entries are added with --event alone, the event that listed them (and --only for some of them)."
            )
    if write:
        write_list_down(folder, listed, copy)


def _why_not_delisted(known: KnownTargets, listed: OfacList, found: Comparison, folder: Path, *, force: bool) -> str:
    rows = [row for row in known.rows.values() if row["status"] != DELISTED and row["ofac_uid"]]
    return "" if force else why_not_delisted(folder, listed, len(rows), len(found.delisted))


def _chosen(found: Comparison, only: list[str]) -> list[ListEntry]:
    """The new entries that are to be added. Raises RefusedError when one that was named is not among them."""
    known = {entry.uid for entry in found.additions}
    if strange := next((uid for uid in only if uid not in known), ""):
        raise RefusedError(f"--only {strange}: no new entry of a Venezuela programme has that number")
    return [entry for entry in found.additions if not only or entry.uid in only]


def _lines(known: KnownTargets, found: Comparison, listed: OfacList, refusal: str) -> Iterator[str]:
    """What the list would change, a line a change, and a line that counts them."""
    for entry in found.additions:
        imo = f", IMO {entry.imo}" if entry.imo else ""
        linked = f", linked to {entry.linked_to}" if entry.linked_to else ""
        yield f"add: {entry.uid} {entry.name} ({entry.target_type}{imo}; {', '.join(entry.programmes)}{linked})"
    for (target_id, column), value in found.changes.items():
        yield f'change: {_numbered(known, target_id)}, {column}: "{known.rows[target_id][column]}" would be "{value}"'
    for target_id in found.delisted:
        yield f"delisted: {_numbered(known, target_id)}"
    for remark in found.remarks:
        yield f"look: {remark}"
    looked = (("to add", found.additions), ("to change", found.changes), ("to mark as delisted", found.delisted))
    counts = ", ".join(f"{len(rows)} {what}" for what, rows in (*looked, ("to look at", found.remarks)))
    yield f"{listed.count:,} entries read: {counts}."
    if refusal and found.delisted:
        yield f"Nobody is marked as delisted: {refusal}. With --force they are."


def _numbered(known: KnownTargets, target_id: str) -> str:
    row = known.rows[target_id]
    numbers = [row["ofac_uid"] and f"OFAC {row['ofac_uid']}", row["imo"] and f"IMO {row['imo']}"]
    return f"{target_id} ({', '.join(filter(None, numbers)) or 'no number'})"
