"""The phases of the crisis with how many events each holds."""

import pandas as pd

from data.package.package import Package
from data.selection.periods import all_phases
from data.selection.spans import DaySpan


def counted_phases(package: Package, events: pd.DataFrame) -> pd.DataFrame:
    """One row a phase, in time: `name` and `dates` (as readers see them), `start`, `end` (missing where it goes on),
    `days` (up to the last day of the data), `events` (how many have their first day in it) and `span`, its days as a
    link writes them."""
    rows = []
    for phase in all_phases(package):
        end = None if phase.goes_on else phase.end
        rows.append(
            {
                "name": phase.name,
                "dates": phase.dates,
                "start": phase.start,
                "end": end,
                "days": phase.days,
                "events": int(events.date.between(phase.start, phase.end).sum()),
                "span": DaySpan.between(phase.start, end).write(),
            }
        )
    return pd.DataFrame(rows).astype({"end": "datetime64[s]"})
