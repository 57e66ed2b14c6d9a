"""A page of key figures and one filter alone: the least that a page of Streamlit with numbers costs."""

import streamlit as st

from data.selection.filters import Filters
from data.versions.polled_store import POLLED

st.set_page_config(layout="wide")
package = POLLED.data_version().package
labels = package.choices("events", "event_type")
types = st.pills("Event type", list(labels), selection_mode="multi", format_func=labels.__getitem__, key="types")
events = Filters(type=tuple(types)).keep(package)
for column, name in zip(st.columns(4), ("killed_low", "injured", "detained", "released"), strict=True):
    column.metric(package.column("events", name).title, int(events[name].sum()))
st.metric("Events", len(events))
