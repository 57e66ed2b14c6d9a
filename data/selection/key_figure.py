"""What a key figure is: a number with what it counts and its definition."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from data.text.messages import say

FactText = tuple[str, str, str]
# In place of a number where there is nothing, or no day, to count on.
NONE = "–"


@dataclass(frozen=True)
class KeyFigure:
    """A number with what it counts, one detail, and its definition."""

    label: str
    value: str
    detail: str
    definition: str


def defined(figure: Callable[..., FactText], *about: Any) -> KeyFigure:
    """The key figure that the function `figure` computes from `about`, defined by the word
    definitions.NAME_OF_THE_FUNCTION."""
    return KeyFigure(*figure(*about), definition=say(f"definitions.{figure.__name__}"))
