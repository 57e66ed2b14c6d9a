"""One picture alone, for another site (`?embed=true&picture=toll`), with its source line and a link to its page."""

from collections.abc import Callable, Mapping
from dataclasses import replace

import streamlit as st

from components.detentions.held_section import draw_held_picture
from components.frame.notes_on_address import draw_notes_on_address
from components.look.escaping import escape_markdown, link
from components.timeline.escalation_section import draw_escalation_picture
from components.timeline.timeline_section import draw_timeline_picture
from components.timeline.toll_section import draw_toll_picture
from components.view.addresses import full_address, record_address
from components.view.view import SITE, View, page_entry
from data.selection.record_kinds import EVENT
from data.text.messages import say
from data.view.sections import PICTURES

# What draws each picture, by its parameter: the keys of the table `pictures`.
DRAWN: Mapping[str, Callable[[View], object]] = {
    "toll": draw_toll_picture,
    "escalation": draw_escalation_picture,
    "timeline": draw_timeline_picture,
    "held": draw_held_picture,
}
OF_EVENTS = ("timeline",)


def draw_embedded(view: View) -> None:
    """Draw the picture that the address asks for, and under it the event that was clicked, its source and a link."""
    pictures = view.package["pictures"].set_index("picture")
    picture = view.settings.picture
    home = replace(
        view,
        page=page_entry(pictures.page[picture]),
        section=PICTURES[picture],
        settings=replace(view.settings, picture=""),
    )
    with st.container(key="picture_alone"):
        if picture in OF_EVENTS and not view.event_count:
            st.markdown(say("embed.nothing"))
        else:
            DRAWN[picture](home)
        if view.settings.event:
            event = EVENT.row(view.package, view.settings.event)
            st.markdown(say("embed.chosen", event=link(event.title, record_address(home, EVENT, event.event_id))))
        draw_notes_on_address(view)
        st.caption(_source(home))


def _source(view: View) -> str:
    """Where the picture is from, of which rows it is, and under which licence: one line of Markdown."""
    about = view.package.descriptor.about
    licence = about["licenses"][0]
    parts = [
        say("embed.source", title=escape_markdown(about["title"])),
        escape_markdown(view.data_version.say()),
        *([escape_markdown(behind)] if (behind := view.data_version.behind()) else []),
        escape_markdown(view.filters.say(view.package)),
        link(licence["name"], licence["path"]),
        link(say("embed.open", site=SITE), full_address(view)),
    ]
    return " · ".join(parts)
