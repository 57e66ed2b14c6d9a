"""Tools for curators of the tables: `python -m data check [FOLDER]`."""

import argparse
import sys
from pathlib import Path

from data.descriptor import FOLDER
from data.words import counted


def check(folder: Path) -> int:
    """Print every problem of the tables in `folder`, one a line; 0 when there is none, else 1."""
    from data.gate import check_package  # noqa: PLC0415  (frictionless is a tool for curators, not for the app)

    problems = check_package(folder)
    for problem in problems:
        print(problem)
    found = f"{counted(len(problems), 'problem')} in {folder.name}/"
    print(found if problems else f"All tables of {folder.name}/ hold.")
    return 1 if problems else 0


def main(words: list[str]) -> int:
    """Run the command that the words name and return its exit status."""
    parser = argparse.ArgumentParser(prog="python -m data", description="Tools for curators of the tables.")
    commands = parser.add_subparsers(required=True)
    checking = commands.add_parser("check", help="check every table against its declaration and rules")
    checking.add_argument("folder", nargs="?", type=Path, default=FOLDER)
    checking.set_defaults(run=lambda asked: check(asked.folder))
    asked = parser.parse_args(words)
    return int(asked.run(asked))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
