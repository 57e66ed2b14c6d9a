"""Map: where events happened and how well that is known, the events of a place, and those that have none."""

import streamlit as st

from components.empty import draw_if_empty
from components.event_record import draw_open_event
from components.frame import current_view
from components.key_figures import draw_key_figures
from components.map_figure import draw_map, draw_place_list, draw_places_table, draw_unplaced
from data.places import place_figures, places_of

view = current_view()

if not draw_if_empty(view):
    places = places_of(view.package, view.events)
    draw_key_figures(place_figures(view.package, view.events, places))

    if not places.empty:
        columns = st.columns([2, 1], gap="medium")
        with columns[0]:
            picked = draw_map(view, places)
            draw_places_table(view, places)
        with columns[1]:
            draw_place_list(view, places, picked)

    draw_unplaced(view)
draw_open_event(view)
