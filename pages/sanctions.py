"""Sanctions: who is listed, what tightened and what eased, who is tied to whom, which licences hold, which ships."""

import streamlit as st

from components.event_record import draw_open_event
from components.frame import current_view
from components.key_figures import draw_key_figures
from components.sanctions_figures import draw_actions
from components.sanctions_tables import draw_licences, draw_ships, draw_targets, draw_ties
from data.sanctions_figures import sanctions_figures

view = current_view()

draw_key_figures(sanctions_figures(view.package, view.filters, view.events))
st.caption(
    "Words are searched in everything on this page. Months apply to actions by their day and to targets by the day of "
    "their listing. Event type, who acted and how well known apply to actions and to tankers taken only."
)
draw_actions(view)
draw_open_event(view)
draw_targets(view)
draw_ties(view)
draw_licences(view)
draw_ships(view)
