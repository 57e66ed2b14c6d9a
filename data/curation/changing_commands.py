"""Commands that change the tables: a value put right, a row moved or added, files and change sets brought in."""

from pathlib import Path
from typing import Annotated

import typer

from data.curation.change_lines import change_lines, since_release
from data.curation.command_options import DryRun, Folder, Source, Why, written_tables
from data.curation.corrections import correct, move
from data.curation.incoming.change_set import apply_change_set
from data.curation.incoming.column_mapping import read_mapping
from data.curation.incoming.import_rows import Imported, import_rows, write_rejects
from data.curation.incoming.new_row import Talk, ask_again, ask_for_row
from data.curation.working_tables import RefusedError, WorkingTables, check_working, staged
from data.package.descriptor import FOLDER
from data.package.problems import BrokenPackageError


def correct_value(
    table: Annotated[str, typer.Argument(help="The table, by the name of its file.")],
    row: Annotated[str, typer.Argument(help='The key of the row; of several columns, its parts joined by " · ".')],
    column: Annotated[str, typer.Argument(help="The column.")],
    value: Annotated[str, typer.Argument(help="What is right.")],
    why: Why,
    source: Source = "",
    folder: Folder = FOLDER,
) -> None:
    """Put one value right and write down why.

    \b
    python -m data correct events 2025-09-02-first-vessel-strike vessels 1 --why "One boat, as the Pentagon said"
    """
    with written_tables(folder) as tables:
        typer.echo(correct(tables, table, row, column, value, (_reason(why), source)))


def move_record(
    row: Annotated[str, typer.Argument(help="The id that the record has.")],
    new: Annotated[str, typer.Argument(help="The id that it gets.")],
    why: Why,
    folder: Folder = FOLDER,
) -> None:
    """Give an event, person, target, ship or source another id; links with the former one go on to work.

    \b
    An event whose id gets another day gets that day too.
    python -m data move 2026-02-17-hearing 2026-02-03-hearing --why "The judge agreed on 3 February"
    """
    with written_tables(folder) as tables:
        typer.echo(move(tables, row, new, _reason(why)))


def apply_folder(
    change_set: Annotated[Path, typer.Argument(help="The folder with the change set.", exists=True, file_okay=False)],
    why: Annotated[str, typer.Option(help="The reason of every correction for which the folder has none.")] = "",
    dry_run: DryRun = False,
    folder: Folder = FOLDER,
) -> None:
    """Bring in a change set: whole tables as they should become.

    The folder holds tables in the columns of ours (a column that it lacks is left as it is), changes.csv with the
    reasons (table, row, column, why, source_id), former_ids.csv and removed.csv for rows that move or go, and, for
    files with other headings, mapping.csv (table, column, heading, value).
    """
    with written_tables(folder, dry_run=dry_run) as tables:
        apply_change_set(tables, change_set, why)
        with staged(tables) as after:
            for line in change_lines(since_release(after)):
                typer.echo(line)


def import_file(
    file: Annotated[Path, typer.Argument(help="A CSV file or a workbook (.xlsx).", exists=True, dir_okay=False)],
    table: Annotated[str, typer.Option(help="The table; without it the one of the file's name.")] = "",
    mapping: Annotated[Path | None, typer.Option(help="A CSV: table, column, heading, value.", exists=True)] = None,
    write: Annotated[bool, typer.Option("--write", help="Write the rows; without it only show what would be.")] = False,
    why: Annotated[str, typer.Option(help="The reason, where published values are put right.")] = "",
    source: Source = "",
    folder: Folder = FOLDER,
) -> None:
    """Bring rows of a file into a table: new ones in their order, known ones put right; all of them or none.

    The headings are the columns of the table, or a mapping file says which they are. What does not fit is told by line
    and written to FILE.rejects.csv.
    """
    brought: list[Imported] = []

    def tell_rejects(broken: BrokenPackageError) -> None:
        typer.echo(f"Why is in {write_rejects(file, brought[0], broken.problems)}.")

    with written_tables(folder, dry_run=not write, tell_broken=tell_rejects) as tables:
        found = import_rows(tables, table or file.stem, file, read_mapping(mapping), (why.strip(), source))
        brought.append(found)
        typer.echo(f"{found.added} new, {found.changed} changed, {found.unchanged} as they are.")


def add_row(
    table: Annotated[str, typer.Argument(help="The table that gets a row.")] = "events", folder: Folder = FOLDER
) -> None:
    """Add a row, asked for field by field, with what each field means and may hold.

    Answers are checked at once; a new event is compared with those that are there; sources that are not there yet are
    asked for on the way. Ctrl-C leaves everything as it is.
    """
    talk = Talk(lambda question, proposed: str(typer.prompt(question, default=proposed)), typer.echo)
    with written_tables(folder) as tables:
        row_id = ask_for_row(tables, table, talk, {})
        while broken := _what_is_broken(tables):
            ask_again(tables, table, row_id, broken, talk)
        if talk.ask(f"Write {row_id}? (y/n)", "y") != "y":
            raise RefusedError("it was not wanted")


def _what_is_broken(tables: WorkingTables) -> BrokenPackageError | None:
    try:
        check_working(tables)
    except BrokenPackageError as broken:
        return broken
    return None


def _reason(why: str) -> str:
    if not why.strip():
        raise RefusedError("a correction needs a reason: say in --why what is right and how it is known")
    return why.strip()
