"""Draws one picture with all that belongs to it: title, alt text, the same numbers as a table, and their CSV."""

from collections.abc import Callable
from typing import Any, TypedDict

import pandas as pd
import streamlit as st

from components.controls.picking import selectable
from components.controls.picture_links import draw_picture_links
from components.controls.table_switch import draw_table_switch
from components.elements.data_table import TableWhenOpened, draw_download, draw_frame, opened_table
from components.elements.picture import NO_TEMPLATE, Picture
from components.look.escaping import escape_markdown
from components.look.theme import FONT, Theme
from data.text.messages import say

# How a time axis names its ticks: by day while they are less than a fortnight (in milliseconds) apart, else by month.
FORTNIGHT = 15 * 86_400_000
SAVED_WIDTH = 1280
CALENDAR = [
    {"dtickrange": [None, FORTNIGHT], "value": "%-d %b\n%Y"},
    {"dtickrange": [FORTNIGHT, None], "value": "%b\n%Y"},
]


class ShownPicture(TypedDict):
    """A picture with its words: what can be kept for all who read a view."""

    figure: Picture
    title: str
    subtitle: str
    alt: str


class Shown(ShownPicture):
    """What `draw_figure` shows of a picture."""

    table: pd.DataFrame


def draw_figure(
    figure: Picture,
    *,
    title: str,
    subtitle: str,
    alt: str,
    table: pd.DataFrame | TableWhenOpened,
    key: str,
    on_pick: Callable[[str], None] | None = None,
) -> None:
    """Draw a figure under its title, in the container `container_of(key)`; below it stand the numbers that it draws,
    `table`, to open as a table and to download.

    `alt` says in words what the picture shows. `on_pick` is called with `key` when a reader clicks a mark.
    """
    with st.container(key=container_of(key)):
        draw_heading(title, subtitle)
        options: dict[str, Any] = {}
        if on_pick:
            options = {"on_select": lambda: on_pick(key), "selection_mode": "points"}
        drawn_as = selectable(key) if on_pick else key
        st.plotly_chart(figure, theme=None, key=drawn_as, alt=alt, config=_config(key, figure), **options)
        draw_equal_table(table, alt=alt, key=key)


def container_of(key: str) -> str:
    """The key of the container in which `draw_figure` draws the figure with that key."""
    return f"{key}_picture"


def draw_heading(title: str, subtitle: str, anchor: str = "") -> None:
    """Draw what a picture says and, in the first sentence of the subtitle, what it measures; the others say how to read
    it and open at a button. A link to #`anchor` leads there."""
    measured, _, how = subtitle.partition(". ")
    st.subheader(escape_markdown(title), anchor=anchor or False)
    with st.container(horizontal=True, vertical_alignment="center", gap="small", key=f"line {title}"):
        st.caption(escape_markdown(f"{measured}." if how else measured), width="content")
        if how:
            with st.popover(say("figure.how_to_read"), type="tertiary"):
                st.markdown(escape_markdown(how))


def draw_equal_table(
    table: pd.DataFrame | TableWhenOpened, *, alt: str, key: str, settings: dict[str, Any] | None = None
) -> None:
    """Draw the switch that shows the picture's numbers as a table, and the button that downloads them."""
    with st.container(horizontal=True, vertical_alignment="center", gap="medium", key=f"{key}_numbers"):
        shown = draw_table_switch(key)
        draw_download(table, key=key)
        draw_picture_links(key)
    if shown:
        text = say("figure.table", alt=alt)
        draw_frame(opened_table(table), key=f"{key}_table", alt=text, column_config=settings)


def _config(name: str, figure: Picture) -> dict[str, Any]:
    height = figure.to_dict()["layout"]["height"]
    saved = {"format": "svg", "filename": name, "width": SAVED_WIDTH, "height": height}
    return {
        "displaylogo": False,
        "modeBarButtonsToRemove": ["select2d", "lasso2d", "autoScale2d"],
        "toImageButtonOptions": saved,
    }


def base_layout(theme: Theme, height: int) -> dict[str, Any]:
    """The layout that all figures share; `height` in pixels. What marks mean stands below them, so that the marks begin
    under the title."""
    ink = theme.ink
    axis = {
        "gridcolor": ink.rule,
        "linecolor": ink.rule,
        "zerolinecolor": ink.quiet,
        "zerolinewidth": 2,
        "automargin": True,
        "title": {"standoff": 15},
    }
    return {
        "template": NO_TEMPLATE,
        "hovermode": "closest",
        "height": height,
        "paper_bgcolor": "rgba(0,0,0,0)",
        "plot_bgcolor": "rgba(0,0,0,0)",
        "font": {"family": FONT, "size": 14, "color": ink.text},
        "hoverlabel": {
            "bgcolor": ink.page,
            "bordercolor": ink.rule,
            "align": "left",
            "font": {"family": FONT, "color": ink.text},
        },
        "margin": {"l": 8, "r": 8, "t": 24, "b": 8},
        "legend": {"orientation": "h", "yref": "container", "yanchor": "bottom", "y": 0, "x": 0, "xanchor": "left"},
        "dragmode": "pan",
        "xaxis": axis,
        "yaxis": axis,
    }
