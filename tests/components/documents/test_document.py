"""A document holds what its page says, with whole pinned addresses, and is written as PDF for screen readers."""

import io
from functools import cache

import pikepdf
import pytest

from components.documents.blocks import BulletList, Grid, PictureBlock, TextHeading, line_words
from components.documents.document import whole_address
from components.documents.markdown import as_markdown
from components.documents.pdf import NO_LETTER, as_pdf
from data.selection.filters import Filters
from data.text.messages import say
from data.view.brief_parts import LENGTHS, PARTS, part_titles
from data.view.key_figures import key_figures
from data.view.selection import Selection
from routes.data_versions import data_version_for
from tests.components.documents.briefs import ROOT, brief, pictures_are_served
from tests.factory import shipped

pytestmark = pytest.mark.slow
ODD_TITLE = '#show: x => [] *"$1" <b>\\ {{ עברית العربية 漢字 ' + "word " * 20


served = pytest.fixture(autouse=True)(pictures_are_served)


@cache
def pdf(paper="a4", **words):
    return as_pdf(brief(**words), paper)


def opened(written):
    return pikepdf.open(io.BytesIO(written))


def headings(document):
    return [line_words(block.line) for block in document.blocks if isinstance(block, TextHeading) and block.level == 4]


def lines(document):
    return [run for block in document.blocks if isinstance(block, BulletList) for line in block.lines for run in line]


def test_every_number_is_that_of_the_pages_function():
    (grid,) = [block for block in brief(length="1").blocks if isinstance(block, Grid)]
    figures = key_figures(Selection(shipped(), Filters()))
    assert [tuple(map(line_words, row)) for row in grid.rows] == [
        (figure.label, figure.value, figure.detail) for figure in figures
    ]


def test_parts_stand_in_reading_order_and_only_those_that_are_asked_for():
    assert headings(brief(length="1")) == [part_titles()[part] for part in PARTS]
    own = brief(length="1", parts="method.figures", title="A note")
    assert headings(own) == [part_titles()[part] for part in ("figures", "method")]
    assert own.title == "A note"


@pytest.mark.parametrize("length", LENGTHS)
def test_a_length_has_its_events_counts_what_it_leaves_out_and_numbers_its_sources(length):
    document, text = brief(length=length), as_markdown(brief(length=length))
    shown, total = LENGTHS[length].events, len(shipped()["events"])
    assert say("brief.events_heading", count=shown, all=total) in text
    assert say("brief.rest", count=total - shown) in text
    events = [run for run in lines(document) if "events?event=" in run.address and shipped().release in run.address]
    assert len(events) >= shown
    (sources,) = [block for block in document.blocks if isinstance(block, BulletList) and block.is_numbered]
    known = {*shipped()["sources"].url}
    assert all([run.address for run in line if run.address and run.address in known] for line in sources.lines)


def test_every_address_is_whole_and_pinned_to_the_release():
    for run in lines(brief(length="2")):
        assert not run.address or run.address.startswith("https://") or run.address.startswith("http://")
        if run.address.startswith(ROOT):
            assert f"as_of={shipped().release}" in run.address
    assert whole_address("?event=x", ROOT, data_version_for({})) == f"{ROOT}?event=x&as_of={shipped().release}"


def test_an_older_release_is_read_as_it_was():
    old = brief(length="1", as_of="2026-11-24", type="vessel_strike")
    assert "2026-11-24" in old.foot
    assert "as_of=2026-11-24" in old.address


def test_a_view_without_events_has_no_document():
    assert brief(month="2019-01") is None


@pytest.mark.parametrize("length", LENGTHS)
def test_a_pdf_has_no_more_pages_than_its_length(length):
    for paper in ("a4", "letter"):
        with opened(pdf(paper, length=length)) as read:
            assert len(read.pages) <= int(length)


def test_the_same_document_has_the_same_bytes_and_the_day_of_its_data():
    own = brief(length="1", type="vessel_strike")
    assert as_pdf(own, "a4") == as_pdf(own, "a4")
    with opened(pdf(length="1")) as read:
        assert f"D:{shipped().last_day:%Y%m%d}" in str(read.docinfo["/CreationDate"])


def elements(node, found=None):
    """Every element of the structure tree that has a role, with the node."""
    found = [] if found is None else found
    kids = node.get("/K", [])
    for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
        if isinstance(kid, pikepdf.Dictionary) and "/S" in kid:
            found.append((str(kid.S), kid))
            elements(kid, found)
    return found


def test_a_pdf_can_be_read_aloud():
    read = opened(pdf(length="4"))
    root = read.Root
    assert root.MarkInfo.Marked
    assert str(root.Lang) == "en"
    assert root.ViewerPreferences.DisplayDocTitle
    assert str(read.docinfo["/Title"]) == brief(length="4").title
    tags = elements(root.StructTreeRoot)
    figures = [node for tag, node in tags if tag == "/Figure"]
    pictures = [block for block in brief(length="4").blocks if isinstance(block, PictureBlock)]
    assert len(figures) == len(pictures) == len(LENGTHS["4"].pictures)
    assert {str(node.Alt) for node in figures} == {shown.words.alt for shown in brief(length="4").pictures.values()}
    assert sum(tag == "/TH" for tag, _ in tags) == 3
    assert [tag for tag, _ in tags if tag in ("/Title", "/H1", "/H2")][:2] == ["/Title", "/H1"]
    links = [node for tag, node in tags if tag == "/Link"]
    assert len(links) > 50
    annotations = [note for page in read.pages for note in page.get("/Annots", [])]
    assert all(note.get("/Contents") or note.get("/StructParent") is not None for note in annotations)
    assert {str(note.A.URI) for note in annotations} >= {run.address for run in lines(brief(length="4")) if run.address}


def test_odd_titles_are_text_and_letters_that_no_font_has_are_named():
    own = brief(length="1", title=ODD_TITLE.strip())
    read = opened(as_pdf(own, "a4"))
    title = str(read.docinfo["/Title"])
    assert title == own.title.replace("漢字", NO_LETTER * 2)
    assert title.startswith("#show: x => []")
    assert len(read.pages) <= 2


def test_markup_in_a_title_is_text_in_markdown():
    title = "*bold* [a](b) | <i> `c` _d_"
    assert as_markdown(brief(length="1", title=title)).splitlines()[0] == (r"# \*bold\* \[a\](b) \| \<i\> \`c\` \_d\_")
