"""Draws the small map of where people were detained and where they were held, and the same as a table."""

import pandas as pd
import streamlit as st

from components.custody_view import custody_colour, custody_of
from components.figure import draw_equal_table, draw_heading
from components.frame import View
from components.small_map import SMALL_HEIGHT, small_map
from components.symbols import SIGNS
from data.custody_places import ARREST, PRISON, custody_places, precision_labels, without_point
from data.package import Package
from data.spots import spots

DONE = {ARREST: "detained", PRISON: "held"}
# A prison looks as on the page of the map.
SYMBOLS = {ARREST: "diamond", PRISON: "square"}
HEADINGS = {"done": "What happened here", "name": "Place", "precision": "Precision", "rows": "People"}


def draw_custody_places(view: View) -> None:
    """The map of the view's people, its numbers as a table, and how many people it cannot show."""
    people = custody_of(view).people
    places = told_places(view.package, people)
    if places.empty:
        return
    most = places.iloc[0]
    no_arrest, no_prison = without_point(people)
    title = f"Most people at one place: {most.rows} of {len(people)}, {most.done} at {most['name']}"
    draw_heading(
        title,
        f"People by place, in persons. {SIGNS[SYMBOLS[PRISON]]} held there, as last reported; "
        f"{SIGNS[SYMBOLS[ARREST]]} detained there: each stands for a town, never for a building. Ring: a whole state. "
        "Zoom in where marks lie on each other. Not on the map: "
        f"{no_arrest} of {len(people)} people whose place of detention, and {no_prison} whose prison, is not known to "
        "the town.",
    )
    alt = f"Map of {len(places)} places in Venezuela. {title}."
    deck = small_map(places, view.theme, colour=custody_colour(view), symbols=SYMBOLS)
    st.pydeck_chart(deck, height=SMALL_HEIGHT, key="custody_map", alt=alt)
    draw_equal_table(places[list(HEADINGS)].rename(columns=HEADINGS), alt=alt, key="custody_map")


def told_places(package: Package, people: pd.DataFrame) -> pd.DataFrame:
    """The places of `people` (rows of `data.spots.spots`, in persons), each with what was `done` there, its `precision`
    and, `told` to a pointer, both with the number of people."""
    places = spots(package, custody_places(people))
    done, precision = places.kind.map(DONE), precision_labels(package, places)
    told = [
        f"{known}. {rows:,} {'person' if rows == 1 else 'people'} {what} here"
        for known, rows, what in zip(precision, places.rows, done, strict=True)
    ]
    return places.assign(done=done, precision=precision, told=pd.Series(told, places.index, dtype="str"))
