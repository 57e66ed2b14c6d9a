"""Which lists of OFAC have been read: a file beside the tables, a row a list, so that a list that shrank is noticed."""

import csv
import io
from pathlib import Path

from data.curation.file_writes import write_whole
from data.curation.ofac.list_files import OfacList
from data.curation.ofac.write_list import ListSource
from data.curation.working_tables import RefusedError

LISTS, HEADER = "ofac_lists.csv", ["day", "entries", "sha256", "url"]
# A list with less of what was there before is more likely broken than true.
LEAST_SHARE = 0.9


def lists_before(folder: Path) -> list[dict[str, str]]:
    """The lists that were written into the tables of `folder`, in order; none where no list has been."""
    path = folder.with_name(LISTS)
    if not path.exists():
        return []
    with path.open(encoding="utf-8", newline="") as file:
        reader = csv.DictReader(file)
        rows = list(reader)
    if reader.fieldnames != HEADER or not all(str(row["entries"]).isdecimal() for row in rows):
        raise RefusedError(f"{LISTS} must have the header {','.join(HEADER)} and numbers of entries")
    return rows


def why_not_delisted(folder: Path, listed: OfacList, known: int, missing: int) -> str:
    """Why nobody is marked as delisted: the list has fewer than nine tenths of the entries of the newest one, or of our
    own targets with a number. Empty where it has more."""
    before = lists_before(folder)
    if before and listed.count < LEAST_SHARE * int(before[-1]["entries"]):
        newest = before[-1]
        return f"the list has {listed.count:,} entries, that of {newest['day']} had {int(newest['entries']):,}"
    if known - missing < LEAST_SHARE * known:
        return f"the list lacks {missing} of our {known} targets with a number"
    return ""


def write_list_down(folder: Path, listed: OfacList, source: ListSource) -> None:
    """Add the list to those that were read; the same list is there once."""
    rows = [row for row in lists_before(folder) if row["sha256"] != listed.digest]
    new = {"day": source.day, "entries": str(listed.count), "sha256": listed.digest, "url": source.url}
    text = io.StringIO(newline="")
    writer = csv.DictWriter(text, HEADER, lineterminator="\n")
    writer.writeheader()
    writer.writerows(sorted([*rows, new], key=lambda row: row["day"]))
    write_whole(folder.with_name(LISTS), text.getvalue().encode())
