"""Map: where events happened and how well that is known, the events of a place, and those that have none."""

import streamlit as st

from components.elements.key_figures import draw_key_figures
from components.frame.empty import draw_if_empty
from components.frame.frame import current_view
from components.map.map_section import draw_map, draw_map_settings
from components.map.place_list import draw_place_list, draw_unplaced_table
from components.records.open_record import draw_record_over_page
from data.map.summary import place_figures

view = current_view()

if not draw_if_empty(view):
    figures = st.container()
    scene = draw_map_settings(view)
    with figures:
        draw_key_figures(place_figures(view.package, scene))

    # The list is sent before the map, which takes longest to appear.
    map_column, list_column = st.columns([2, 1], gap="medium")
    with list_column:
        draw_place_list(view, scene)
    with map_column:
        draw_map(view, scene)
    draw_unplaced_table(view, scene.unplaced)
draw_record_over_page(view)
