"""A picture of ties: one box a person, company, group or ship, a line a tie, areas around those who belong together."""

import textwrap

import pandas as pd
import plotly.graph_objects as go

from components.figure import base_layout
from components.plain import plain_in_picture
from components.theme import Theme
from components.ties_words import COLUMN, ROW, words_on_lines
from data.months import day_name
from data.ties_layout import COLUMNS, HALF_WIDTH, TiesPicture

LETTERS_A_LINE = 18
# How the line of a kind of tie is called and drawn.
LINES = {"family": ("solid", "solid"), "ownership": ("dashed", "dash"), "membership": ("dotted", "dot")}
SIGNS = {"individual": "●", "entity": "■", "vessel": "▲", "": "○"}
# Where on a line its arrow stands, as a share of its length.
ARROW_AT = 0.7


def ties_figure(picture: TiesPicture, colour: str, theme: Theme) -> go.Figure:
    """The picture, with listed targets framed in `colour` (hex) and the others in grey.

    Lines are solid, dashed or dotted by the kind of tie, with an arrow from the first end of the tie's sentence to the
    last. The first item of a mark's customdata is the target_id, or an empty text for those who are no target.
    """
    boxes = picture.boxes
    top, bottom = boxes.y.min() - 0.7, boxes.y.max() + 0.5
    figure = go.Figure([*_lines(picture.lines, theme), _targets(boxes, theme)])
    figure.update_layout(base_layout(theme, int((bottom - top) * ROW) + 16), showlegend=False, dragmode=False)
    figure.update_layout(margin={"l": 0, "r": 0, "t": 8, "b": 8}, hovermode="closest")
    figure.update_xaxes(range=[0, COLUMNS], visible=False, fixedrange=True)
    figure.update_yaxes(range=[bottom, top], visible=False, fixedrange=True)
    _draw_areas(figure, picture.areas, theme)
    _draw_relations(figure, picture, theme)
    for _, box in boxes.iterrows():
        figure.add_annotation(_box(box, colour, theme))
    return figure


def _lines(lines: pd.DataFrame, theme: Theme) -> list[go.Scatter]:
    """A trace a line: from end to end, with an arrow on its way."""
    traces = []
    for _, line in lines.iterrows():
        middle = [line.x0 + (line.x1 - line.x0) * ARROW_AT, line.y0 + (line.y1 - line.y0) * ARROW_AT]
        traces.append(
            go.Scatter(
                x=[line.x0, middle[0], line.x1],
                y=[line.y0, middle[1], line.y1],
                mode="lines+markers",
                line={"color": theme.ink.quiet, "width": 1.2, "dash": LINES[line.kind][1]},
                marker={
                    "symbol": "arrow",
                    "angleref": "previous",
                    "size": [0, 9, 0],
                    "color": theme.ink.quiet,
                    "line": {"width": 0},
                    "opacity": 1,
                },
                customdata=[["", plain_in_picture(line.sentence)]] * 3,
                hovertemplate="%{customdata[1]}<extra></extra>",
            )
        )
    return traces


def _targets(boxes: pd.DataFrame, theme: Theme) -> go.Scatter:
    """What the pointer meets: an unseen mark behind each box."""
    return go.Scatter(
        x=boxes.x,
        y=boxes.y,
        mode="markers",
        marker={"size": COLUMN * HALF_WIDTH, "symbol": "square", "color": theme.ink.page, "opacity": 0},
        customdata=[
            [box.node if box.target_type else "", plain_in_picture(box["name"]), _listed(box)]
            for _, box in boxes.iterrows()
        ],
        hovertemplate="<b>%{customdata[1]}</b><br>%{customdata[2]}<extra></extra>",
        unselected={"marker": {"opacity": 0}},
        selected={"marker": {"opacity": 0}},
    )


def _listed(box: pd.Series) -> str:
    return f"listed on {day_name(box.listed_on)}" if pd.notna(box.listed_on) else "not a target in this dataset"


def _box(box: pd.Series, colour: str, theme: Theme) -> dict[str, object]:
    signed = f"{SIGNS[box.target_type]} {box['name']}"
    target = bool(box.target_type)
    return {
        "x": box.x,
        "y": box.y,
        "text": "<br>".join(plain_in_picture(line) for line in textwrap.wrap(signed, LETTERS_A_LINE)),
        "showarrow": False,
        "bgcolor": theme.ink.page,
        "bordercolor": colour if target else theme.ink.rule,
        "borderwidth": 1.5 if target else 1,
        "borderpad": 2,
        "width": COLUMN * 2 * HALF_WIDTH - 6,
        "font": {"size": 12, "color": theme.ink.text if target else theme.ink.quiet},
    }


def _draw_areas(figure: go.Figure, areas: pd.DataFrame, theme: Theme) -> None:
    for _, area in areas.iterrows():
        corners = {name: area[name] for name in ("x0", "x1", "y0", "y1")}
        figure.add_shape(type="rect", **corners, fillcolor=theme.ink.band, line={"width": 0}, layer="below")
        figure.add_annotation(
            x=area.x1,
            y=area.y0,
            text="<br>".join(map(plain_in_picture, textwrap.wrap(area.area, _letters_of(area)))),
            align="right",
            showarrow=False,
            xanchor="right",
            yanchor="top",
            font={"size": 12, "color": theme.ink.quiet},
        )


def _letters_of(area: pd.Series) -> int:
    """How many letters a line of the area's title has: beside its boxes there is one column, above them the width."""
    return LETTERS_A_LINE if area.beside else int((area.x1 - area.x0) * LETTERS_A_LINE)


def _draw_relations(figure: go.Figure, picture: TiesPicture, theme: Theme) -> None:
    """Write what a tie is on its line, where there is room."""
    for words, x, y in words_on_lines(picture.lines, picture.boxes):
        figure.add_annotation(
            x=x,
            y=y,
            text="<br>".join(map(plain_in_picture, words)),
            showarrow=False,
            bgcolor=_ground(picture.areas, x, y, theme),
            borderpad=0,
            font={"size": 11, "color": theme.ink.quiet},
        )


def _ground(areas: pd.DataFrame, x: float, y: float, theme: Theme) -> str:
    inside = (areas.x0 <= x) & (x <= areas.x1) & (areas.y0 <= y) & (y <= areas.y1)
    return theme.ink.band if inside.any() else theme.ink.page
