"""The letters of pictures: their font, how wide a text is, and the small HTML that pictures are written in."""

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

from matplotlib import get_data_path
from matplotlib.font_manager import FontProperties, fontManager
from matplotlib.ft2font import FT2Font, LoadFlags

from components.pictures.not_drawn import NotDrawnError

FONTS = Path(__file__).with_name("fonts")
MORE_FONTS = Path(get_data_path()) / "fonts" / "ttf"
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


@cache
def has_letter(letter: str) -> bool:
    """Whether one of the two fonts has the letter."""
    other = FT2Font(str(MORE_FONTS / "DejaVuSans.ttf"))
    return letter.isspace() or any(face.get_char_index(ord(letter)) for face in (_face(False), other))


def text_width(text: str, size: float, is_bold: bool = False) -> float:
    """How wide a line is, in pixels."""
    return sum(_letter_width(letter, is_bold) for letter in text) * size / HUNDRED


def lines_of(text: str) -> list[Line]:
    """The lines of a text as pictures have it: <br> ends one, <b> makes it bold. NotDrawnError for any other mark."""
    found, is_bold = [], False
    for part in BREAK.split(text):
        begins = part.startswith("<b>")
        is_bold = is_bold or begins
        plain = BOLD.sub("", part)
        if "<" in plain:
            raise NotDrawnError("markup", part)
        found.append(Line(html.unescape(plain), is_bold))
        is_bold = is_bold and not part.endswith("</b>")
    return found


def wrapped(text: str, size: float, width: float, most: int, is_bold: bool = False) -> list[str]:
    """The text in lines of at most that width, at most so many of them: the last ends in "…" where more would follow.
    A word that is longer than a line is broken."""
    lines: list[str] = []
    room = 0.0
    for word in _short_words(text, size, width, is_bold):
        long = text_width(word, size, is_bold)
        between = text_width(" ", size, is_bold)
        if lines and between + long <= room:
            lines[-1] += f" {word}"
            room -= between + long
        elif len(lines) == most:
            return [*lines[:-1], _shortened(lines[-1], size, width, is_bold)]
        else:
            lines.append(word)
            room = width - long
    return lines


def _shortened(line: str, size: float, width: float, is_bold: bool) -> str:
    while line and text_width(line + ELLIPSIS, size, is_bold) > width:
        line = line[:-1]
    return line.rstrip(" ,.;:") + ELLIPSIS


def _short_words(text: str, size: float, width: float, is_bold: bool) -> Iterator[str]:
    """The words, those that are longer than a line in pieces."""
    for word in text.split():
        start, long = 0, 0.0
        for end, letter in enumerate(word):
            long += text_width(letter, size, is_bold)
            if long > width and end > start:
                yield word[start:end]
                start, long = end, text_width(letter, size, is_bold)
        yield word[start:]
