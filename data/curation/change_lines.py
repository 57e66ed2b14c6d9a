"""Changes of the tables in Markdown, one line a change, as changelog and command line tell them."""

from collections.abc import Hashable, Mapping
from pathlib import Path

import pandas as pd

from data.package.release_files import files_of, known_releases, releases_of
from data.text.formats import counted
from data.versions.changes import CHANGED, MOVED, changes

SHOWN = 3


def since_release(folder: Path) -> pd.DataFrame:
    """What differs in the tables of `folder` from the newest release beside them; nothing where there is none."""
    known = known_releases(releases_of(folder))
    return changes(files_of(known[-1]) if known else folder, folder)


def change_lines(found: pd.DataFrame) -> list[str]:
    """A line a row of `data.versions.changes.changes`: table, what was done to which row, and why if that is known."""
    return [f"- `{row['table']}`: {row['change']} {_change(row)}{_reason(row)}" for row in found.to_dict("records")]


def unexplained(found: pd.DataFrame) -> str:
    """What is missing where values were put right and nobody wrote down why, in one sentence with the first three;
    empty where nothing is."""
    silent = found[(found.change == CHANGED) & (found.why == "")]
    if silent.empty:
        return ""
    first = "; ".join(f"{row.table}, {row.row_id}, {row.column}" for row in silent.head(SHOWN).itertuples())
    more = f" and {len(silent) - SHOWN} more" if len(silent) > SHOWN else ""
    remedy = "run `python -m data correct` with --why for each"
    return f"{counted(len(silent), 'correction')} without a reason ({first}{more}): {remedy}"


def _reason(row: Mapping[Hashable, str]) -> str:
    source = f" (`{row['source_id']}`)" if row["source_id"] else ""
    return f": {_one_line(row['why'])}{source}" if row["why"] else ""


def _change(row: Mapping[Hashable, str]) -> str:
    row_id = f"`{_one_line(row['row_id'])}`"
    if row["change"] == MOVED:
        return f"`{row['before']}` to {row_id}"
    return row_id + (
        f", {row['column']}: {_quoted(row['before'])} became {_quoted(row['after'])}" if row["column"] else ""
    )


def _quoted(text: object) -> str:
    return f"“{_one_line(text)}”" if text else "nothing"


def _one_line(text: object) -> str:
    return " ".join(str(text).split()).replace("`", "'")
