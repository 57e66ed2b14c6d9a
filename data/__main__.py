"""Tools for curators of the tables: `python -m data check [FOLDER]`, `python -m data release VERSION [FOLDER]`."""

import argparse
import sys
from pathlib import Path

from data.package.descriptor import FOLDER
from data.package.problems import BrokenPackageError, in_lines
from data.package.release_files import releases_of
from data.text.formats import counted
from data.versions.release import release_problems


def check(folder: Path) -> int:
    """Print every problem of the tables in `folder` and of its releases, one a line and those of one cause together; 0
    when there is none, else 1."""
    from data.curation.validate import check_package  # noqa: PLC0415  (frictionless is a tool for curators, not for the app)

    problems = [*check_package(folder), *release_problems(releases_of(folder))]
    for line in in_lines(problems):
        print(line)
    found = f"{counted(len(problems), 'problem')} in {_folder_name(folder)}/"
    print(found if problems else f"All tables of {_folder_name(folder)}/ hold.")
    return 1 if problems else 0


def release(version: str, folder: Path) -> int:
    """Freeze the tables in `folder` as a release and say what it changed; 0 when it is made, else 1 and why not."""
    from data.curation.freeze import ReleaseError, freeze, release_notes, release_summary  # noqa: PLC0415  (it checks with frictionless)

    try:
        made = freeze(version, folder, releases_of(folder))
    except BrokenPackageError as broken:
        print(broken)
        print(f"No release is made: {counted(len(broken.problems), 'problem')} to mend first.")
        return 1
    except ReleaseError as refused:
        print(f"No release is made: {refused}.")
        return 1
    print(release_summary(made), release_notes(made), sep="\n\n")
    return 0


def _folder_name(folder: Path) -> str:
    """The folder as people name it: `data/tables`."""
    return "/".join(folder.resolve().parts[-2:])


def main(given: list[str]) -> int:
    """Run the command that the words name and return its exit status."""
    parser = argparse.ArgumentParser(prog="python -m data", description="Tools for curators of the tables.")
    commands = parser.add_subparsers(required=True)
    checking = commands.add_parser("check", help="check every table against its declaration and rules")
    checking.add_argument("folder", nargs="?", type=Path, default=FOLDER)
    checking.set_defaults(run=lambda arguments: check(arguments.folder))
    freezing = commands.add_parser("release", help="freeze the tables as the release of a day (YYYY-MM-DD)")
    freezing.add_argument("version")
    freezing.add_argument("folder", nargs="?", type=Path, default=FOLDER)
    freezing.set_defaults(run=lambda arguments: release(arguments.version, arguments.folder))
    arguments = parser.parse_args(given)
    return int(arguments.run(arguments))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
