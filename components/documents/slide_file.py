"""The pictures of a document as slides: one a slide under its title, with what it shows and its source as notes."""

import io
from dataclasses import replace
from datetime import UTC, datetime, time

import pptx
from pptx.presentation import Presentation
from pptx.slide import Slide
from pptx.util import Emu, Inches, Length, Pt

from components.documents.archives import undated
from components.documents.document import ViewDocument
from components.look.theme import INKS
from components.pictures.sheet import SIZES, Sheet
from components.pictures.shown import PictureInView

# The layouts of the library's own master that have a title and a subtitle, and a title alone.
TITLE_SLIDE, TITLE_ONLY = 0, 5
WIDTH, HEIGHT, EDGE, TITLE_HEIGHT = Inches(13.333), Inches(7.5), Inches(0.5), Inches(0.9)
TITLE_SIZE, SUBTITLE_SIZE = Pt(28), Pt(16)


def as_slides(document: ViewDocument) -> bytes:
    """The pictures as .pptx. The same document has the same bytes: its date is that of the data."""
    slides = pptx.Presentation()
    slides.slide_width, slides.slide_height = WIDTH, HEIGHT
    about, day = slides.core_properties, datetime.combine(document.release_day, time(), UTC)
    about.title, about.language, about.author, about.comments = document.title, document.language, "", document.address
    about.created = about.modified = day
    about.last_modified_by, about.revision = "", 1
    _add_opening(slides, document)
    for shown in document.pictures.values():
        _add_picture(slides, shown)
    written = io.BytesIO()
    slides.save(written)
    return undated(written.getvalue())


def _add_opening(slides: Presentation, document: ViewDocument) -> None:
    slide = slides.slides.add_slide(slides.slide_layouts[TITLE_SLIDE])
    across = Emu(WIDTH - 2 * EDGE)
    _fill_title(slide, document.title, EDGE, Inches(2.2), across, Inches(1.6))
    below = slide.placeholders[1]
    below.left, below.top, below.width, below.height = EDGE, Inches(4.0), across, Inches(1.5)
    below.text_frame.text = document.foot
    below.text_frame.paragraphs[0].runs[0].font.size = SUBTITLE_SIZE


def _add_picture(slides: Presentation, shown: PictureInView) -> None:
    slide = slides.slides.add_slide(slides.slide_layouts[TITLE_ONLY])
    _fill_title(slide, shown.words.title, EDGE, Inches(0.2), Emu(WIDTH - 2 * EDGE), TITLE_HEIGHT)
    # The title stands above it.
    drawn = Sheet(shown.spec, replace(shown.words, title=""), INKS["light"]).png(SIZES["slide"])
    top = Emu(Inches(0.2) + TITLE_HEIGHT)
    picture = slide.shapes.add_picture(io.BytesIO(drawn), EDGE, top, height=Emu(HEIGHT - top - Inches(0.2)))
    picture.left = Emu((WIDTH - picture.width) // 2)
    described = picture._element.nvPicPr.cNvPr
    described.set("descr", shown.words.alt)
    described.set("name", shown.words.title)
    notes = slide.notes_slide.notes_text_frame
    assert notes is not None
    notes.text = "\n".join((shown.words.alt, shown.words.subtitle, shown.words.source, shown.words.address))


def _fill_title(slide: Slide, text: str, left: Length, top: Length, width: Length, height: Length) -> None:
    title = slide.shapes.title
    assert title is not None
    title.left, title.top, title.width, title.height = left, top, width, height
    title.text_frame.text = text
    title.text_frame.paragraphs[0].runs[0].font.size = TITLE_SIZE
