"""The colours of a picture's specification as matplotlib reads them, and the patterns that tell parts apart in grey."""

import re
from collections.abc import Sequence

from matplotlib.colors import to_rgba

Colour = tuple[float, float, float, float]
RGBA = re.compile(r"rgba?\(([\d., ]+)\)")
PATTERNS = {"": "", "/": "////", "x": "xxxx", "|": "||||", ".": "....", "\\": "\\\\\\\\", "-": "----", "+": "++++"}
DASHES = {"solid": "solid", "dash": (0, (5, 4)), "dot": (0, (1.2, 2.2))}


def colour(text: str, opacity: float = 1.0) -> Colour:
    """The colour written as #RRGGBB, #RRGGBBAA or rgba(...), let through by `opacity`, from 0 to 1."""
    if found := RGBA.fullmatch(text):
        parts = [float(part) for part in found[1].split(",")]
        red, green, blue = (part / 255 for part in parts[:3])
        return red, green, blue, (parts[3] if len(parts) > 3 else 1.0) * opacity
    red, green, blue, through = to_rgba(text)
    return red, green, blue, through * opacity


def colour_of_parts(parts: Sequence[float]) -> Colour:
    """The colour as deck.gl has it: parts from 0 to 255, opaque where only three are given."""
    red, green, blue, through = (part / 255 for part in (*parts, 255)[:4])
    return red, green, blue, through
