"""Sanctions: who is listed, what tightened and what eased, who is tied to whom, which licences hold, which ships."""

import streamlit as st

from components.elements.key_figures import draw_key_figures
from components.frame.frame import current_view
from components.records.open_record import draw_record
from components.sanctions.actions_section import draw_action_rows, draw_actions
from components.sanctions.licences_section import draw_licences
from components.sanctions.name_search import draw_name_finder
from components.sanctions.running_section import draw_running_number
from components.sanctions.ships_table import draw_ships
from components.sanctions.targets_table import draw_targets
from components.sanctions.ties_section import draw_kin, draw_link_to_kin, draw_ties
from data.text.messages import say
from data.view.sanctions_figures import sanctions_figures

view = current_view()

draw_key_figures(sanctions_figures(view.selection))
st.caption(say("sanctions_page.filters"))
draw_link_to_kin(view)
draw_record(view)
draw_name_finder(view)
draw_record(view, "found_names")
draw_actions(view)
draw_record(view, "actions_by_day")
draw_action_rows(view)
draw_record(view, "actions")
draw_running_number(view)
draw_targets(view)
draw_record(view, "targets", "targets_undated")
draw_ties(view)
draw_record(view, "ties")
draw_kin(view)
draw_licences(view)
draw_record(view, "licences", "licences_by_number")
draw_ships(view)
draw_record(view, "ships")
