"""Draws the list beside the map: the events of the chosen place, else the places with most, and the events without."""

from collections import Counter
from typing import Any

import pandas as pd
import streamlit as st

from components.controls.address_bar import set_parameter
from components.controls.setting_widgets import draw_select
from components.elements.data_table import draw_download
from components.elements.record_table import (
    RecordTable,
    day_column,
    declared_column,
    draw_record_table,
    record_addresses,
    record_table,
)
from components.events.event_lines import event_lines
from components.look.escaping import escape_markdown, link
from components.map.place_texts import counted_people, events_at_place, known, known_prison
from components.map.view_scene import map_scene_of
from components.view.addresses import address, address_in_view
from components.view.once_per_view import once_per_view
from components.view.view import View
from data.map.places import events_at
from data.map.scene import MapScene, known_places
from data.package.rows import iterate_rows
from data.records.event import when
from data.selection.record_kinds import EVENT, PERSON
from data.text.formats import number
from data.text.messages import say

# Rows: places with most events, events of a place, events without one (all are in the table below the map), and from
# how many on a list scrolls; pixels.
MOST, LONGEST, UNPLACED, SCROLLED, LIST_HEIGHT = 8, 100, 10, 6, 430
COLUMNS = ["title", "date", "place", "event_type", "geo_note"]
# What a phone has no room for.
MINOR = ("event_type", "geo_note")


def draw_place_list(view: View, scene: MapScene) -> None:
    """Draw the choice of a place and what is there, with its number; below it the events that have no place."""
    labels, chosen = _labels(view), view.settings.place
    draw_select(view.settings, "place", labels, say("places.choose"))
    if chosen in labels:
        place = next(
            place for rows in reversed(_tables(scene)) for place in iterate_rows(rows[rows.place_id == chosen])
        )
        _draw_place(view, scene, place)
    else:
        if chosen:
            st.info(_gone(view, scene, chosen))
        _draw_most(say("places.most"), scene.places)
        _draw_most(say("places.countries"), scene.countries)
    _draw_unplaced(view, scene.unplaced)


@once_per_view
def _labels(view: View) -> dict[str, str]:
    scene = map_scene_of(view)
    by_id = {place.place_id: place for rows in _tables(scene) for place in iterate_rows(rows)}
    return place_labels(list(by_id.values()))


def _tables(scene: MapScene) -> tuple[pd.DataFrame, pd.DataFrame, pd.DataFrame]:
    """The rows to choose from; of a place that stands in two of them the later one counts."""
    return scene.places, scene.countries, scene.sites


def place_labels(places: list[Any]) -> dict[str, str]:
    """The name of each place by its id; where several share a name, with their degrees or what they are."""
    shared = Counter(place.name for place in places)
    return {
        place.place_id: place.name if shared[place.name] == 1 else f"{place.name} ({_distinction(place)})"
        for place in places
    }


def _distinction(place: Any) -> str:
    if hasattr(place, "people"):
        return say("places.people_held")
    return say("places.area") if place.shapes else f"{place.lat:g}, {place.lon:g}"


def _gone(view: View, scene: MapScene, chosen: str) -> str:
    """Why the place that a link asks for is not on this map."""
    assert chosen in known_places(view.package)
    return say("places.gone_or_off") if len(scene.hidden) or view.settings.off else say("places.gone")


def _draw_place(view: View, scene: MapScene, place: Any) -> None:
    st.subheader(escape_markdown(place.name), anchor=False)
    if hasattr(place, "people"):
        people = scene.people[scene.people.person_id.isin(place.person_ids)]
        st.markdown(f"{escape_markdown(known_prison())}. {escape_markdown(counted_people(place))}.")
        lines = [
            f"- {link(person.name, address_in_view(view, PERSON, person.person_id))}" for person in iterate_rows(people)
        ]
    else:
        st.markdown(f"{escape_markdown(known(view.package, place))}. {escape_markdown(events_at_place(place))}.")
        lines = first_lines(
            view,
            events_at(view.events, place.event_ids),
            LONGEST,
            link(say("places.events_page"), address(view, "events")),
        )
    _draw_lines(lines, "place_events")


def first_lines(view: View, events: pd.DataFrame, most: int, where: str) -> list[str]:
    """One line of Markdown for each of the first `most` events, and one that says `where` the others stand."""
    lines = event_lines(view, events.head(most))
    more = len(events) - len(lines)
    return [*lines, f"- {say('places.earlier', count=more, where=where)}"] if more > 0 else lines


def _draw_lines(lines: list[str], key: str) -> None:
    with st.container(height=LIST_HEIGHT if len(lines) > SCROLLED else "content", border=False, key=key):
        st.markdown("\n".join(lines))


def _draw_most(heading: str, places: pd.DataFrame) -> None:
    """The places with most events, each a button that chooses it as a click on its mark does."""
    if places.empty:
        return
    st.markdown(f"**{heading}**")
    with st.container(gap="xxsmall", key=f"place_buttons {heading}"):
        for place in iterate_rows(places.head(MOST)):
            label = f"{escape_markdown(place.name)}: {number(place.events)}"
            st.button(
                label,
                key=f"choose_{place.place_id}",
                on_click=set_parameter,
                args=("place", place.place_id),
                type="tertiary",
            )


def _draw_unplaced(view: View, unplaced: pd.DataFrame) -> None:
    """The events that the map cannot show, newest first, with their number."""
    if unplaced.empty:
        st.markdown(say("places.all_placed"))
        return
    st.markdown(f"**{say('places.unplaced', count=len(unplaced))}**")
    st.caption(say("places.unplaced_text"))
    _draw_lines(_unplaced_lines(view), "unplaced_events")


@once_per_view
def _unplaced_lines(view: View) -> list[str]:
    newest = map_scene_of(view).unplaced.sort_values("date", ascending=False, kind="stable")
    return first_lines(view, newest, UNPLACED, say("places.below"))


def draw_unplaced_table(view: View, unplaced: pd.DataFrame) -> None:
    """Draw the switch that shows the events without a place as a table."""
    if len(unplaced) and st.toggle(say("places.unplaced_switch"), key="unplaced_as_table"):
        draw_record_table(_unplaced_table(view))
        draw_download(unplaced[["event_id", *COLUMNS]], key="unplaced")


@once_per_view
def _unplaced_table(view: View) -> RecordTable:
    """The events without a place, newest first, their days as exact as they are known; each opens its record."""
    rows = map_scene_of(view).unplaced.sort_values("date", ascending=False, kind="stable")
    days = pd.Series([when(event) for _, event in rows.iterrows()], rows.index, dtype="str")
    date = view.package.column(EVENT.table, "date")
    columns = {name: declared_column(view.package, EVENT.table, rows, name, is_minor=name in MINOR) for name in COLUMNS}
    columns["date"] = day_column("date", date.title, rows.date, days, date.description)
    return record_table(
        view,
        list(columns.values()),
        record_addresses(view, EVENT, rows),
        caption=say("table_of.unplaced", count=len(rows)),
        key="unplaced",
        is_main=False,
    )
