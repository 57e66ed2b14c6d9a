"""Draws the map of a view under its title, with what a reader can set, and the same as a table and as GeoJSON."""

from dataclasses import dataclass, replace

import pandas as pd
import streamlit as st

from components.controls.month_player import draw_player
from components.controls.picking import show_picked_place
from components.controls.saved_files import saved_name
from components.controls.setting_widgets import draw_option, draw_switches
from components.elements.figure import container_of, draw_equal_table, draw_heading
from components.elements.in_short import draw_in_short
from components.elements.key_figures import draw_key_figures
from components.look.escaping import escape_markdown
from components.map.event_map import SentMap, chosen_view, event_map
from components.map.free_names import free_names
from components.map.legend import map_legend
from components.map.mark_layers import POINTED
from components.map.marks import MapMark, event_marks, people_marks
from components.map.merged_marks import merged_marks
from components.map.names import with_sites
from components.map.place_list import draw_place_list, draw_unplaced_table
from components.map.place_texts import map_alt, map_title
from components.map.view_scene import map_scene_of
from components.view.headlines import headline
from components.view.once_per_view import once_per_view
from components.view.view import View
from data.geo.labels import map_labels
from data.map.in_short import map_facts
from data.map.layers import LAYERS, layers_of_types, people_layers, read_layers, write_layers
from data.map.scene import MapScene
from data.map.summary import place_figures, places_table
from data.map.view_window import left_out_of_view
from data.publish.file_names import events_name
from data.publish.geojson import geojson
from data.selection.key_figure import KeyFigure
from data.selection.months import months_between
from data.selection.short_fact import ShortFact
from data.text.formats import DAY_IN_TABLE, month_name
from data.text.messages import say

KEY, HEIGHT = "map", 480


def draw_map_page(view: View) -> None:
    """Draw the map from the top of its column, what is at its places beside it, and below it its numbers."""
    settings, map_column = st.container(), st.container()
    requested = view.settings.at
    with settings:
        view = _draw_settings(view)
    scene = map_scene_of(view)
    # The list is sent before the map, which takes longest to appear.
    left, right = map_column.columns([2, 1], gap="medium")
    with right:
        draw_place_list(view, scene)
    with left:
        draw_map(view, scene)
    for line in _left_out(view, requested):
        st.caption(escape_markdown(line))
    draw_in_short(view, _facts(view))
    draw_key_figures(_figures(view))
    draw_unplaced_table(view, scene.unplaced)


def _draw_settings(view: View) -> View:
    """Draw what a reader can set, in one row: part of the world, layers, month; returns the view of the month that is
    shown, which is not in the address while the months play."""
    package, settings = view.package, view.settings
    months = months_between(view.events.date.min(), view.events.date.max())
    labels = {"": say("map_figure.all_months"), **{item: month_name(item) for item in months}}
    off = read_layers(settings.off, package)
    offered = layers_of_types(package, view.filters.type)
    not_offered = frozenset(package.labels(LAYERS, "layer")) - set(offered)
    layer_names = {layer: label for layer, label in package.labels(LAYERS, "layer").items() if layer in offered}
    with st.container(horizontal=True, vertical_alignment="bottom", gap="medium", key="map_settings"):
        with st.container(width="content", key="map_view"):
            draw_option(package, settings, "view")
        with st.popover(say("map_figure.layers", count=len(off - not_offered)), type="tertiary"):
            draw_switches("off", layer_names, off, lambda layers: write_layers(package, layers | (off & not_offered)))
        month = draw_player(settings, "at", labels)
    return replace(view, settings=replace(settings, at=month))


@once_per_view
def _facts(view: View) -> list[ShortFact]:
    return map_facts(view.package, map_scene_of(view), view.filters.q)


@once_per_view
def _figures(view: View) -> tuple[KeyFigure, ...]:
    return tuple(place_figures(view.package, map_scene_of(view)))


@once_per_view
def _outside(view: View) -> int:
    """How many events lie outside of the part of the world that is shown."""
    return len(left_out_of_view(view.package, map_scene_of(view), view.settings.view))


def _left_out(view: View, requested: str) -> list[str]:
    """What the settings leave out of the map, in plain lines; `requested` is the month that the address names."""
    scene, sentences = map_scene_of(view), []
    if len(scene.hidden):
        labels = view.package.labels(LAYERS, "layer")
        off = read_layers(view.settings.off, view.package) - people_layers(view.package).keys()
        which = ", ".join(f"{labels[layer]} {count}" for layer, count in scene.layers.items() if layer in off and count)
        counts = {"hidden": len(scene.hidden), "events": len(scene.events)}
        sentences.append(say("map_figure.layers_off", **counts, which=which))
    if requested and not scene.month:
        sentences.append(say("map_figure.no_month", month=month_name(requested)))
    if count := _outside(view):
        label = view.package.labels("map_views", "view")[view.settings.view]
        sentences.append(say("map_figure.left_out", count=count, view=label))
    return sentences


def draw_map(view: View, scene: MapScene) -> None:
    """Draw the map, its legend, its table and its downloads."""
    shown = _map(view)
    days = {say(f"map_table.{name}"): st.column_config.DateColumn(format=DAY_IN_TABLE) for name in ("first", "last")}
    with st.container(key=container_of(KEY)):
        st.pydeck_chart(
            shown.sent,
            height=HEIGHT,
            key=KEY,
            alt=shown.alt,
            on_select=lambda: show_picked_place(KEY, POINTED),
            selection_mode="single-object",
        )
        st.html(shown.legend)
        draw_heading(shown.title, say("map_figure.how_to_read"))
        draw_equal_table(shown.table, alt=shown.alt, key=KEY, settings=days)
    st.caption(say("map_figure.no_picture"))
    _draw_geojson(view, scene)


@dataclass(frozen=True)
class _ShownMap:
    """A map with its words, its legend as HTML and the table of the same numbers."""

    sent: SentMap
    title: str
    alt: str
    legend: str
    table: pd.DataFrame


@once_per_view
def _map(view: View) -> _ShownMap:
    scene = map_scene_of(view)
    shown = chosen_view(view.package, view.settings.view, scene.places)
    marks = merged_marks(scene_marks(view, scene), shown["zoom"])
    deck = event_map(
        marks,
        view.theme,
        labels=free_names(with_sites(map_labels(), scene.places, shown), marks, shown["zoom"]),
        view=shown,
        chases=scene.chases,
        chosen=view.settings.place,
        name=f"{KEY}-{view.settings.view}",
    )
    title = headline(view, KEY, map_title(scene.places, scene.month), "at", "off", "view")
    legend = map_legend(view, scene, marks)
    return _ShownMap(SentMap(deck), title, map_alt(scene.places), legend, places_table(view.package, scene))


def scene_marks(view: View, scene: MapScene) -> list[MapMark]:
    """The marks of a scene: its places, and those at which people were held."""
    held = people_layers(view.package).values()
    people = [mark for event_type in held for mark in people_marks(scene.sites, event_type, view.theme)]
    return [*event_marks(view.package, scene.places, view.theme), *people]


def _draw_geojson(view: View, scene: MapScene) -> None:
    about = {"title": say("map_figure.geojson_title"), "filter": view.filters.say(view.package)}
    st.download_button(
        say("map_figure.geojson", count=len(scene.events) - len(scene.hidden)),
        data=lambda: geojson(view.package, scene.exported, about),
        file_name=saved_name(events_name(view.package, view.filters), "geojson"),
        mime="application/geo+json",
        key="map_geojson",
        on_click="ignore",
        type="tertiary",
    )
