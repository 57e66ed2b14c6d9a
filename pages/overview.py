"""Overview: where things stand, how the crisis rose and turned, what made it, what is newest, and how it began."""

import streamlit as st

from components.frame.empty import draw_if_empty
from components.frame.frame import current_view
from components.overview.since_visit import draw_since_last_visit
from components.overview.state_section import draw_last_month, draw_newest, draw_state, draw_turns
from components.overview.story_section import draw_link_to_story, draw_story_step
from components.records.open_record import draw_open_record
from components.timeline.escalation_section import draw_escalation_by_month
from components.view.addresses import link_to
from data.text.messages import say

view = current_view()

draw_open_record(view)

if view.settings.story:
    draw_story_step(view)
else:
    draw_state(view)
    draw_link_to_story(view)
    draw_since_last_visit(view)
    if not draw_if_empty(view):
        draw_escalation_by_month(view)
        link_to("timeline", say("overview.timeline"), view)

        columns = st.columns(2, gap="large")
        with columns[0]:
            draw_turns(view)
        with columns[1]:
            draw_newest(view)
        draw_last_month(view)
