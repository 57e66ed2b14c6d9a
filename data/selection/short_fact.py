"""A fact in one sentence, made by rule, and what an address adds to show the rows that it is made of."""

from collections.abc import Mapping
from dataclasses import dataclass, field

# The page that is open.
OPEN_PAGE = None


@dataclass(frozen=True)
class ShortFact:
    """A sentence; `parameters` are added to the filters of the view, on `page` (by its path) or on the open one."""

    text: str
    parameters: Mapping[str, str | list[str]] = field(default_factory=dict)
    page: str | None = OPEN_PAGE
