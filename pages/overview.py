"""Overview: the state of the crisis at a glance, the newest events, and how many there were by month and type."""

import streamlit as st

from components.count_figures import draw_counts_by_month, draw_counts_by_type
from components.empty import draw_if_empty
from components.event_list import draw_event_list
from components.event_record import draw_open_event
from components.frame import current_view
from components.key_figures import draw_key_figures
from data.counts import milestones, newest
from data.figures import key_figures

view = current_view()

draw_key_figures(key_figures(view.package, view.filters, view.events))
draw_open_event(view)

if not draw_if_empty(view):
    draw_counts_by_month(view)

    columns = st.columns(2, gap="large")
    with columns[0]:
        draw_event_list(view, "Latest milestones", newest(milestones(view.events), 8))
    with columns[1]:
        draw_event_list(view, "Latest events", newest(view.events, 8))

    draw_counts_by_type(view)
