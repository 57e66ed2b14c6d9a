"""Word and PowerPoint have the document in styles, with alt texts, header rows and links, the same bytes each time."""

import io

import docx
import pptx
import pytest
from docx.oxml.ns import qn

from components.documents.blocks import BulletList, Grid, PictureBlock, TextHeading, line_words
from components.documents.docx_file import as_docx
from components.documents.slide_file import as_slides
from tests.components.documents.briefs import brief, pictures_are_served
from tests.factory import shipped

pytestmark = pytest.mark.slow
served = pytest.fixture(autouse=True)(pictures_are_served)


def docx_of(**words):
    return docx.Document(io.BytesIO(as_docx(brief(**words))))


def slides_of(**words):
    return pptx.Presentation(io.BytesIO(as_slides(brief(**words))))


def blocks(kind, **words):
    return [block for block in brief(**words).blocks if isinstance(block, kind)]


def styled(read, start):
    return [paragraph for paragraph in read.paragraphs if paragraph.style.name.startswith(start)]


def test_word_has_real_styles_for_what_they_are():
    read = docx_of(length="4")
    assert [one.text for one in styled(read, "Title")] == [brief(length="4").title]
    assert [one.text for one in styled(read, "Heading")] == [
        line_words(block.line) for block in blocks(TextHeading, length="4")
    ]
    lists = blocks(BulletList, length="4")
    for style, numbered in (("List Bullet", False), ("List Number", True)):
        assert len(styled(read, style)) == sum(len(block.lines) for block in lists if block.is_numbered == numbered)
    assert len(styled(read, "Caption")) == len(blocks(PictureBlock, length="4")) == 3


def test_words_table_has_the_numbers_of_the_page_and_a_header_row():
    (table,), (grid,) = docx_of(length="1").tables, blocks(Grid, length="1")
    assert [[cell.text for cell in row.cells] for row in table.rows] == [
        [line_words(line) for line in row] for row in (grid.headings, *grid.rows)
    ]
    assert table.rows[0]._tr.trPr.find(qn("w:tblHeader")) is not None


def test_words_pictures_have_alt_texts_and_its_links_lead_where_the_page_leads():
    own, read = brief(length="4"), docx_of(length="4")
    described = [shape._inline.docPr.get("descr") for shape in read.inline_shapes]
    assert {*described} == {shown.words.alt for shown in own.pictures.values()}
    given = {part.target_ref for part in read.part.rels.values() if part.is_external}
    wanted = {run.address for block in own.blocks for line in lines(block) for run in line if run.address}
    assert given == wanted


def lines(block):
    if isinstance(block, BulletList):
        return block.lines
    if isinstance(block, Grid):
        return [line for row in (block.headings, *block.rows) for line in row]
    return [] if isinstance(block, PictureBlock) else [block.line]


def test_a_file_of_office_says_the_day_of_the_data_its_language_and_where_it_is_from():
    for read in (docx_of(length="1"), slides_of(length="1")):
        about = read.core_properties
        assert (about.title, about.language) == (brief(length="1").title, "en")
        assert about.created.date() == shipped().last_day.date() == about.modified.date()
        assert about.comments == brief(length="1").address
    assert shipped().release in docx_of(length="1").sections[0].footer.paragraphs[0].text


@pytest.mark.parametrize("write", [as_docx, as_slides])
def test_the_same_document_has_the_same_bytes_in_office_too(write):
    assert write(brief(length="1")) == write(brief(length="1"))


def test_a_slide_has_one_picture_with_its_title_alt_text_and_notes():
    own, (opening, *others) = brief(length="4"), slides_of(length="4").slides
    assert opening.shapes.title.text == own.title
    for slide, shown in zip(others, own.pictures.values(), strict=True):
        assert slide.shapes.title.text == shown.words.title
        (picture,) = [shape for shape in slide.shapes if shape.shape_type == pptx.enum.shapes.MSO_SHAPE_TYPE.PICTURE]
        assert picture._element.nvPicPr.cNvPr.get("descr") == shown.words.alt
        assert picture.top + picture.height <= slides_of(length="4").slide_height
        for text in (shown.words.alt, shown.words.source, shown.words.address):
            assert text in slide.notes_slide.notes_text_frame.text


def test_odd_titles_are_text_in_office_too():
    title = "<w:b/> & \"quotes\" 'x' {{y}} עברית 漢字"
    assert styled(docx_of(length="1", title=title), "Title")[0].text == title
    assert slides_of(length="1", title=title).slides[0].shapes.title.text == title
