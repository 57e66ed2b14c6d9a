"""The symbols of event types as the browser fetches them: one picture, and where in it each symbol lies.

`make symbols` writes both anew; a test holds that they are up to date.
"""

import json
from pathlib import Path

from components.look.symbols import ATLAS, ATLAS_INDEX, FILLED, HOLLOW, MARGIN, PATHS, icon

ROOT = Path(__file__).parent.parent
PICTURE_FILE, ATLAS_INDEX_FILE = (ROOT / address.removeprefix("app/") for address in (ATLAS, ATLAS_INDEX))
# The box of a path, and the cell of the picture it is drawn in.
BOX, CELL = 24, 96
LINES = {FILLED: 'stroke="none"', HOLLOW: 'fill="none" stroke="#000" stroke-width="3"'}


def atlas_picture() -> str:
    """All symbols, filled and hollow, as one SVG."""
    groups = (
        f'<g transform="translate({CELL * column},{CELL * row}) scale({CELL / BOX / MARGIN}) translate(3 3)">'
        f'<path d="{path}" {LINES[style]}/></g>\n'
        for row, style in enumerate(LINES)
        for column, path in enumerate(PATHS.values())
    )
    width, height = CELL * len(PATHS), CELL * len(LINES)
    return f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}">\n{"".join(groups)}</svg>\n'


def atlas_boxes() -> str:
    """Where each symbol lies in the picture, in pixels, as JSON. Each is a mask: the map gives it its colour."""
    boxes = {
        icon(symbol, style): {"x": CELL * x, "y": CELL * y, "width": CELL, "height": CELL, "mask": True}
        for y, style in enumerate(LINES)
        for x, symbol in enumerate(PATHS)
    }
    return json.dumps(boxes) + "\n"


if __name__ == "__main__":
    PICTURE_FILE.write_text(atlas_picture(), encoding="utf-8")
    ATLAS_INDEX_FILE.write_text(atlas_boxes(), encoding="utf-8")
