"""The symbols of event types: one picture that the map cuts its marks from, and the same as signs for legends."""

from components.look.escaping import escape_html
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
# Written by `make symbols`.
ATLAS, ATLAS_INDEX = "app/static/symbols.svg", "app/static/symbols.json"
# How much larger than its symbol a cell of the atlas is.
MARGIN = 1.25
FILLED, HOLLOW = "filled", "hollow"


def icon(symbol: str, style: str) -> str:
    """The name of a symbol in the atlas, FILLED or HOLLOW: short, for the map's message holds it for each mark."""
    return symbol[:2] + style[0]


def legend_entry(theme: Theme, event_type: str, label: str) -> str:
    """A type's symbol in its colour and a label, as HTML: the shape that the map draws."""
    looks = f"color:{theme.colour(event_type)};font-size:1.25em;line-height:1"
    mark = f'<span style="{looks}" aria-hidden="true">{SIGNS[theme.symbols[event_type]]}</span>'
    return f'<span style="white-space:nowrap">{mark} {escape_html(label)}</span>'
