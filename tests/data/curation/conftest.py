"""The tables and releases that ship, copied where a test may change them, and the command line on the copy."""

import csv
import shutil
from dataclasses import dataclass
from pathlib import Path

import pytest
from click.testing import Result
from typer.testing import CliRunner

from data.__main__ import app
from data.package.release_files import RELEASES
from tests.edited_tables import copy_tables


@dataclass(frozen=True)
class Desk:
    """A curator's tables: `run` gives a command to the command line."""

    folder: Path

    def run(self, *words: str, typed: str | None = None) -> Result:
        """What the command answered."""
        return CliRunner().invoke(app, [*words, "--folder", str(self.folder)], input=typed)

    def rows(self, table: str) -> list[dict[str, str]]:
        """The rows of a table's file."""
        with (self.folder / f"{table}.csv").open(encoding="utf-8", newline="") as file:
            return list(csv.DictReader(file))

    def bytes(self) -> dict[str, bytes]:
        """All files of the tables."""
        return {path.name: path.read_bytes() for path in self.folder.iterdir()}


@pytest.fixture
def desk(tmp_path) -> Desk:
    """The tables that ship, beside the releases that ship."""
    shutil.copytree(RELEASES, tmp_path / "data" / "releases")
    return Desk(copy_tables(tmp_path / "data" / "tables"))
