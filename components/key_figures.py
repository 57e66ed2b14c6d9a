"""Draws the key figures of a view in a row, each with its definition."""

from collections.abc import Sequence

import streamlit as st

from data.figures import KeyFigure


def draw_key_figures(figures: Sequence[KeyFigure]) -> None:
    """One metric a figure; the definition opens at its question mark."""
    with st.container(horizontal=True, key="key_figures", gap="medium"):
        for figure in figures:
            st.metric(
                figure.label,
                figure.value,
                delta=figure.detail,
                delta_color="off",
                delta_arrow="off",
                help=figure.definition,
                width=235,
            )
