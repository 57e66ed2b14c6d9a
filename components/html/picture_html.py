"""The place of a picture as HTML: what it shows in words, with the first rows of its numbers."""

import orjson

from components.html.drawn import Node
from components.html.frame_table import MOST_ROWS, frame_table
from components.look.escaping import attributes, escape_html
from data.text.messages import say

PICTURES = ("plotly_chart", "deck_gl_json_chart")
FIRST_ROWS = 6
SWITCH = "_as_table"


def numbers_of_picture(block: Node) -> Node | None:
    """The table in a block that the switch of a picture shows; None where there is no such switch."""
    switches = [item for row in block.nodes for item in row.nodes if item.kind == "checkbox"]
    if not any(item.key.endswith(SWITCH) for item in switches):
        return None
    return next((item for item in block.nodes if item.kind == "dataframe"), None)


def picture_html(picture: Node, numbers: Node | None, without_app: bool) -> str:
    """What the picture shows in words and the first rows of its numbers. Before the app comes it has the size that the
    picture will have."""
    height = "" if without_app else _height(picture)
    look = {"class": "picture"} | ({"style": f"height:{height}px"} if height else {})
    rows = frame_table(numbers.proto, FIRST_ROWS) if numbers else ""
    return f"<figure {attributes(look)}><figcaption>{escape_html(picture.proto.alt)}</figcaption>{rows}</figure>"


def folded_numbers(numbers: Node) -> str:
    """All rows of the table, to be opened."""
    rows = frame_table(numbers.proto, MOST_ROWS)
    return f"<details><summary>{escape_html(say('figure.as_table'))}</summary>{rows}</details>" if rows else ""


def _height(picture: Node) -> str:
    if picture.kind != "plotly_chart":
        return ""
    return str(orjson.loads(picture.proto.spec)["layout"].get("height", ""))
