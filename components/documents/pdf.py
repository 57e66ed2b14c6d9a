"""A document as PDF that screen readers can read (PDF/UA-1), by typst: A4 or US Letter, with the fonts of pictures."""

import json
import shutil
import tempfile
from collections.abc import Mapping
from datetime import UTC, datetime, time
from pathlib import Path
from typing import Any

import typst

from components.documents.blocks import Block, BulletList, Grid, Line, Paragraph, PictureBlock, Run, TextHeading
from components.documents.document import ViewDocument
from components.look.theme import INKS
from components.pictures.letters import FONTS, MORE_FONTS, has_letter
from components.pictures.sheet import SIZES, Sheet
from data.text.messages import say

TEMPLATE = Path(__file__).with_name("document.typ")
# Points.
SIZES_OF_TEXT = (9.0, 8.6, 8.2, 7.8)
# In the place of a letter that no font of the document has.
NO_LETTER = "\ufffd"
PAPERS: Mapping[str, str] = {"a4": "a4", "letter": "us-letter"}


def as_pdf(document: ViewDocument, paper: str) -> bytes:
    """The document as PDF on one of `PAPERS`, in the largest of a few sizes in which it has no more pages than it may.
    The same document has the same bytes: its date is that of the data."""
    day = document.release_day
    with tempfile.TemporaryDirectory(prefix="document_") as name:
        folder = Path(name)
        content: dict[str, Any] = {
            "title": _written(document.title),
            "language": document.language,
            "paper": PAPERS[paper],
            "foot": _written(document.foot),
            "width": document.width,
            "day": [day.year, day.month, day.day],
            "blocks": [_block(document, block, folder) for block in document.blocks],
        }
        if missing := str(content).count(NO_LETTER):
            content["blocks"] += [_paragraph(say("documents.letters", letters=missing))]
        (folder / "content.json").write_text(json.dumps(content, ensure_ascii=False), encoding="utf-8")
        shutil.copyfile(TEMPLATE, folder / TEMPLATE.name)
        timestamp = int(datetime.combine(day, time(), UTC).timestamp())
        written = _fitting(folder, document.pages).compile(format="pdf", pdf_standards="ua-1", timestamp=timestamp)
    assert isinstance(written, bytes)
    return written


def _fitting(folder: Path, pages: int) -> typst.Compiler:
    for size in SIZES_OF_TEXT:
        compiler = _compiler(folder, size)
        if _pages(compiler) <= pages:
            break
    return compiler


def _compiler(folder: Path, size: float) -> typst.Compiler:
    return typst.Compiler(
        str(folder / TEMPLATE.name),
        root=str(folder),
        font_paths=[str(FONTS), str(MORE_FONTS)],
        ignore_system_fonts=True,
        sys_inputs={"size": str(size)},
    )


def _pages(compiler: typst.Compiler) -> int:
    return int(json.loads(compiler.query("<pages>", field="value", one=True)))


def _block(document: ViewDocument, block: Block, folder: Path) -> dict[str, Any]:
    match block:
        case TextHeading():
            return {"kind": "heading", "level": block.level - 3, "line": _line(block.line)}
        case Paragraph():
            return _paragraph(*block.line)
        case BulletList():
            return {"kind": "numbered" if block.is_numbered else "listed", "lines": [*map(_line, block.lines)]}
        case Grid():
            values = [[*map(_line, row)] for row in (block.headings, *block.rows)]
            return {"kind": "table", "headings": values[0], "rows": values[1:]}
        case PictureBlock():
            shown = document.pictures[block.name]
            sheet = Sheet(shown.spec, shown.words, INKS["light"])
            (folder / f"{block.name}.svg").write_bytes(sheet.svg(SIZES["slide"]))
            return {"kind": "picture", "file": f"{block.name}.svg", "alt": shown.words.alt}


def _paragraph(*line: Run | str) -> dict[str, Any]:
    runs = tuple(Run(run) if isinstance(run, str) else run for run in line)
    return {"kind": "paragraph", "line": _line(runs)}


def _line(line: Line) -> list[dict[str, Any]]:
    return [{"text": _written(run.text), "bold": run.is_bold, "to": run.address} for run in line]


def _written(text: str) -> str:
    return "".join(letter if has_letter(letter) else NO_LETTER for letter in text)
