"""Overview: where things stand, how the crisis rose and turned, what made it, what is newest, and how it began."""

import streamlit as st

from components.events.event_lines import draw_event_list
from components.frame.empty import draw_if_empty
from components.frame.frame import current_view
from components.overview.since_visit import draw_since_last_visit
from components.overview.state_section import draw_last_month, draw_state
from components.overview.story_section import draw_link_to_story, draw_story_step
from components.records.open_record import draw_open_record
from components.timeline.escalation_section import draw_escalation_by_month
from components.view.addresses import link_to
from data.events.counts import first_in_phases, newest
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
            draw_event_list(view, say("overview.milestones"), first_in_phases(view.package["phases"], view.events))
        with columns[1]:
            draw_event_list(view, say("overview.latest"), newest(view.events, 5))
        draw_last_month(view)
