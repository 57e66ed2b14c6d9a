"""The bare twin of every page and section: one filter, and below it what the app draws there, without a frame.

`path` and `section` of the address name what it is the twin of; `type` sets the filter where it was not set before.
"""

import streamlit as st

from bench.peers.twins import parts_of
from data.versions.polled_store import POLLED

st.set_page_config(layout="wide")
package = POLLED.data_version().package
labels = package.choices("events", "event_type")
path, section = st.query_params.get("path", ""), st.query_params.get("section", "")
given = st.query_params.get_all("type")
if st.session_state.get("given") != given:
    st.session_state["given"] = st.session_state["types"] = given
types = st.pills("Event type", list(labels), selection_mode="multi", format_func=labels.__getitem__, key="types")
for number, part in enumerate(parts_of(path, section, tuple(types))):
    part.draw(f"part_{number}")
