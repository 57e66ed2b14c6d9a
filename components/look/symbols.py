"""The symbols of event types: one picture that the map cuts its marks from, and the same as signs for legends."""

import json

from components.look.escaping import plain_in_html
from components.look.theme import Theme

# Each symbol by the name that the vocabulary gives it, as a path in a box of 24 by 24.
PATHS = {
    "circle": "M12 2a10 10 0 1 0 .01 0z",
    "square": "M3.5 3.5h17v17h-17z",
    "diamond": "M12 1l11 11-11 11L1 12z",
    "triangle-up": "M12 2l10.5 19h-21z",
    "star": "M12 1l3.1 7.2 7.9.7-6 5.2 1.8 7.7L12 17.7l-6.8 4.1L7 14.1l-6-5.2 7.9-.7z",
}
# The same shapes as characters, for legends.
SIGNS = {"circle": "●", "square": "■", "diamond": "◆", "triangle-up": "▲", "star": "★"}
# Several types at one place share this one.
MIXED = "circle"
ATLAS, CELLS = "app/static/symbols.svg", "app/static/symbols.json"
# The box of a path, the cell of the atlas it is drawn in, and how much larger the cell is.
BOX, CELL, MARGIN = 24, 96, 1.25
FILLED, HOLLOW = "filled", "hollow"
LINES = {FILLED: 'stroke="none"', HOLLOW: 'fill="none" stroke="#000" stroke-width="3"'}


def icon(symbol: str, style: str) -> str:
    """The name of a symbol in the atlas, FILLED or HOLLOW: short, for the map's message holds it for each mark."""
    return symbol[:2] + style[0]


def atlas_picture() -> str:
    """All symbols, filled and hollow, as one SVG: what the file ATLAS holds (a test says so when it does not)."""
    cells = (
        f'<g transform="translate({CELL * column},{CELL * row}) scale({CELL / BOX / MARGIN}) translate(3 3)">'
        f'<path d="{path}" {LINES[style]}/></g>\n'
        for row, style in enumerate(LINES)
        for column, path in enumerate(PATHS.values())
    )
    width, height = CELL * len(PATHS), CELL * len(LINES)
    return f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}">\n{"".join(cells)}</svg>\n'


def atlas_cells() -> str:
    """Where each symbol lies in the atlas, in pixels, as JSON: what the file CELLS holds (a test says so when it does
    not). Each is a mask: the map gives it its colour."""
    cells = {
        icon(symbol, style): {"x": CELL * x, "y": CELL * y, "width": CELL, "height": CELL, "mask": True}
        for y, style in enumerate(LINES)
        for x, symbol in enumerate(PATHS)
    }
    return json.dumps(cells) + "\n"


def legend_entry(theme: Theme, event_type: str, label: str) -> str:
    """A type's symbol in its colour and a label, as HTML: the shape that the map draws."""
    looks = f"color:{theme.colour(event_type)};font-size:1.25em;line-height:1"
    mark = f'<span style="{looks}" aria-hidden="true">{SIGNS[theme.symbols[event_type]]}</span>'
    return f'<span style="white-space:nowrap">{mark} {plain_in_html(label)}</span>'
