"""The page of a long table that an address asks for: which rows in which order, and links to the other pages."""

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass

import pandas as pd

from components.elements.html_table import PageLink
from components.view.addresses import address_here
from components.view.view import View

ROWS = 50
# Up to so many pages all have a link; of more those that are so near to the one that is shown, the first and the last.
MOST_LINKS, NEAR = 30, 6


@dataclass(frozen=True)
class TablePage:
    """The places of the rows that are shown, the number of this page and of all, and the order that the address asks
    for, which is empty where it asks for none or for one that cannot be had. One that no address turns is whole."""

    places: Sequence[int]
    number: int = 1
    pages: int = 1
    order: str = ""
    is_turned: bool = False

    def links(self, view: View) -> list[PageLink]:
        """Links to the pages; of many to those near this one, the first and the last."""
        return [
            PageLink(at, address_here(view, page="" if at == 1 else str(at)), at == self.number)
            for at in range(1, self.pages + 1)
            if self.pages <= MOST_LINKS or at in (1, self.pages) or abs(at - self.number) <= NEAR
        ]

    def ignored(self, view: View) -> tuple[str, ...]:
        """What the address asks for and the table does not have."""
        if not self.is_turned:
            return ()
        settings = view.settings
        order = (f"sort={settings.sort}",) if settings.sort and not self.order else ()
        return order + ((f"page={settings.page}",) if int(settings.page) != self.number else ())


def table_page(view: View, names: Collection[str], count: int, values: Callable[[str], pd.Series]) -> TablePage:
    """The page that the address asks for of a table with that `count` of rows and columns of these `names`. All rows
    are sorted, by the `values` of a column; they stay as they come where the address names none."""
    name = view.settings.sort.removeprefix("-")
    order = view.settings.sort if name in names else ""
    places = _sorted(values(name), order.startswith("-")) if order else range(count)
    pages = max(1, -(-count // ROWS))
    number = int(view.settings.page) if int(view.settings.page) <= pages else 1
    return TablePage(places[(number - 1) * ROWS : number * ROWS], number, pages, order, is_turned=True)


def _sorted(values: pd.Series, is_descending: bool) -> list[int]:
    """The places of the values in order; missing and empty ones last."""
    known = values.reset_index(drop=True)
    known = known.mask(known == "") if known.dtype in ("str", "object") else known
    return list(known.sort_values(ascending=not is_descending, kind="stable", na_position="last").index)
