"""A bare Streamlit page with the timeline's picture and nothing else: what the page Timeline is measured against."""

import streamlit as st

from components.elements.figure import container_of
from components.look.theme import reader_theme, theme_for
from components.timeline.timeline_chart import timeline_figure
from data.package.package import Package, load_package

PICTURE = container_of("timeline")


@st.cache_resource
def read_tables() -> Package:
    """The tables, read once as in the app."""
    return load_package()


st.set_page_config(layout="wide")
package = read_tables()
timeline = timeline_figure(package, package["events"], theme_for(package, reader_theme()), PICTURE)
with st.container(key=PICTURE):
    st.plotly_chart(timeline.figure, theme=None)
