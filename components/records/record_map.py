"""Draws the small map of a record: the marks of the map's own page, or in words why there is nothing to draw."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import pandas as pd
import pydeck as pdk
import streamlit as st

from components.detentions.custody import custody_colour
from components.detentions.places_section import SYMBOLS, labelled_places
from components.look.escaping import escape_markdown, link
from components.look.theme import Theme
from components.map.event_map import event_map, view_of
from components.map.marks import event_marks
from components.map.place_texts import known
from components.map.small_map import small_map
from components.view.addresses import address
from components.view.view import View
from data.geo.labels import map_labels
from data.map.places import places_of
from data.package.package import Package
from data.package.rows import iterate_rows
from data.selection.record_kinds import PERSON
from data.text.formats import lower_first
from data.text.messages import say

HEIGHT = 240
# How close a map of one place comes: a town with its surroundings, two places of a country, a ring with the coasts.
TOWN_ZOOM, STATE_ZOOM, AREA_ZOOM = 5.0, 4.0, 3.0


def draw_event_map(view: View, event: pd.Series, beside: Callable[[], None]) -> None:
    """Draw the place of an event as the map does, beside what `beside` draws; where it has none, say so below."""
    found = event_place(view.package, view.theme, event)
    if found is None:
        beside()
        st.caption(say("record_map.no_place"))
        return
    text, here = st.columns([3, 2], gap="medium")
    with text:
        beside()
    with here:
        _draw_place(view, event.event_id, found)


@dataclass(frozen=True)
class EventPlace:
    """Where an event was: the map of it, its id, and its name with how exactly it is known."""

    deck: pdk.Deck
    place_id: str
    text: str


def event_place(package: Package, theme: Theme, event: pd.Series) -> EventPlace | None:
    """The place of an event with the marks of the map's own page; None where it has no place on the map."""
    places = places_of(package, package["events"][package["events"].event_id == event.event_id])
    if places.empty:
        return None
    place = next(iterate_rows(places))
    shown = view_of(places, AREA_ZOOM if place.is_area else TOWN_ZOOM)
    marks = event_marks(package, places, theme)
    deck = event_map(marks, theme, labels=map_labels(), view=shown, name=f"record-{event.event_id}")
    return EventPlace(deck, place.place_id, say("record_map.place", place=place.name, known=known(package, place)))


def _draw_place(view: View, event_id: str, place: EventPlace) -> None:
    alt = say("record_map.alt", text=place.text)
    st.pydeck_chart(place.deck, height=HEIGHT, key=f"map_of_{event_id}", alt=alt)
    st.caption(escape_markdown(place.text))
    st.markdown(link(say("record_map.more"), address(view, "map", place=place.place_id)))


def draw_person_map(view: View, person: pd.Series, beside: Callable[[], None]) -> None:
    """Draw where a person was detained and held, beside what `beside` draws; where neither is known, say so below."""
    people = view.package[PERSON.table]
    places = labelled_places(view.package, people[people.person_id == person.person_id])
    if places.empty:
        beside()
        st.caption(say("record_map.no_town"))
        return
    text, here = st.columns([3, 2], gap="medium")
    with text:
        beside()
    with here:
        _draw_places(view, person.person_id, places)


def _draw_places(view: View, person_id: str, places: pd.DataFrame) -> None:
    deck = small_map(
        places,
        view.theme,
        colour=custody_colour(view),
        symbols=SYMBOLS,
        widest=STATE_ZOOM,
        name=f"record-{person_id}",
    )
    text = "; ".join(_place_text(place) for place in iterate_rows(places))
    text = f"{text[:1].upper()}{text[1:]}"
    st.pydeck_chart(deck, height=HEIGHT, key=f"map_of_{person_id}", alt=say("record_map.alt", text=text))
    st.caption(escape_markdown(say("record_map.how_to_read", text=text)))


def _place_text(place: Any) -> str:
    """What happened at a place of `labelled_places`, with its name and precision: "held at a prison (town or
    district)"."""
    return say("record_map.done", done=place.done, place=place.name, precision=lower_first(place.precision))
