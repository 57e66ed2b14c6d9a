"""What the table of events says beside its declared columns: dead as a range, scores, corroboration, sources."""

from collections.abc import Sequence

import pandas as pd

from data.events.columns import CORROBORATION, KILLED, SCORE
from data.events.origins import corroboration
from data.package.package import Package
from data.text.formats import spoken
from data.timeline.scores import is_scored, plover_score


def with_worked_out(package: Package, events: pd.DataFrame) -> pd.DataFrame:
    """The events with `grade` (their corroboration, by the label of the table `grades`), `number_of_sources` (that the
    row names), `killed` (the higher count, missing where none is known), `killed_text` (the range) and `score` (PLOVER,
    missing where the event is no act)."""
    labels = package.labels("grades", CORROBORATION)
    ranges = [
        spoken(low, high) if pd.notna(low) and pd.notna(high) else ""
        for low, high in zip(events.killed_low, events.killed_high, strict=True)
    ]
    return events.assign(
        grade=corroboration(package, events).map(labels).astype("str"),
        number_of_sources=events.source_ids.map(len).astype("int64"),
        killed=events.killed_high,
        killed_text=pd.Series(ranges, events.index, dtype="str"),
        score=plover_score(events, package["plover_scores"]),
    )


def filled_columns(names: Sequence[str], events: pd.DataFrame) -> tuple[str, ...]:
    """Those of the columns of the table that say something of these events: the number of killed where one is known,
    scores where there is an act, all others always."""
    says = {KILLED: events.killed_high.notna().any(), SCORE: is_scored(events).any()}
    return tuple(name for name in names if says.get(name, True))
