"""Overview: the state of the crisis at a glance, how it rose and turned, the newest events, and how many there were."""

import streamlit as st

from components.events.event_lines import draw_event_list
from components.frame.empty import draw_if_empty
from components.frame.frame import current_view
from components.overview.state_section import draw_state
from components.records.open_record import draw_open_record
from components.timeline.escalation_section import draw_escalation_by_month
from components.view.addresses import link_to
from data.events.counts import milestones, newest
from data.text.messages import say

view = current_view()

draw_state(view)
draw_open_record(view)

if not draw_if_empty(view):
    draw_escalation_by_month(view)
    link_to("timeline", say("overview.timeline"), view)

    columns = st.columns(2, gap="large")
    with columns[0]:
        draw_event_list(view, say("overview.milestones"), newest(milestones(view.events), 6))
    with columns[1]:
        draw_event_list(view, say("overview.latest"), newest(view.events, 5))
