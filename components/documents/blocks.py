"""What a document is made of, in whatever format: the Markdown that its page draws, in blocks and runs."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from components.html.markdown_html import BULLET, NUMBERED, PIECE, RULE, line_kind, values_of_row

# Gives the whole address of a link as the page has it.
WholeAddress = Callable[[str], str]


@dataclass(frozen=True)
class Run:
    """Words of a line in one look: whether they are bold, and the web address that they lead to."""

    text: str
    is_bold: bool = False
    address: str = ""


Line = tuple[Run, ...]


@dataclass(frozen=True)
class TextHeading:
    """A heading; the document's title is of level 1."""

    level: int
    line: Line


@dataclass(frozen=True)
class Paragraph:
    """A paragraph."""

    line: Line


@dataclass(frozen=True)
class BulletList:
    """A list; of one that is numbered the items count from 1 up."""

    lines: tuple[Line, ...]
    is_numbered: bool


@dataclass(frozen=True)
class Grid:
    """A table: its headings, and its rows with a cell for each."""

    headings: tuple[Line, ...]
    rows: tuple[tuple[Line, ...], ...]


@dataclass(frozen=True)
class PictureBlock:
    """A picture by its name, as routes and files have it."""

    name: str


Block = TextHeading | Paragraph | BulletList | Grid | PictureBlock


def blocks_of(markdown: str, whole: WholeAddress) -> Iterator[Block]:
    """The blocks of a text in the Markdown that pages are written in."""
    for kind, lines in groupby(markdown.strip().splitlines(), line_kind):
        yield from _blocks(kind, [line.strip() for line in lines], whole)


def _blocks(kind: str, lines: Sequence[str], whole: WholeAddress) -> Iterator[Block]:
    if kind == "heading":
        for line in lines:
            marks, _, words = line.partition(" ")
            yield TextHeading(len(marks), line_of(words, whole))
    elif kind in ("ul", "ol"):
        start = NUMBERED if kind == "ol" else BULLET
        yield BulletList(tuple(line_of(start.sub("", line, count=1), whole) for line in lines), kind == "ol")
    elif kind == "table":
        headings, *rows = [
            tuple(line_of(cell, whole) for cell in values_of_row(line)) for line in lines if not RULE.fullmatch(line)
        ]
        yield Grid(headings, tuple(rows))
    elif kind:
        yield Paragraph(line_of(" ".join(lines), whole))


def line_of(text: str, whole: WholeAddress, *, is_bold: bool = False, address: str = "") -> Line:
    """A line of Markdown in runs: what is escaped as it stands, bold words and links apart."""
    done, runs = 0, list[Run]()
    for found in PIECE.finditer(text):
        runs.append(Run(text[done : found.start()], is_bold, address))
        done = found.end()
        if found["label"] is not None:
            runs += line_of(found["label"], whole, is_bold=is_bold, address=whole(found["to"]))
        elif found["strong"] is not None:
            runs += line_of(found["strong"], whole, is_bold=True, address=address)
        else:
            runs.append(Run(found["escaped"] or found["code"] or "", is_bold, address))
    runs.append(Run(text[done:], is_bold, address))
    return _joined(runs)


def _joined(runs: Sequence[Run]) -> Line:
    """The runs, neighbours of one look as one, and none without words."""
    looks = groupby((run for run in runs if run.text), lambda run: (run.is_bold, run.address))
    return tuple(Run("".join(run.text for run in same), *look) for look, same in looks)


def line_words(line: Line) -> str:
    """The words of a line alone."""
    return "".join(run.text for run in line)
