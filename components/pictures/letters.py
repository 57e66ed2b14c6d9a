"""The letters of pictures: their font, how wide a text is, and the small HTML that pictures are written in."""

import html
import re
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

from matplotlib.font_manager import FontProperties, fontManager
from matplotlib.ft2font import FT2Font, LoadFlags

FONTS = Path(__file__).with_name("fonts")
FAMILY = "Picture Sans"
# What the first font has no letter for is taken from the one that comes with the library.
FAMILIES = [FAMILY, "DejaVu Sans"]
BREAK, BOLD = re.compile(r"<br\s*/?>"), re.compile(r"</?b>")
ELLIPSIS = "…"
HUNDRED, FIXED_POINT = 100.0, 65_536.0


@dataclass(frozen=True)
class Line:
    """A line of a text, bold or not."""

    text: str
    is_bold: bool


@cache
def font(size: float, is_bold: bool = False) -> FontProperties:
    """The font of that size in pixels."""
    if not any(entry.name == FAMILY for entry in fontManager.ttflist):
        for file in sorted(FONTS.glob("*.ttf")):
            fontManager.addfont(str(file))
    return FontProperties(family=FAMILIES, size=size, weight="bold" if is_bold else "normal")


@cache
def _face(is_bold: bool) -> FT2Font:
    face = FT2Font(str(FONTS / f"PictureSans-{'SemiBold' if is_bold else 'Regular'}.ttf"))
    face.set_size(HUNDRED, 72)
    return face


@lru_cache(maxsize=2048)
def _letter_width(letter: str, is_bold: bool) -> float:
    """How wide a letter is at a hundred pixels; one that the font lacks is taken to be as wide as it is high."""
    face = _face(is_bold)
    if not face.get_char_index(ord(letter)):
        return HUNDRED
    return float(face.load_char(ord(letter), flags=LoadFlags.NO_HINTING).linearHoriAdvance) / FIXED_POINT


def width_of(text: str, size: float, is_bold: bool = False) -> float:
    """How wide a line is, in pixels."""
    return sum(_letter_width(letter, is_bold) for letter in text) * size / HUNDRED


def lines_of(text: str) -> list[Line]:
    """The lines of a text as pictures have it: <br> ends one, <b> makes it bold. ValueError for any other mark."""
    found, is_bold = [], False
    for part in BREAK.split(text):
        begins = part.startswith("<b>")
        is_bold = is_bold or begins
        plain = BOLD.sub("", part)
        if "<" in plain:
            raise ValueError(f"a text of a picture has a mark that is not drawn: {part}")
        found.append(Line(html.unescape(plain), is_bold))
        is_bold = is_bold and not part.endswith("</b>")
    return found


def wrapped(text: str, size: float, width: float, most: int, is_bold: bool = False) -> list[str]:
    """The text in lines of at most that width, at most so many of them: the last ends in "…" where more would follow.
    A word that is longer than a line is broken."""
    lines: list[str] = []
    for word in _short_words(text, size, width, is_bold):
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and width_of(longer, size, is_bold) <= width:
            lines[-1] = longer
        else:
            lines.append(word)
    if len(lines) <= most:
        return lines
    last = lines[most - 1]
    while last and width_of(last + ELLIPSIS, size, is_bold) > width:
        last = last[:-1]
    return [*lines[: most - 1], last.rstrip(" ,.;:") + ELLIPSIS]


def _short_words(text: str, size: float, width: float, is_bold: bool) -> list[str]:
    found = []
    for word in text.split():
        rest = word
        while width_of(rest, size, is_bold) > width:
            fits = next(
                end for end in range(len(rest) - 1, 0, -1) if width_of(rest[:end], size, is_bold) <= width or end == 1
            )
            found.append(rest[:fits])
            rest = rest[fits:]
        found.append(rest)
    return found
