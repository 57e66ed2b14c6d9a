"""What the app draws of a view, taken from a run of the app itself and kept, for a page that draws the same and nothing
else: its pictures, its maps and its tables."""

import json
from dataclasses import dataclass
from functools import cache
from typing import Any, Protocol

import pandas as pd
import pyarrow
import streamlit as st

from components.elements.picture import Picture
from components.frame.drawn_page import drawn_page
from components.html.drawn import MAIN, Node

ROOT_ADDRESS = "http://localhost/"


class Part(Protocol):
    """What a bare page draws."""

    def draw(self, key: str) -> None:
        """Draw it under this key."""


@dataclass(frozen=True)
class BarePicture:
    """A picture as the app sends it."""

    picture: Picture

    def draw(self, key: str) -> None:
        """Draw it as plain Streamlit does, without a theme and without what a click on a mark does."""
        st.plotly_chart(self.picture, theme=None, key=key)


@dataclass(frozen=True)
class BareMap:
    """A map as the app sends it."""

    sent: str

    def to_json(self) -> str:
        """What the browser draws."""
        return self.sent

    def draw(self, key: str) -> None:
        """Draw it at the app's height."""
        st.pydeck_chart(self, height=480, key=key)


@dataclass(frozen=True)
class BareTable:
    """A table as the app sends it: a frame, or HTML."""

    rows: pd.DataFrame | str

    def draw(self, key: str) -> None:
        """Draw it."""
        if isinstance(self.rows, str):
            st.html(self.rows)
        else:
            st.dataframe(self.rows, hide_index=True, key=key)


@dataclass(frozen=True)
class BareText:
    """A text as the app sends it."""

    text: str

    def draw(self, key: str) -> None:
        """Draw it in a container of that key."""
        with st.container(key=key):
            st.markdown(self.text)


@cache
def parts_of(path: str, section: str, types: tuple[str, ...]) -> list[Part]:
    """What the app draws in a section of the page at that path of the events of these types, worked out once: pictures,
    maps and tables; of a section that has none the texts."""
    query = {"section": [section], "type": list(types)}
    given = {name: values for name, values in query.items() if any(values)}
    drawn = drawn_page(ROOT_ADDRESS, path, given, with_closed=False)
    nodes = list(drawn.part(MAIN).all_nodes())
    parts = [part for node in nodes if (part := _part(node))]
    return parts or [BareText(node.proto.body) for node in nodes if node.kind == "markdown"]


def _part(node: Node) -> Part | None:
    proto: Any = node.proto
    if node.kind == "plotly_chart":
        spec = json.loads(proto.spec)
        return BarePicture(Picture(spec["data"], spec["layout"]))
    if node.kind == "deck_gl_json_chart":
        return BareMap(proto.json)
    if node.kind == "dataframe":
        return BareTable(pyarrow.ipc.open_stream(proto.arrow_data.data).read_pandas())
    if node.kind == "html" and "<table" in proto.body:
        return BareTable(proto.body)
    return None
