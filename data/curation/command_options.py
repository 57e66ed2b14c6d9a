"""What the commands of curators have in common: their options, and tables that are written when all is well."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated

import typer

from data.curation.working_tables import RefusedError, WorkingTables, check_working, read_working, write_working
from data.package.problems import BrokenPackageError
from data.text.formats import counted

Folder = Annotated[Path, typer.Option(help="The folder with the tables.", show_default="data/tables")]
Why = Annotated[str, typer.Option(help="The reason, as readers will see it: a few words, no full stop.")]
Source = Annotated[str, typer.Option(help="The id of the source that shows it (a row of sources.csv).")]
DryRun = Annotated[bool, typer.Option("--dry-run", help="Show what would change and write nothing.")]


@contextmanager
def ended_by(refusal: type[Exception], outcome: str) -> Iterator[None]:
    """A part of a command that broken tables or a refusal end: what stands in the way is written out with the
    outcome, as in "Nothing is written: ..."."""
    try:
        yield
    except BrokenPackageError as broken:
        typer.echo(f"{broken}\n{outcome}: {counted(len(broken.problems), 'problem')} to mend first.")
        raise typer.Exit(1) from broken
    except refusal as refused:
        typer.echo(f"{outcome}: {str(refused).removesuffix('.')}{'' if str(refused).endswith('?') else '.'}")
        raise typer.Exit(1) from refused


@contextmanager
def written_tables(
    folder: Path, *, dry_run: bool = False, tell_broken: Callable[[BrokenPackageError], None] | None = None
) -> Iterator[WorkingTables]:
    """The tables to be changed, which are written afterwards; what stands in the way is told and ends the command.
    With `tell_broken`, which is given broken tables first, a dry run checks them too."""
    with ended_by(RefusedError, "Nothing is written"):
        tables = read_working(folder)
        yield tables
        try:
            if dry_run and tell_broken:
                check_working(tables)
            written = [] if dry_run else write_working(tables)
        except BrokenPackageError as broken:
            if tell_broken:
                tell_broken(broken)
            raise
    typer.echo(f"Written: {', '.join(written)}." if written else "Nothing is written.")
