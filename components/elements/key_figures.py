"""Draws the key figures of a view in a row, each with its definition and, where there is one, its numbers by month."""

from collections.abc import Callable, Sequence

import pandas as pd
import streamlit as st

from components.elements.figure import draw_equal_table
from components.look.escaping import escape_markdown
from components.look.theme import INKS, reader_theme
from data.selection.key_figure import KeyFigure
from data.text.formats import month_name, number
from data.text.messages import say

# Pixels. The bars of a monthly series: its width, its height, the gap between two, and what a month without any still
# gets.
WIDTH, HEIGHT, GAP, LEAST = 235, 36, 2, 1
KEY, SERIES = "key_figures", "courses"


def draw_key_figures(
    figures: Sequence[KeyFigure],
    all_series: Sequence[pd.Series] = (),
    links: Sequence[Callable[[], None]] = (),
) -> None:
    """One metric a figure; the definition opens at its question mark. `all_series` are numbers by month, one a figure:
    a small picture each, with its text, and one table of them all. Each of `links` draws the way to a figure's rows."""
    all_series = [series for series in all_series if len(series) > 1]
    with st.container(horizontal=True, key=KEY, gap="medium"):
        for place, figure in enumerate(figures):
            with st.container(width=WIDTH, gap="xxsmall"):
                _draw_figure(figure)
                for draw_link in links[place : place + 1]:
                    draw_link()
                if all_series:
                    st.image(bars(all_series[place]), width="stretch", alt=series_text(figure, all_series[place]))
    if all_series:
        draw_equal_table(series_table(figures, all_series), alt=say("key_figures.all_series"), key=SERIES)


def _draw_figure(figure: KeyFigure) -> None:
    st.metric(
        escape_markdown(figure.label),
        escape_markdown(figure.value),
        delta=escape_markdown(figure.detail),
        delta_color="off",
        delta_arrow="off",
        help=escape_markdown(figure.definition),
    )


def bars(series: pd.Series) -> str:
    """A monthly series as SVG: one bar a month, the highest as high as the picture."""
    step, most = WIDTH / len(series), max(series.max(), 1)
    heights = [max(LEAST, round(HEIGHT * value / most, 1)) for value in series]
    drawn = "".join(
        f'<rect x="{round(place * step, 1)}" y="{HEIGHT - height}" width="{round(step - GAP, 1)}" height="{height}"/>'
        for place, height in enumerate(heights)
    )
    box, ink = f"0 0 {WIDTH} {HEIGHT}", INKS[reader_theme()].quiet
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{WIDTH}" height="{HEIGHT}" viewBox="{box}" fill="{ink}">'
        f"{drawn}</svg>"
    )


def series_text(figure: KeyFigure, series: pd.Series) -> str:
    """What the small picture shows: the figure's number in the first, the highest and the last month."""
    first, last, most = series.index[0], series.index[-1], str(series.idxmax())
    return say(
        "key_figures.one_series",
        label=figure.label,
        first=month_name(first),
        last=month_name(last),
        begun=number(series[first]),
        most=number(series[most]),
        when=month_name(most),
        ended=number(series[last]),
    )


def series_table(figures: Sequence[KeyFigure], all_series: Sequence[pd.Series]) -> pd.DataFrame:
    """The monthly series beside each other, one row a month."""
    columns = {figure.label: series for figure, series in zip(figures, all_series, strict=True)}
    table = pd.DataFrame(columns)
    months = pd.Series([month_name(month) for month in table.index], index=table.index, name=say("key_figures.month"))
    return pd.concat([months, table], axis=1)
