"""Draws the small map of where people were detained and where they were held, and the same as a table."""

import pandas as pd
import streamlit as st

from components.detentions.custody import custody_colour
from components.elements.figure import container_of, draw_equal_table, draw_heading
from components.elements.in_short import draw_in_short
from components.look.symbols import SIGNS
from components.map.event_map import SentMap
from components.map.small_map import SMALL_HEIGHT, small_map
from components.view.headlines import headline
from components.view.once_per_view import once_per_view
from components.view.view import View
from data.detentions.in_short import place_facts
from data.detentions.places import ARREST, PRISON, custody_places, locations, precision_labels, without_point
from data.package.package import Package
from data.selection.short_fact import ShortFact
from data.text.messages import say

# A prison looks as on the page of the map.
SYMBOLS = {ARREST: "diamond", PRISON: "square"}
COLUMNS = ["done", "name", "precision", "rows"]
KEY = "custody_map"


def draw_custody_places(view: View) -> None:
    """The map of the view's people, its numbers as a table, and how many people it cannot show."""
    shown = _map(view)
    if shown:
        deck, title, subtitle, alt, table = shown
        with st.container(key=container_of(KEY)):
            draw_heading(title, subtitle)
            st.pydeck_chart(deck, height=SMALL_HEIGHT, key=KEY, alt=alt)
            draw_equal_table(table, alt=alt, key=KEY)
        draw_in_short(view, _facts(view))


@once_per_view
def _facts(view: View) -> list[ShortFact]:
    return place_facts(view.selection.custody.people)


@once_per_view
def _map(view: View) -> tuple[SentMap, str, str, str, pd.DataFrame] | None:
    """The map, its title, subtitle and alt text, and its numbers as a table; None without a place."""
    people = view.selection.custody.people
    places = labelled_places(view.package, people)
    if places.empty:
        return None
    most = places.iloc[0]
    no_arrest, no_prison = without_point(people)
    by_rule = say("custody_map.title", most=most.rows, all=len(people), done=most.done, place=most["name"])
    title = headline(view, KEY, by_rule)
    subtitle = say(
        "custody_map.subtitle",
        prison=SIGNS[SYMBOLS[PRISON]],
        arrest=SIGNS[SYMBOLS[ARREST]],
        no_arrest=no_arrest,
        no_prison=no_prison,
        all=len(people),
    )
    alt = say("custody_map.alt", count=len(places), title=title)
    deck = small_map(places, view.theme, colour=custody_colour(view), symbols=SYMBOLS)
    headings = {column: say(f"custody_map.column_{column}") for column in COLUMNS}
    return SentMap(deck), title, subtitle, alt, places[COLUMNS].rename(columns=headings)


def labelled_places(package: Package, people: pd.DataFrame) -> pd.DataFrame:
    """The places of `people` (rows of `data.detentions.places.locations`, in persons), each with what was `done` there,
    its `precision` and, `told` to a pointer, both with the number of people."""
    places = locations(package, custody_places(people))
    done = places.kind.map({kind: say(f"custody_map.done_{kind}") for kind in (ARREST, PRISON)})
    precision = precision_labels(package, places)
    texts = [
        say("custody_map.place", precision=known, count=rows, done=what)
        for known, rows, what in zip(precision, places.rows, done, strict=True)
    ]
    return places.assign(done=done, precision=precision, hover_text=pd.Series(texts, places.index, dtype="str"))
