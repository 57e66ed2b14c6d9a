"""Who and what was listed or taken off a list, and which ships were taken at sea."""

from dataclasses import dataclass

import pandas as pd

from data.months import MonthSpan
from data.words import mentions

SEARCHED = ("name", "display_name", "role", "relation", "linked_to", "notes")
TANKER = "tanker"


@dataclass(frozen=True)
class ListedTargets:
    """The targets in a view, and how many the months leave out because their listing date is unknown."""

    rows: pd.DataFrame
    undated: int


def in_view(targets: pd.DataFrame, months: MonthSpan, words: str) -> ListedTargets:
    """The targets listed in the months whose row holds the words. With no months chosen nothing is left out."""
    found = targets[mentions(targets, SEARCHED, words)]
    undated = found.listed_on.isna()
    return ListedTargets(found[months.contains(found.listed_on)], 0 if months.is_open else int(undated.sum()))


def tankers_taken(ships: pd.DataFrame, events: pd.DataFrame) -> pd.DataFrame:
    """The tankers that one of `events` seized or boarded and took; each ship is one row however often it is named."""
    return ships[(ships.ship_class == TANKER) & ships.seizing_event_id.isin(events.event_id)]
