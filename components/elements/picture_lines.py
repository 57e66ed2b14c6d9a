"""Text in lines for a picture, whose labels and hover texts break where they are told to and nowhere else."""

from collections.abc import Iterable
from textwrap import wrap

from components.look.escaping import escape_in_picture

# Letters in a line of a hover text: a phone has room for no more.
HOVER_WIDTH = 42


def hover_lines(lines: Iterable[str]) -> str:
    """The lines of a hover text, escaped, those that are too long for a phone broken; an empty one is left out."""
    return "<br>".join(wrapped_in_picture(line, HOVER_WIDTH) for line in lines if line.strip())


def wrapped_in_picture(text: str, letters: int) -> str:
    """The text, escaped, in lines of at most so many letters."""
    return lines_in_picture(wrap(text, letters))


def lines_in_picture(lines: Iterable[str]) -> str:
    """The lines as they are, escaped."""
    return "<br>".join(map(escape_in_picture, lines))
