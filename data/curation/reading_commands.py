"""Commands that look at the tables and leave them as they are, and the one that freezes them as a release."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from data.curation.change_lines import change_lines, since_release, unexplained
from data.curation.command_options import Folder, ended_by, written_tables
from data.curation.problem_formats import as_annotations, as_json
from data.curation.survey import sample_lines, stats_lines
from data.curation.urls import ARCHIVE, SECONDS, url_lines
from data.package.descriptor import FOLDER
from data.package.package import load_package
from data.package.problems import in_lines
from data.package.release_files import releases_of
from data.text.formats import counted
from data.versions.release import release_problems


class Format(StrEnum):
    """How the check tells what it found."""

    text = "text"
    json = "json"
    github = "github"


def check_tables(
    folder: Annotated[Path, typer.Argument(help="The folder with the tables.", show_default="data/tables")] = FOLDER,
    form: Annotated[
        Format, typer.Option("--format", help="Lines to read, JSON, or annotations for GitHub.")
    ] = Format.text,
) -> None:
    """Check every table against its declaration and rules, and every release."""
    from data.curation.validate import check_package  # noqa: PLC0415  (frictionless is slow to load)

    problems = [*check_package(folder), *release_problems(releases_of(folder))]
    if form is Format.json:
        typer.echo(as_json(problems))
    else:
        for line in as_annotations(problems, folder) if form is Format.github else in_lines(problems):
            typer.echo(line)
        found = f"{counted(len(problems), 'problem')} in {_folder_name(folder)}/"
        typer.echo(found if problems else f"All tables of {_folder_name(folder)}/ hold.")
    raise typer.Exit(1 if problems else 0)


def show_diff(folder: Folder = FOLDER) -> None:
    """Show what differs from the newest release, with the reasons, and which correction has none."""
    found = since_release(folder)
    for line in change_lines(found):
        typer.echo(line)
    typer.echo(f"{counted(len(found), 'change')} since the newest release.")
    if missing := unexplained(found):
        typer.echo(f"No release can be made: {missing}.")


def make_release(
    version: Annotated[str, typer.Argument(help="The day that names the release: YYYY-MM-DD.")],
    folder: Annotated[Path, typer.Argument(help="The folder with the tables.", show_default="data/tables")] = FOLDER,
) -> None:
    """Freeze the tables as the release of a day, for good, and say what it changed."""
    from data.curation.freeze import ReleaseError, freeze, release_notes, release_summary  # noqa: PLC0415

    with ended_by(ReleaseError, "No release is made"):
        made = freeze(version, folder, releases_of(folder))
    typer.echo(f"{release_summary(made)}\n\n{release_notes(made)}")


def show_stats(folder: Folder = FOLDER) -> None:
    """Count what the tables hold: rows, events by month, type and origin, sources read, claims without a source."""
    typer.echo("\n".join(stats_lines(load_package(folder))))


def show_sample(
    number: Annotated[int, typer.Argument(help="How many rows.", min=1)] = 20,
    seed: Annotated[int, typer.Option(help="The same seed draws the same rows.")] = 1,
    folder: Folder = FOLDER,
) -> None:
    """Draw rows by lot to be checked against their sources: every value, and where each source is."""
    typer.echo("\n".join(sample_lines(load_package(folder), number, seed)))


def check_urls(
    online: Annotated[bool, typer.Option("--online", help="Ask each address, and the archive for copies.")] = False,
    write: Annotated[bool, typer.Option("--write", help="Write archived copies down (with --online).")] = False,
    archive: Annotated[str, typer.Option(help="Where copies are asked for.")] = ARCHIVE,
    seconds: Annotated[float, typer.Option(help="How long each answer may take.", min=0.1)] = SECONDS,
    folder: Folder = FOLDER,
) -> None:
    """Check the addresses of sources: their form, two that are one, and with --online whether they answer."""
    with written_tables(folder, dry_run=not write) as tables:
        for line in url_lines(tables, online=online, archive=archive, seconds=seconds):
            typer.echo(line)


def _folder_name(folder: Path) -> str:
    """The folder as people name it: `data/tables`."""
    return "/".join(folder.resolve().parts[-2:])
