"""Figures that were measured, as lines of a table, as JSON and in README."""

import json
import os
import platform
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path
from statistics import median
from typing import Any

HEADINGS = ("figure", "median", "range", "goal")
# Letters.
WIDTHS = (62, 16, 18, 13)
ROOT = Path(__file__).parent.parent
RESULTS, README = ROOT / "bench" / "results.json", ROOT / "README.md"
BEGIN, END = "<!-- bench -->\n", "<!-- end of bench -->\n"
PACKAGES = ("streamlit", "pandas", "plotly", "starlette", "playwright")


@dataclass(frozen=True)
class Measured:
    """What was measured, each run's value in one unit, the goal of the median ("" for nothing), and the section of the
    app that it is about ("" for the whole)."""

    name: str
    values: tuple[float, ...]
    unit: str
    goal: str = ""
    section: str = ""

    @property
    def title(self) -> str:
        """The name with the section."""
        return f"{self.section}, {self.name}" if self.section else self.name

    @property
    def middle(self) -> str:
        """The median with its unit."""
        return f"{median(self.values):.2f} {self.unit}".rstrip()

    def columns(self) -> tuple[str, str, str, str]:
        """The row of the table: name, median with its unit, range over the runs, goal."""
        spread = f"{min(self.values):.2f} to {max(self.values):.2f}" if len(self.values) > 1 else "one run"
        return self.title, self.middle, spread, self.goal


def ratio(name: str, those: Sequence[float], these: Sequence[float], goal: str = "", section: str = "") -> Measured:
    """How many times as long `those` took as `these`, run by run: the two were measured in turn."""
    # What took less than the clock can tell took one tick.
    pairs = zip(those, these, strict=True)
    return Measured(name, tuple(that / (this or 10) for that, this in pairs), "times", goal, section)


def row(columns: Sequence[str]) -> str:
    """The columns side by side: a line of the table."""
    return "  ".join(map(str.ljust, columns, WIDTHS)).rstrip()


def conditions() -> dict[str, Any]:
    """The machine, the versions, and how busy the machine is."""
    return {
        "day": f"{datetime.now(UTC):%Y-%m-%d %H:%M} UTC",
        "machine": f"{platform.machine()}, {os.cpu_count()} cores, {platform.system()} {platform.release()}",
        "versions": {"python": platform.python_version(), **{name: version(name) for name in PACKAGES}},
        "load": [round(load, 2) for load in os.getloadavg()],
    }


def as_json(before: Mapping[str, Any], found: Mapping[int, Sequence[Measured]]) -> dict[str, Any]:
    """What was measured, by number of events, with the conditions `before` and the load after."""
    figures = {str(events): [asdict(one) for one in figures] for events, figures in found.items()}
    return {**before, "load_after": [round(load, 2) for load in os.getloadavg()], "figures": figures}


def as_markdown(results: Mapping[str, Any]) -> str:
    """The figures that have a goal or are measured with every number of events, as one table. Of the sections but the
    first the worst stands in it; all of them are in the file."""
    sizes, by_name = list(results["figures"]), dict[str, dict[str, Measured]]()
    first = next((one["section"] for one in results["figures"][sizes[0]] if one["section"]), "")
    for size in sizes:
        for one in results["figures"][size]:
            measured = Measured(**one)
            name = measured.title if measured.section in ("", first) else f"worst other section, {measured.name}"
            worst = by_name.setdefault(name, {}).setdefault(size, measured)
            by_name[name][size] = max(worst, measured, key=lambda found: median(found.values))
    lines = ["| figure | " + " | ".join(f"{int(size):,} events" for size in sizes) + " | goal |"]
    lines.append("| --- |" + " --- |" * (len(sizes) + 1))
    for name, own in by_name.items():
        goal = next(iter(own.values())).goal
        if len(own) == len(sizes) or goal:
            texts = [own[size].middle if size in own else "" for size in sizes]
            lines.append(f"| {name} | {' | '.join(texts)} | {goal} |")
    versions = ", ".join(f"{name} {number}" for name, number in results["versions"].items())
    load = f"load {results['load'][0]} before and {results['load_after'][0]} after"
    return "\n".join([*lines, "", f"{results['day']}, {results['machine']}, {load}, {versions}.", ""])


def with_table(text: str, results: Mapping[str, Any]) -> str:
    """README with the table of these results."""
    before, _, rest = text.partition(BEGIN)
    return before + BEGIN + as_markdown(results) + END + rest.partition(END)[2]


def write(results: Mapping[str, Any]) -> None:
    """Write the results and the table in README."""
    RESULTS.write_text(json.dumps(results, indent=1) + "\n", encoding="utf-8")
    README.write_text(with_table(README.read_text(encoding="utf-8"), results), encoding="utf-8")
