"""How the tables came to be what they are: what each release, and the work since the last one, added and put right."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

import pandas as pd

from data.package.package import Package
from data.versions.changes import EVENTS, REMOVED


@dataclass(frozen=True)
class Step:
    """What changed from the package `old` to `new`, as `data.versions.changes.changes` gives it, and when that was
    published."""

    moment: datetime
    old: Package
    new: Package
    found: pd.DataFrame


def moment_of(package: Package) -> datetime:
    """When the package's release was made."""
    return datetime.fromisoformat(str(package.descriptor.about["created"]))


def last_written(package: Package, steps: Sequence[Step]) -> pd.Series:
    """When each event's row last changed: moments by event_id. What no step touched is as old as the first release."""
    first = moment_of(steps[0].old if steps else package)
    moments = dict.fromkeys(package[EVENTS].event_id, first)
    for step in steps:
        touched = step.found[(step.found.table == EVENTS) & (step.found.change != REMOVED)]
        moments |= dict.fromkeys(touched.row_id, step.moment)
    return pd.Series(moments, dtype="object")
