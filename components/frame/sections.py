"""Draws the sections of a page as tabs, of which only the open one is computed and sent, and says what it shows."""

from collections.abc import Callable, Mapping, Sequence

import streamlit as st

from components.controls.sections import draw_section_tabs
from components.view.view import View
from data.selection.filters import PEOPLE, filter_kinds, filter_titles
from data.text.messages import say
from data.view.sections import unused_filters

Part = Callable[[View], object]


def draw_sections(view: View, parts: Mapping[str, Sequence[Part]]) -> None:
    """Draw the tabs and, in the open one, its parts from top to bottom; `parts` are those of each section by name."""
    with draw_section_tabs(view.page.slug, view.section), st.container(key=f"section_{view.section}"):
        for draw in parts[view.section]:
            draw(view)


def what_is_shown(view: View) -> list[str]:
    """The filters in words, how many events they leave, and which of them do not act in the open section: where one of
    events does not, their number is not that of what is shown."""
    unused = unused_filters(view.page.slug, view.section, view.filters.to_query())
    titles = ", ".join(filter_titles()[name] for name in unused)
    are_counted = all(filter_kinds()[name].table == PEOPLE for name in unused)
    return [
        view.filters.say(view.package),
        *([how_many_events(view)] if are_counted else []),
        *([say("frame.unused_filters", filters=titles)] if unused else []),
    ]


def how_many_events(view: View) -> str:
    """How many events the view holds, in words."""
    shown, total = view.event_count, len(view.package["events"])
    events = say("frame.events", count=total)
    return events if shown == total else say("frame.share", shown=shown, events=events)
