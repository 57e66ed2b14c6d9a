"""A document as .docx: real styles, captions, header rows, alt texts and links, to be edited further."""

import io
from dataclasses import replace
from datetime import UTC, datetime, time

import docx
from docx.document import Document as DocxDocument
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor
from docx.table import _Row
from docx.text.paragraph import Paragraph as DocxParagraph
from docx.text.run import Run as DocxRun

from components.documents.archives import undated
from components.documents.blocks import Block, BulletList, Grid, Line, Paragraph, PictureBlock, TextHeading
from components.documents.document import ViewDocument
from components.look.theme import INKS
from components.pictures.sheet import SIZES, Sheet

# Millimetres of the sheet (A4) and of its edges.
SHEET, EDGE = (210, 297), 20
LINK_COLOUR = RGBColor.from_string(INKS["light"].link.removeprefix("#"))


def as_docx(document: ViewDocument) -> bytes:
    """The document as .docx. The same document has the same bytes: its date is that of the data."""
    target = docx.Document()
    _set_up(target, document)
    target.add_paragraph(document.title, style="Title")
    for block in document.blocks:
        _add(target, document, block)
    written = io.BytesIO()
    target.save(written)
    return undated(written.getvalue())


def _set_up(target: DocxDocument, document: ViewDocument) -> None:
    about, day = target.core_properties, datetime.combine(document.release_day, time(), UTC)
    about.title, about.language, about.author, about.comments = document.title, document.language, "", document.address
    about.created = about.modified = day
    about.last_modified_by, about.revision = "", 1
    target.styles["Normal"].font.size = Pt(10)
    _set_language(target, document.language)
    section = target.sections[0]
    section.page_width, section.page_height = map(Mm, SHEET)
    section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = Mm(EDGE)
    foot = section.footer.paragraphs[0]
    foot.style = target.styles["Footer"]
    foot.add_run(f"{document.foot}\t").font.size = Pt(7.5)
    _add_page_number(foot)


def _set_language(target: DocxDocument, language: str) -> None:
    marked = target.styles.element.find(f".//{qn('w:lang')}")
    if marked is not None:
        marked.set(qn("w:val"), language)


def _add_page_number(foot: DocxParagraph) -> None:
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), "PAGE")
    foot._p.append(field)


def _add(target: DocxDocument, document: ViewDocument, block: Block) -> None:
    match block:
        case TextHeading():
            _write(target.add_paragraph(style=f"Heading {block.level - 3}"), block.line)
        case Paragraph():
            _write(target.add_paragraph(), block.line)
        case BulletList():
            for line in block.lines:
                _write(target.add_paragraph(style="List Number" if block.is_numbered else "List Bullet"), line)
        case Grid():
            _add_table(target, block)
        case PictureBlock():
            _add_picture(target, document, block)


def _add_table(target: DocxDocument, grid: Grid) -> None:
    table = target.add_table(rows=0, cols=len(grid.headings), style="Table Grid")
    for row in (grid.headings, *grid.rows):
        added = table.add_row()
        for cell, line in zip(added.cells, row, strict=True):
            _write(cell.paragraphs[0], line)
    _mark_as_header(table.rows[0])


def _mark_as_header(row: _Row) -> None:
    """Word repeats such a row on every page and tells it to whoever hears the table."""
    marked = OxmlElement("w:tblHeader")
    marked.set(qn("w:val"), "true")
    row._tr.get_or_add_trPr().append(marked)
    for cell in row.cells:
        for run in cell.paragraphs[0].runs:
            run.bold = True


def _add_picture(target: DocxDocument, document: ViewDocument, block: PictureBlock) -> None:
    shown = document.pictures[block.name]
    # Its title is the caption.
    drawn = Sheet(shown.spec, replace(shown.words, title=""), INKS["light"]).png(SIZES["slide"])
    width = Mm((SHEET[0] - 2 * EDGE) * min(1.0, document.width + 0.2))
    properties = target.add_picture(io.BytesIO(drawn), width=width)._inline.docPr
    properties.set("descr", shown.words.alt)
    properties.set("name", shown.words.title)
    target.paragraphs[-1].paragraph_format.keep_with_next = True
    target.add_paragraph(shown.words.title, style="Caption")


def _write(paragraph: DocxParagraph, line: Line) -> None:
    for run in line:
        if not run.address:
            paragraph.add_run(run.text).bold = run.is_bold or None
            continue
        link = OxmlElement("w:hyperlink")
        related = paragraph.part.relate_to(run.address, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
        link.set(qn("r:id"), related)
        words = paragraph.add_run(run.text)
        _look_like_a_link(words, is_bold=run.is_bold)
        link.append(words._r)
        paragraph._p.append(link)


def _look_like_a_link(words: DocxRun, *, is_bold: bool) -> None:
    words.bold, words.underline = is_bold or None, True
    words.font.color.rgb = LINK_COLOUR
