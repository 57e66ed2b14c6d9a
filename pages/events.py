"""Events: every event of the view in one table, and the record of the event or the source that is open."""

import streamlit as st

from components.events.changes_list import draw_changes_since
from components.events.events_table import draw_events_of_page, draw_facets, events_shown
from components.frame.empty import draw_if_empty
from components.frame.frame import current_view
from components.records.event_record import draw_open_event
from components.records.source_record import draw_open_source
from components.view.downloads import draw_downloads
from data.text.messages import say

view = current_view()

draw_open_event(view)
draw_changes_since(view)
draw_open_source(view)
if not draw_if_empty(view):
    st.caption(say("events.how_to"))
    draw_facets(view)
    draw_events_of_page(view)
    draw_downloads(view, "events", events_shown(view), key="view")
