"""The three classic files of OFAC's list (SDN.CSV, ALT.CSV, ADD.CSV), read as OFAC documents them or refused."""

import csv
import hashlib
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from os import SEEK_END
from pathlib import Path

from data.curation.working_tables import RefusedError

# The columns of each file; none has a header, and each ends with a byte of its own (Ctrl-Z).
SDN, ALT, ADD = 12, 5, 6
LAST_BYTE = "\x1a"
# So many bytes at either end show what a file is.
ENDS = 256
NOTHING = "-0-"
# Several programmes of an entry stand as "SDGT] [TCO".
BETWEEN_PROGRAMMES = re.compile(r"[\s\[\],;]+")
IMO = re.compile(r"\bIMO\s*(\d{7})\b")
LINKED_TO = re.compile(r"\(?Linked To:\s*(.+?)\)?(?:;|\.\s*$|$)", re.IGNORECASE)
NATIONALITY = re.compile(r"(?:nationality|citizen)\s+([A-Z][^;.(]+)")
TYPES = {"individual": "individual", "vessel": "vessel", "": "entity"}


@dataclass
class ListEntry:
    """An entry of the list: what SDN.CSV says of it, and its other names and countries from the two other files."""

    uid: str
    name: str
    kind: str
    programmes: tuple[str, ...]
    title: str
    vessel_type: str
    flag: str
    remarks: str
    other_names: list[str] = field(default_factory=list)
    countries: list[str] = field(default_factory=list)

    @property
    def target_type(self) -> str:
        """The kind of target in our words; the list's own word where we have none."""
        return TYPES.get(self.kind, self.kind)

    @property
    def imo(self) -> str:
        """The IMO number of a vessel; empty where the remarks give none."""
        found = IMO.search(self.remarks) if self.target_type == "vessel" else None
        return found[1] if found else ""

    @property
    def linked_to(self) -> str:
        """The name of the entry to which the remarks link it; empty where they link it to none."""
        found = LINKED_TO.search(self.remarks)
        return found[1].strip() if found else ""

    @property
    def country(self) -> str:
        """The English name of its flag, its nationality or, of a company, the one country of its addresses."""
        if self.target_type == "vessel":
            return self.flag
        if found := NATIONALITY.search(self.remarks):
            return found[1].strip()
        return self.countries[0] if self.target_type == "entity" and len({*self.countries}) == 1 else ""


@dataclass(frozen=True)
class OfacList:
    """The entries of a list that are wanted, by uid; how many entries it has, and the SHA-256 of SDN.CSV."""

    entries: dict[str, ListEntry]
    count: int
    digest: str


def read_ofac_list(sdn: Path, alt: Path, add: Path, is_wanted: Callable[[ListEntry], bool]) -> OfacList:
    """The entries of three files of one day that are wanted; of the others nothing is kept. Raises RefusedError, with
    the row, for a page of HTML, a file that was cut, and files that do not belong together."""
    entries, uids = {}, set()
    for row, values in _rows(sdn, SDN):
        if values[0] in uids:
            raise RefusedError(f"{sdn.name}, row {row}: entry {values[0]} stands there twice")
        uids.add(values[0])
        entry = _entry(values)
        if is_wanted(entry):
            entries[entry.uid] = entry
    for path, width, place, texts in ((alt, ALT, 3, "other_names"), (add, ADD, 4, "countries")):
        for row, values in _rows(path, width):
            if values[0] not in uids:
                rule = f"entry {values[0]} is not in {sdn.name}: take the three files of one day"
                raise RefusedError(f"{path.name}, row {row}: {rule}")
            if values[0] in entries and values[place]:
                getattr(entries[values[0]], texts).append(values[place])
    with sdn.open("rb") as file:
        return OfacList(entries, len(uids), hashlib.file_digest(file, "sha256").hexdigest())


def _entry(values: list[str]) -> ListEntry:
    """The entry that a row of SDN.CSV is."""
    uid, name, kind, programmes, title, _, vessel_type, _, _, flag, _, remarks = values
    codes = tuple(code for code in BETWEEN_PROGRAMMES.split(programmes) if code)
    return ListEntry(uid, name, kind.lower(), codes, title, vessel_type, flag, remarks)


def _rows(path: Path, width: int) -> Iterator[tuple[int, list[str]]]:
    """The rows of a file by line, one at a time, what is empty in them as an empty text."""
    try:
        _refuse_other_forms(path)
        with path.open(encoding="utf-8-sig", newline="") as file:
            reader = csv.reader(_before_last_byte(path, file), strict=True, skipinitialspace=True)
            for row in reader:
                values = ["" if cell.strip() == NOTHING else cell.strip() for cell in row]
                if len(values) != width or not (values[0].isascii() and values[0].isdecimal()):
                    rule = f"must have {width} cells, the first of them a number, as OFAC documents"
                    raise RefusedError(f"{path.name}, row {reader.line_num}: {rule}; it has {len(values)}")
                yield reader.line_num, values
    except OSError as error:
        raise RefusedError(f"{path.name} cannot be read: {error}") from error
    except UnicodeDecodeError as error:
        raise RefusedError(f"{path.name} is no text: take OFAC's CSV file as it was sent") from error
    except csv.Error as error:
        raise RefusedError(f"{path.name}, row {reader.line_num}: a quotation mark is wrong ({error})") from error


def _refuse_other_forms(path: Path) -> None:
    """Refuse a page, a file that does not end as OFAC's do, and one without an entry."""
    with path.open("rb") as file:
        first = file.read(ENDS).lstrip(b"\xef\xbb\xbf \t\r\n")
        file.seek(max(0, file.seek(0, SEEK_END) - ENDS))
        last = file.read().rstrip(b"\r\n")
    if first.startswith(b"<"):
        raise RefusedError(f"{path.name} is a page of HTML or XML, no list: take OFAC's CSV file")
    if not last.endswith(LAST_BYTE.encode()):
        raise RefusedError(f"{path.name} was cut: it does not end with Ctrl-Z as OFAC's files do; take it anew")
    if first.startswith(LAST_BYTE.encode()):
        raise RefusedError(f"{path.name} has no entry")


def _before_last_byte(path: Path, lines: Iterable[str]) -> Iterator[str]:
    """The lines before the last byte, but empty ones."""
    has_ended = False
    for line in lines:
        before, mark, after = line.partition(LAST_BYTE)
        if (has_ended and line.strip()) or after.strip():
            raise RefusedError(f"{path.name} goes on after its last byte (Ctrl-Z): two files stand in one")
        has_ended = has_ended or bool(mark)
        if before.strip():
            yield before
