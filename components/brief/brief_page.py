"""Draws the brief: what the reader chooses of it, then the document as its files have it."""

from collections.abc import Callable, Mapping

import streamlit as st

from components.brief.brief_sources import BriefSources
from components.brief.brief_text import brief_length, brief_subtitle, brief_title, part_text
from components.controls.picture_links import draw_document_links, draw_still_picture
from components.controls.setting_widgets import draw_option, draw_several, draw_words
from components.detentions.held_section import draw_held_picture
from components.look.escaping import escape_markdown
from components.timeline.escalation_section import draw_escalation_by_month
from components.view.view import View
from data.text.messages import say
from data.view.brief_parts import part_titles, read_parts, written_parts

# The addresses of the files, without what the view asks for, by their messages.
FILES: Mapping[str, str] = {
    "pdf": "brief.pdf",
    "pdf_letter": "brief.pdf?paper=letter",
    "docx": "brief.docx",
    "pptx": "brief.pptx",
    "md": "brief.md",
}
# The container of the document, and what draws the picture of a part that has one.
DOCUMENT = "brief"
PICTURES: Mapping[str, Callable[[View], object]] = {
    "escalation": draw_escalation_by_month,
    "map": lambda view: draw_still_picture("map", say("brief.map_picture")),
    "detentions": draw_held_picture,
}


def draw_brief_choices(view: View) -> None:
    """Draw what the reader chooses: a title, the parts, and how long it is; then its files."""
    with st.container(key="brief_choices", gap="small"):
        with st.container(horizontal=True, vertical_alignment="center", gap="medium"):
            draw_option(view.package, view.settings, "length")
            with st.popover(say("brief.choose")):
                draw_words(view.settings, "title", say("brief.choose_title"), say("brief.choose_title"))
                draw_several("parts", part_titles(), read_parts(view.settings.parts, view.package), written_parts)
        draw_document_links({say(f"brief.file_{name}"): address for name, address in FILES.items()})
        st.caption(say("brief.print"))


def draw_brief(view: View) -> None:
    """Draw the document in its parts."""
    parts, titles, length = read_parts(view.settings.parts, view.package), part_titles(), brief_length(view)
    sources = BriefSources(view.package, length.sources)
    with st.container(key=DOCUMENT):
        st.markdown(f"### {escape_markdown(brief_title(view))}")
        if about := brief_subtitle(view):
            st.markdown(escape_markdown(about))
        for part in parts:
            if text := part_text(view, part, sources):
                st.markdown(f"#### {titles[part]}")
                if part in length.pictures:
                    PICTURES[part](view)
                st.markdown(text)
