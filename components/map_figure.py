"""Draws the map of a view, the place that a reader chose, the same as a table, and the events that have no place."""

import html
from collections.abc import Mapping
from typing import Any

import pandas as pd
import streamlit as st

from components.data_table import draw_table
from components.event_map import AREAS, HEIGHT, PLACES, event_map
from components.event_record import event_line
from components.figure import draw_equal_table, draw_heading
from components.frame import View
from components.place_words import counted, known, map_alt, map_title
from components.plain import plain
from data.places import each, events_at, map_labels, unplaced

KEY = "map"
LISTED, SHORT_LIST, LIST_HEIGHT = 8, 6, HEIGHT - 160
HEADINGS = {
    "name": "Place",
    "geo_precision": "Precision",
    "events": "Events",
    "strike_events": "Strike events at sea",
    "strikes": "Strikes at sea",
    "killed_low": "Killed at sea, low",
    "killed_high": "Killed at sea, high",
    "first": "First day",
    "last": "Last day",
}
COLUMNS = ["date", "place", "geo_precision", "title", "event_type"]


def draw_map(view: View, places: pd.DataFrame) -> str | None:
    """Draw the map under its title. Returns the place_id of the mark that is clicked, if one is."""
    draw_heading(
        map_title(places),
        "One mark a place, with its number of events. Ring: an area, where inside it is not known. Bubble: a town or a "
        "site, larger with more events; those that overlap part as you zoom in. Hollow: all events there are claimed "
        "by one side or disputed. Click a mark to list its events.",
    )
    _draw_legend(view, places)
    picked = st.pydeck_chart(
        event_map(view.package, places, map_labels(), view.theme),
        height=HEIGHT,
        key=KEY,
        alt=map_alt(places),
        on_select="rerun",
        selection_mode="single-object",
    )
    return picked_place(picked["selection"]["objects"], places)


def picked_place(objects: Mapping[str, Any], places: pd.DataFrame) -> str | None:
    """The place_id that the map's selection names; None when nothing is selected or the place has left the view."""
    picked = [each["id"] for layer in (PLACES, AREAS) for each in objects.get(layer, ())]
    return picked[0] if picked and picked[0] in set(places.place_id) else None


def _draw_legend(view: View, places: pd.DataFrame) -> None:
    """One dot a family on the map: the mark's colour is that of the family with most events there."""
    labels = view.package.choices("event_types", "family")
    shown = set(places.event_type.map(view.theme.family_of))
    dots = "".join(
        f'<span style="white-space:nowrap"><span style="display:inline-block;width:.7rem;height:.7rem;'
        f'border-radius:50%;background:{view.theme.family_colours[family]}"></span> {html.escape(label)}</span>'
        for family, label in labels.items()
        if family in shown
    )
    st.html(
        '<div style="display:flex;flex-wrap:wrap;gap:.2rem 1.1rem;font-size:.875rem">'
        f"<span>Colour: the family with most events there</span>{dots}</div>"
    )


def draw_place_list(view: View, places: pd.DataFrame, picked: str | None) -> None:
    """Draw the choice of a place, and its events; with none chosen, the places with most events.

    The choice follows the map: a click starts it anew at the clicked place, and until the next click the reader may
    choose another one from it.
    """
    by_id = {place.place_id: place for place in each(places)}
    chosen = st.selectbox(
        "Place",
        list(by_id),
        index=list(by_id).index(picked) if picked else None,
        format_func=lambda place_id: f"{by_id[place_id].name} ({by_id[place_id].events})",
        key=f"{KEY}_place_{picked}",
        placeholder="Click the map or choose here",
    )
    if chosen:
        _draw_place(view, by_id[chosen])
    else:
        _draw_most(places)


def _draw_place(view: View, place: Any) -> None:
    st.subheader(plain(place.name), anchor=False)
    st.markdown(f"{plain(known(view.package, place))}. {plain(counted(place))}.")
    lines = [event_line(view, event) for _, event in events_at(view.events, place.event_ids).iterrows()]
    with st.container(height=LIST_HEIGHT if len(lines) > SHORT_LIST else "content", border=False, key=f"{KEY}_list"):
        st.markdown("\n".join(lines))


def _draw_most(places: pd.DataFrame) -> None:
    st.markdown("**Places with most events**")
    st.markdown("\n".join(f"- {plain(place.name)}: {place.events}" for place in each(places.head(LISTED))))


def draw_places_table(view: View, places: pd.DataFrame) -> None:
    """Draw the switch that shows the map's places as a table, one row a place."""
    precisions = view.package.choices("events", "geo_precision")
    shown = places.assign(geo_precision=places.geo_precision.map(precisions))[list(HEADINGS)]
    days = {HEADINGS[name]: st.column_config.DateColumn(format="D MMM YYYY") for name in ("first", "last")}
    draw_equal_table(shown.rename(columns=HEADINGS), alt=map_alt(places), key=KEY, settings=days)


def draw_unplaced(view: View) -> None:
    """Draw the events that the map cannot show, with what is known of their place."""
    missing = unplaced(view.events)
    if missing.empty:
        st.markdown("Every event of this view has a place on the map.")
        return
    has = "event has" if len(missing) == 1 else "events have"
    draw_heading(
        f"{len(missing)} {has} no place on the map",
        "Acts that belong on no map, such as an order or a vote, and events of which only the country, several states, "
        "or no place at all is known.",
    )
    draw_table(view.package, "events", missing, COLUMNS, name="events without a place on the map", key="unplaced")
