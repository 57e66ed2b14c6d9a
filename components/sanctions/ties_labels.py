"""Where the words of a tie stand on its line: at the first share of it where they meet no box and no other words."""

import textwrap
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product

import pandas as pd

from components.elements.label_fit import overlap, width_of
from data.sanctions.ties_layout import COLUMNS, HALF_HEIGHT, HALF_WIDTH

# Pixels: one step of the grid, the size of the words and what a line of them takes.
COLUMN, ROW = 118, 104
WORDS_SIZE, LINE = 11, 15
# How many letters a line of the words has at most: where long lines find no room, short ones may.
LETTERS_A_LINE = (30, 14)
# Shares of a line's length, in the order in which they are tried.
SHARES = (0.5, 0.42, 0.58, 0.34, 0.3)


@dataclass(frozen=True)
class Patch:
    """A rectangle of the picture, in pixels from its top left."""

    left: float
    top: float
    right: float
    bottom: float

    def meets(self, other: "Patch") -> bool:
        """Whether the two share ground."""
        across = overlap((self.left, self.right), (other.left, other.right))
        return across and overlap((self.top, self.bottom), (other.top, other.bottom))


def words_on_lines(lines: pd.DataFrame, boxes: pd.DataFrame) -> Iterator[tuple[list[str], float, float]]:
    """The relation of each line that has room for it, in lines of text, with the x and y of its centre in steps of the
    grid."""
    taken = [
        _patch(x, y, 2 * HALF_WIDTH * COLUMN, 2 * HALF_HEIGHT * ROW) for x, y in zip(boxes.x, boxes.y, strict=True)
    ]
    for _, line in lines.iterrows():
        for words, x, y, own in _tries(line):
            if own.left > 0 and own.right < COLUMNS * COLUMN and not any(own.meets(other) for other in taken):
                taken.append(own)
                yield words, x, y
                break


def _tries(line: pd.Series) -> Iterator[tuple[list[str], float, float, Patch]]:
    for letters, share in product(LETTERS_A_LINE, SHARES):
        words = textwrap.wrap(line.relation, letters)
        x, y = line.x0 + (line.x1 - line.x0) * share, line.y0 + (line.y1 - line.y0) * share
        width = max(width_of(line_of_words, WORDS_SIZE) for line_of_words in words)
        yield words, x, y, _patch(x, y, width, len(words) * LINE)


def _patch(x: float, y: float, width: float, height: float) -> Patch:
    middle, level = x * COLUMN, y * ROW
    return Patch(middle - width / 2, level - height / 2, middle + width / 2, level + height / 2)
