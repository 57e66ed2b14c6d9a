"""The marks of points, with the shapes and sizes that plotly gives them."""

from collections.abc import Mapping
from math import cos, pi, sin

import numpy as np
from matplotlib.path import Path

OPEN = "-open"
# How wide the edge of a mark without a filling is, where nobody says.
OPEN_EDGE = 1.0


def _corners(*points: tuple[float, float]) -> Path:
    return Path([*points, points[0]], closed=True)


def _star() -> Path:
    """Five points, in the proportions that plotly draws."""
    outer, inner = 1.4, 1.4 * 0.382
    turns = [(outer if number % 2 == 0 else inner, pi / 2 + number * pi / 5) for number in range(10)]
    return _corners(*[(length * cos(turn), length * sin(turn)) for length, turn in turns])


def _cross() -> Path:
    """A plus of three squares each way."""
    far, near = 1.2, 0.4
    half = [(-near, far), (near, far), (near, near), (far, near), (far, -near), (near, -near)]
    return _corners(*half, *[(-across, -upright) for across, upright in half])


def _turned(path: Path, degrees: float) -> Path:
    turn = np.deg2rad(degrees)
    matrix = np.array([[cos(turn), sin(turn)], [-sin(turn), cos(turn)]])
    return Path(path.vertices @ matrix, path.codes)


def _triangle() -> Path:
    across, low = 2 / np.sqrt(3), -0.5
    return _corners((-across, low), (across, low), (0.0, 1.0))


# In half the size that the specification gives.
SHAPES: Mapping[str, Path] = {
    "circle": Path.unit_circle(),
    "square": _corners((-1, -1), (1, -1), (1, 1), (-1, 1)),
    "diamond": _corners((-1.3, 0), (0, -1.3), (1.3, 0), (0, 1.3)),
    "triangle-up": _triangle(),
    "triangle-left": _turned(_triangle(), 90),
    "triangle-right": _turned(_triangle(), -90),
    "triangle-down": _turned(_triangle(), 180),
    "star": _star(),
    "cross": _cross(),
    "x": _turned(_cross(), 45),
    # Its tip is where the point is.
    "arrow": _corners((0, 0), (-0.6, -1.6), (0.6, -1.6)),
}
