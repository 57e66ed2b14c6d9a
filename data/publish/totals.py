"""Totals of rows that are read together: how many they are and, of events, how many were killed and how many strikes
at sea they stand for."""

import pandas as pd

from data.text.formats import spoken
from data.text.messages import say
from data.timeline.toll import sea_strikes, without_parts

EVENTS = "events"
ROWS, KILLED, AT_SEA = "rows", ("killed_low", "killed_high"), ("strikes", "vessels")


def totals(table: str, rows: pd.DataFrame) -> dict[str, int]:
    """The number of rows and, of rows of the table of events, sums: `killed_low` and `killed_high`, and `strikes` and
    `vessels` of the strikes at sea. Events that are part of a larger one are rows, and in no sum."""
    if table != EVENTS:
        return {ROWS: len(rows)}
    sums = [*without_parts(rows)[[*KILLED]].sum().items(), *sea_strikes(rows)[[*AT_SEA]].sum().items()]
    return {ROWS: len(rows), **{str(name): int(number) for name, number in sums}}


def names_of_totals(table: str) -> tuple[str, ...]:
    """What `totals` gives for rows of that table, in its order."""
    return (ROWS, *KILLED, *AT_SEA) if table == EVENTS else (ROWS,)


def total_lines(sums: dict[str, int]) -> dict[str, str]:
    """The totals as lines about the rows: each by its name, with "total" before it."""
    return {f"total_{name}": str(number) for name, number in sums.items()}


def totals_text(sums: dict[str, int]) -> str:
    """The totals of events in words; sums of nothing are left out."""
    parts = [say("totals.events", count=sums[ROWS])]
    if sums["killed_high"]:
        parts.append(say("totals.killed", killed=spoken(sums["killed_low"], sums["killed_high"])))
    if sums["strikes"]:
        parts.append(say("totals.strikes", count=sums["strikes"]))
    return "; ".join(parts)
