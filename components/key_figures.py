"""Draws the key figures of a view in a row, each with its definition and, where there is one, its course."""

from collections.abc import Sequence

import pandas as pd
import streamlit as st

from data.figures import KeyFigure


def draw_key_figures(figures: Sequence[KeyFigure], courses: Sequence[pd.Series] = ()) -> None:
    """One metric a figure; the definition opens at its question mark. `courses` are numbers by month, one a figure."""
    drawn = [list(course) if len(course) > 1 else None for course in courses] or [None] * len(figures)
    with st.container(horizontal=True, key="key_figures", gap="medium"):
        for figure, course in zip(figures, drawn, strict=True):
            st.metric(
                figure.label,
                figure.value,
                delta=figure.detail,
                delta_color="off",
                delta_arrow="off",
                help=figure.definition,
                chart_data=course,
                chart_type="bar",
                width=235,
            )
