"""Brief: the view as a document of at most four pages to print: its figures, its picture, and what matters most."""

import streamlit as st

from components.brief.brief_text import brief_events, brief_opening
from components.frame.empty import draw_if_empty
from components.frame.frame import current_view
from components.timeline.escalation_section import draw_escalation_by_month
from data.text.messages import say

view = current_view()

if not draw_if_empty(view):
    st.caption(say("brief.print"))
    with st.container(key="brief"):
        st.markdown(brief_opening(view))
        draw_escalation_by_month(view)
        st.markdown(brief_events(view))
