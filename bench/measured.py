"""A figure that was measured several times, and its row in the table."""

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median

HEADINGS = ("figure", "median", "range", "goal")
# Letters.
WIDTHS = (46, 12, 16, 13)


@dataclass(frozen=True)
class Measured:
    """What was measured, each run's value in one unit, and the goal of the median ("" for nothing)."""

    name: str
    values: tuple[float, ...]
    unit: str
    goal: str = ""

    def columns(self) -> tuple[str, str, str, str]:
        """The row of the table: name, median with its unit, range over the runs, goal."""
        middle = f"{median(self.values):.2f} {self.unit}".rstrip()
        spread = f"{min(self.values):.2f} to {max(self.values):.2f}" if len(self.values) > 1 else "one run"
        return self.name, middle, spread, self.goal


def ratio(name: str, those: Sequence[float], these: Sequence[float], goal: str = "") -> Measured:
    """How many times as long `those` took as `these`, run by run: the two were measured in turn."""
    return Measured(name, tuple(that / this for that, this in zip(those, these, strict=True)), "times", goal)


def row(columns: Sequence[str]) -> str:
    """The columns side by side: a line of the table."""
    return "  ".join(map(str.ljust, columns, WIDTHS)).rstrip()
