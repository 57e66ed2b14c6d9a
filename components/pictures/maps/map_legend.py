"""The legend that the page writes beside its map, as entries of a picture's legend."""

import re
from typing import Any

from components.look.symbols import SIGNS

ENTRY = re.compile(r"<span[^>]*><span(?P<looks>[^>]*)>(?P<sign>.)</span>\s*(?P<text>[^<]*)</span>")
COLOUR = re.compile(r"color:(#[0-9a-fA-F]{6})")
# The signs of marks that no event type has (components/map/legend.py), in plotly's words.
OTHERS = {"◯": "circle-open", "▨": "square-open", "◇": "diamond-open", "●": "circle"}
LINE = "─"
SIZE = 11.0


def map_legend_entries(page: str, quiet: str) -> list[dict[str, Any]]:
    """The entries of the legend's HTML as traces of one point, each with its name, escaped as names of traces are;
    `quiet` is the colour of those that have none of their own."""
    return [_trace(found["sign"], found["text"], _colour(found["looks"], quiet)) for found in ENTRY.finditer(page)]


def _colour(looks: str, quiet: str) -> str:
    found = COLOUR.search(looks)
    return found[1] if found else quiet


def _trace(sign: str, name: str, colour: str) -> dict[str, Any]:
    if sign == LINE:
        return {"type": "scatter", "mode": "lines", "name": name, "line": {"color": colour, "width": 1.2}}
    symbol = {character: symbol for symbol, character in SIGNS.items()} | OTHERS
    marker = {"symbol": symbol[sign], "color": colour, "size": SIZE}
    return {"type": "scatter", "mode": "markers", "name": name, "marker": marker}
