"""Brief: the view as a plain document to print: its figures, its counts, and every event with its sources."""

import streamlit as st

from components.brief.brief_text import brief_markdown
from components.frame.empty import draw_if_empty
from components.frame.frame import current_view
from data.text.messages import say

view = current_view()

if not draw_if_empty(view):
    st.caption(say("brief.print"))
    st.markdown(brief_markdown(view))
