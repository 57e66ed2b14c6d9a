"""The numbers that a release is held to: what it showed on the day it was frozen, it shows for good."""

from dataclasses import asdict

import pandas as pd

from data.package.package import Package
from data.selection.filters import Filters
from data.timeline.escalation import acts, summed
from data.timeline.scores import SCALES
from data.timeline.toll import toll_at_sea
from data.view.key_figures import FIGURES, key_figures
from data.view.selection import Selection

SCOPE = "two_states"


def key_numbers(package: Package) -> pd.DataFrame:
    """The numbers of a package as texts: columns number (what it is) and value.

    They are the rows of every table of facts or words, the key figures without filters, and the points of each month,
    direction and scale, to two decimals. The screen's own tables are today's in every release, and not among them.
    """
    found = {**_rows(package), **_figures(package)}
    for scale in SCALES:
        found |= _points(package, scale)
    return pd.DataFrame({"number": list(found), "value": list(found.values())}, dtype="str")


def _rows(package: Package) -> dict[str, str]:
    tables = [table for table in package.descriptor.tables if not table.is_of_the_screen]
    return {f"rows of {table.name}": str(len(package[table.name])) for table in tables}


def _figures(package: Package) -> dict[str, str]:
    """The key figures by the name of their function, and the toll of the strikes: no wording, which may change."""
    events = package["events"]
    figures = zip(FIGURES, key_figures(Selection(package, Filters())), strict=True)
    toll = asdict(toll_at_sea(events))
    values = {figure.__name__: result.value for figure, result in figures}
    return values | {f"toll_at_sea, {name}": str(number) for name, number in toll.items()}


def _points(package: Package, scale: str) -> dict[str, str]:
    events = package["events"]
    sums = summed(package, acts(package, events, scale, SCOPE), events.date.min(), events.date.max(), "M")
    names = scale + ", " + sums.bucket.dt.strftime("%Y-%m") + ", " + sums.direction
    points = zip(sums.negative, sums.positive, sums.acts, strict=True)
    texts = [f"{negative:.2f}; {positive:.2f}; {number} acts" for negative, positive, number in points]
    return dict(zip(names, texts, strict=True))
