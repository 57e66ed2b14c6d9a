"""Whether a label fits: about how wide a text is in a picture or on the map, and whether two labels share ground."""

from collections.abc import Mapping

# Pixels: about how wide a letter is on average, by the size of the text. The map draws each letter by itself, wider.
LETTER: Mapping[int, float] = {11: 5.6, 12: 5.9}
MAP_LETTER: Mapping[int, float] = {12: 6.5}
# From where to where something reaches in one direction.
Stretch = tuple[float, float]


def width_of(text: str, size: int, letter: Mapping[int, float] = LETTER) -> float:
    """About how wide a text of a size is, in pixels."""
    return letter[size] * len(text)


def overlap(one: Stretch, other: Stretch, gap: float = 0.0) -> bool:
    """Whether two stretches share ground, or lie less than the gap apart."""
    return one[0] < other[1] + gap and other[0] < one[1] + gap
