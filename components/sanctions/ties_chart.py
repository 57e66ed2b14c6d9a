"""A picture of ties: one box a person, company, group or ship, a line a tie, areas around those who belong together."""

from collections.abc import Iterator

import pandas as pd

from components.elements.figure import base_layout
from components.elements.picture import Drawing, Picture, Trace, scatter
from components.elements.picture_lines import lines_in_picture, wrapped_in_picture
from components.look.escaping import escape_in_picture
from components.look.theme import Theme
from components.sanctions.ties_labels import COLUMN, ROW, WORDS_SIZE, words_on_lines
from data.sanctions.ties_layout import COLUMNS, HALF_WIDTH, TiesPicture
from data.text.formats import day_name
from data.text.messages import say

LETTERS_A_LINE = 18
# How the line of a kind of tie is drawn.
LINES = {"family": "solid", "ownership": "dash", "membership": "dot"}
SIGNS = {"individual": "●", "entity": "■", "vessel": "▲", "": "○"}
# Where on a line its arrow stands, as a share of its length.
ARROW_AT = 0.7
# How far from the middle of a box, in rows, a line that comes from above or below starts: behind its words.
TEXT_HEIGHT = 0.08
LINE = ["x0", "x1", "y0", "y1", "sentence", "from_node", "to_node"]


def ties_figure(picture: TiesPicture, colour: str, theme: Theme) -> Picture:
    """The picture, with listed targets framed in `colour` (hex) and the others in grey.

    Lines are solid, dashed or dotted by the kind of tie, with an arrow from the first end of the tie's sentence to the
    last. The first item of a mark's customdata is the target_id, or an empty text for those who are no target.
    """
    boxes = picture.boxes
    top, bottom = boxes.y.min() - 0.7, boxes.y.max() + 0.5
    figure = Drawing([*_lines(picture, theme), _targets(boxes, theme)])
    figure.update_layout(base_layout(theme, int((bottom - top) * ROW) + 16), showlegend=False, dragmode=False)
    figure.update_layout(
        margin={"l": 0, "r": 0, "t": 8, "b": 8},
        hovermode="closest",
        xaxis={"range": [0, COLUMNS], "visible": False, "fixedrange": True},
        yaxis={"range": [bottom, top], "visible": False, "fixedrange": True},
        shapes=[_ground(area, theme) for _, area in picture.areas.iterrows()],
        annotations=[
            *(_title(area, theme) for _, area in picture.areas.iterrows()),
            *_relations(picture, theme),
            *(_box(box, colour, theme) for _, box in boxes.iterrows()),
        ],
    )
    return figure.finished()


def _lines(picture: TiesPicture, theme: Theme) -> list[Trace]:
    """A trace a kind of tie: each line goes from box to box, with an arrow whose hover text is the tie."""
    targets = set(picture.boxes.node[picture.boxes.target_type != ""])
    return [_of_kind(rows, str(kind), targets, theme) for kind, rows in picture.lines.groupby("kind", sort=False)]


def _of_kind(lines: pd.DataFrame, kind: str, targets: set[str], theme: Theme) -> Trace:
    x: list[float | None] = []
    y: list[float | None] = []
    hover_texts: list[str] = []
    opens: list[list[str]] = []
    for x0, x1, y0, y1, sentence, first, last in lines[LINE].to_numpy():
        edge = min(HALF_WIDTH / (abs(x1 - x0) or 1), TEXT_HEIGHT / (abs(y1 - y0) or 1), 0.3)
        shares = (edge, ARROW_AT, 1 - edge)
        x += [*(x0 + (x1 - x0) * share for share in shares), None]
        y += [*(y0 + (y1 - y0) * share for share in shares), None]
        hover_texts += ["", escape_in_picture(sentence), "", ""]
        opens += [[node if node in targets else ""] for node in (first, "", last, "")]
    return scatter(
        x=x,
        y=y,
        mode="lines+markers",
        line={"color": theme.ink.quiet, "width": 1.2, "dash": LINES[kind]},
        marker={
            "symbol": "arrow",
            "angleref": "previous",
            "size": [9 if text else 0 for text in hover_texts],
            "color": theme.ink.quiet,
            "line": {"width": 0},
            "opacity": 1,
        },
        customdata=opens,
        hovertext=hover_texts,
        hoverinfo=["text" if text else "skip" for text in hover_texts],
    )


def _targets(boxes: pd.DataFrame, theme: Theme) -> Trace:
    """What the pointer meets: an unseen mark behind each box."""
    return scatter(
        x=boxes.x,
        y=boxes.y,
        mode="markers",
        marker={"size": COLUMN * HALF_WIDTH, "symbol": "square", "color": theme.ink.page, "opacity": 0},
        customdata=[
            [box.node if box.target_type else "", escape_in_picture(box["name"]), _listed(box)]
            for _, box in boxes.iterrows()
        ],
        hovertemplate="<b>%{customdata[1]}</b><br>%{customdata[2]}<extra></extra>",
        unselected={"marker": {"opacity": 0}},
        selected={"marker": {"opacity": 0}},
    )


def _listed(box: pd.Series) -> str:
    if pd.isna(box.listed_on):
        return say("ties.no_target")
    return say("ties.listed_on", day=day_name(box.listed_on))


def _box(box: pd.Series, colour: str, theme: Theme) -> dict[str, object]:
    signed = f"{SIGNS[box.target_type]} {box['name']}"
    target = bool(box.target_type)
    return {
        "x": box.x,
        "y": box.y,
        "text": wrapped_in_picture(signed, LETTERS_A_LINE),
        "showarrow": False,
        "bgcolor": theme.ink.page,
        "bordercolor": colour if target else theme.ink.rule,
        "borderwidth": 1.5 if target else 1,
        "borderpad": 2,
        "width": COLUMN * 2 * HALF_WIDTH - 6,
        "font": {"size": 12, "color": theme.ink.text if target else theme.ink.quiet},
    }


def _ground(area: pd.Series, theme: Theme) -> dict[str, object]:
    corners = {name: area[name] for name in ("x0", "x1", "y0", "y1")}
    return {"type": "rect", **corners, "fillcolor": theme.ink.band, "line": {"width": 0}, "layer": "below"}


def _title(area: pd.Series, theme: Theme) -> dict[str, object]:
    return {
        "x": area.x1,
        "y": area.y0,
        "text": wrapped_in_picture(area.area, _letters_of(area)),
        "align": "right",
        "showarrow": False,
        "xanchor": "right",
        "yanchor": "top",
        "font": {"size": 12, "color": theme.ink.quiet},
    }


def _letters_of(area: pd.Series) -> int:
    """How many letters a line of the area's title has: beside its boxes there is one column, above them the width."""
    return LETTERS_A_LINE if area.beside else int((area.x1 - area.x0) * LETTERS_A_LINE)


def _relations(picture: TiesPicture, theme: Theme) -> Iterator[dict[str, object]]:
    """What a tie is, on its line, where there is room; on the colour that lies below."""
    areas = picture.areas
    for words, x, y in words_on_lines(picture.lines, picture.boxes):
        inside = (areas.x0 <= x) & (x <= areas.x1) & (areas.y0 <= y) & (y <= areas.y1)
        yield {
            "x": x,
            "y": y,
            "text": lines_in_picture(words),
            "showarrow": False,
            "bgcolor": theme.ink.band if inside.any() else theme.ink.page,
            "borderpad": 0,
            "font": {"size": WORDS_SIZE, "color": theme.ink.quiet},
        }
