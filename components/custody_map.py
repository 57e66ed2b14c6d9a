"""The small map of where people were detained and where they were held, drawn in one function; and its list."""

from typing import Any

import pandas as pd
import pydeck as pdk
import streamlit as st

from components.base_map import land, lettering, point, rgb, text, water
from components.custody_view import custody_colour, custody_of
from components.figure import draw_equal_table, draw_heading
from components.frame import View
from components.map_names import names
from components.theme import FONT, Theme
from data.custody_places import ARREST, PRISON, custody_places, drawn_as_area, precision_label, without_point
from data.package import Package
from data.places import map_labels
from data.rows import each

HEIGHT = 420
SEEN_FIRST = {"latitude": 9.3, "longitude": -67.8, "zoom": 4.5}
KINDS = {ARREST: "detained", PRISON: "held"}
HEADINGS = {"kind": "What happened here", "name": "Place", "geo_precision": "Precision", "people": "People"}
# Pixels.
SMALLEST, GROWTH, AREA, TEXT_SIZE = 5.0, 2.6, 26.0, 12


def draw_custody_places(view: View) -> None:
    """The map of the view's people, its numbers as a table, and how many people it cannot show."""
    people = custody_of(view).people
    places = custody_places(people)
    if places.empty:
        return
    most = places.iloc[0]
    no_arrest, no_prison = without_point(people)
    title = f"Most people at one place: {most.people} of {len(people)}, {KINDS[most.kind]} at {most['name']}"
    draw_heading(
        title,
        "People by place, in persons. Filled: held there, as last reported. Ring: detained there; a wide one stands "
        "for a whole state, the others for a town, never for a building. Not on the map: "
        f"{no_arrest} of {len(people)} people whose place of detention, and {no_prison} whose prison, is not known to "
        "the town.",
    )
    alt = f"Map of {len(places)} places in Venezuela. {title}."
    deck = custody_deck(view.package, places, custody_colour(view), view.theme)
    st.pydeck_chart(deck, height=HEIGHT, key="custody_map", alt=alt)
    draw_equal_table(_table(view.package, places), alt=alt, key="custody_map")


def _table(package: Package, places: pd.DataFrame) -> pd.DataFrame:
    told = places.assign(
        kind=places.kind.map(KINDS), geo_precision=[precision_label(package, name) for name in places.geo_precision]
    )
    return told[list(HEADINGS)].rename(columns=HEADINGS)


def custody_deck(package: Package, places: pd.DataFrame, colour: str, theme: Theme) -> pdk.Deck:
    """A Deck with one mark a place (rows of `custody_places`): a filled disc for a prison, a ring for an arrest, its
    area growing with the number of people, which stands in or beside it. Rings lie over discs at the same town."""
    discs, rings = (
        [_mark(package, place, colour, theme) for place in each(places[places.kind == kind])]
        for kind in (PRISON, ARREST)
    )
    return pdk.Deck(
        layers=[
            [water(theme)],
            [*land(theme, ()), *names(map_labels(), theme, SEEN_FIRST["zoom"])],
            _circles("prisons", discs),
            _circles("arrests", rings),
            [_numbers([*discs, *rings])],
        ],
        views=[pdk.View(type="MapView", controller={"dragRotate": False, "touchRotate": False})],
        initial_view_state=pdk.ViewState(**SEEN_FIRST, min_zoom=3, max_zoom=10),
        map_provider=None,
        tooltip={"html": "<b>{name}</b><br>{said}", "style": _tooltip(theme)},
    )


def _mark(package: Package, place: Any, colour: str, theme: Theme) -> dict[str, Any]:
    held, is_area = place.kind == PRISON, drawn_as_area(package, place.geo_precision)
    people = "1 person" if place.people == 1 else f"{place.people} people"
    return {
        "at": point(place),
        "name": text(plain_name(place.name)),
        "said": f"{people} {KINDS[place.kind]} here ({precision_label(package, place.geo_precision).lower()})",
        "pixels": AREA if is_area else SMALLEST + GROWTH * float(place.people) ** 0.5,
        "fill": rgb(colour, 255 if held else 40),
        "line": rgb(theme.ink.page if held else theme.ink.text),
        "number": str(place.people) if place.people > 1 else "",
        "ink": rgb(theme.ink.text),
    }


def plain_name(name: str) -> str:
    """A place's name as the tooltip may show it: deck.gl reads a tooltip as HTML."""
    return name.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def _circles(name: str, marks: list[dict[str, Any]]) -> pdk.Layer:
    return pdk.Layer(
        "ScatterplotLayer",
        marks,
        id=name,
        get_position="at",
        get_radius="pixels",
        radius_units="'pixels'",
        get_fill_color="fill",
        stroked=True,
        line_width_units="'pixels'",
        get_line_width=1.6,
        get_line_color="line",
        pickable=True,
    )


def _numbers(marks: list[dict[str, Any]]) -> pdk.Layer:
    return pdk.Layer(
        "TextLayer",
        [{**mark, "shift": [0, -mark["pixels"] - 8]} for mark in marks if mark["number"]],
        id="people",
        get_position="at",
        get_text="number",
        get_size=TEXT_SIZE,
        get_color="ink",
        get_pixel_offset="shift",
        font_weight=600,
        **lettering(),
    )


def _tooltip(theme: Theme) -> dict[str, str]:
    return {
        "backgroundColor": theme.ink.page,
        "color": theme.ink.text,
        "border": f"1px solid {theme.ink.rule}",
        "fontFamily": FONT,
        "fontSize": "14px",
        "maxWidth": "240px",
    }
