"""Events that a new one may be once more: alike in words, and near in days or at the same place."""

import pandas as pd
from rapidfuzz import fuzz

from data.package.rows import iterate_rows
from data.text.matching import folded

NEAR_DAYS, SAME_PLACE = 3, 15
LEAST_LIKENESS, MOST_DAYS, SHOWN = 60.0, 31, 5


def likely_twins(events: pd.DataFrame, day: str, title: str, place: str) -> list[str]:
    """The likeliest of `events`, as text, that a new one of that day, title and place may be: id and title, at most
    five, the likeliest first.

    Words count as rapidfuzz's token set ratio (100 where one title has all words of the other). The same place adds 15
    to that, and each day beyond three takes two away.
    """
    moment = pd.to_datetime(day, errors="coerce")
    if pd.isna(moment):
        return []
    apart = (pd.to_datetime(events.date, errors="coerce") - moment).dt.days.abs()
    near = events.assign(apart=apart)[apart <= MOST_DAYS]
    typed, where = folded(title), folded(place)
    likeness = [
        fuzz.token_set_ratio(typed, folded(row.title))
        + (SAME_PLACE if where and where == folded(row.place) else 0)
        - 2 * max(0, row.apart - NEAR_DAYS)
        for row in iterate_rows(near)
    ]
    found = near.assign(likeness=likeness).sort_values("likeness", ascending=False, kind="stable")
    likely = found[found.likeness >= LEAST_LIKENESS].head(SHOWN)
    return [f"{row.event_id}: {row.title}" for row in iterate_rows(likely)]
