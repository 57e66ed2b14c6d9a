"""Who and what was listed or taken off a list: the targets in a view, what they are linked to, how many there were."""

from collections.abc import Iterable
from dataclasses import dataclass, fields

import pandas as pd

from data.sanctions.ties import ties_by_target
from data.selection.spans import Span
from data.text.matching import mentions

SEARCHED = ("name", "display_name", "role", "relation", "linked_to", "imo", "ofac_uid", "notes")
SEARCHED_LISTS = ("aliases", "programme")
OFAC_RECORD = "https://sanctionssearch.ofac.treas.gov/Details.aspx?id="


@dataclass(frozen=True)
class ListedTargets:
    """The targets in a view, and those that the months leave out because their listing date is unknown."""

    rows: pd.DataFrame
    left_out: pd.DataFrame

    @property
    def undated(self) -> int:
        """How many the months leave out because their listing date is unknown."""
        return len(self.left_out)


@dataclass(frozen=True)
class TargetChoice:
    """What a reader chooses in the table of targets; an empty text chooses nothing."""

    target_type: str = ""
    programme: str = ""
    status: str = ""
    authority: str = ""

    @classmethod
    def of(cls, settings: object) -> "TargetChoice":
        """The choice that the settings of a link make, by their words of the same names."""
        return cls(**{parameter.name: getattr(settings, parameter.name) for parameter in fields(cls)})

    def keep(self, targets: pd.DataFrame) -> pd.DataFrame:
        """The targets of that type, status and authority, with that programme among theirs."""
        chosen = pd.Series(True, index=targets.index)
        for column in ("target_type", "status", "authority"):
            if wanted := getattr(self, column):
                chosen &= targets[column] == wanted
        if self.programme:
            chosen &= _contains(targets.programme, self.programme)
        return targets[chosen]


def _contains(lists: pd.Series, wanted: str) -> pd.Series:
    return pd.Series([wanted in items for items in lists], index=lists.index, dtype="bool")


def targets_in_view(
    targets: pd.DataFrame, period: Span, words: str, relations: pd.DataFrame | None = None
) -> ListedTargets:
    """The targets listed in the period whose row, or one of whose ties, holds the words.

    `relations` is the table sanctions_relations; without it ties are not searched. With no period chosen nothing is
    left out.
    """
    found = targets[mentions(_searched(targets, relations), (*SEARCHED, *SEARCHED_LISTS, "ties"), words)]
    undated = found[found.listed_on.isna() & (not period.is_open)]
    return ListedTargets(found[period.contains(found.listed_on)], undated)


def _searched(targets: pd.DataFrame, relations: pd.DataFrame | None) -> pd.DataFrame:
    """The targets with their lists as text and their ties as the column `ties`."""
    sentences = ties_by_target(relations, targets) if relations is not None else {}
    lists = {name: targets[name].map(" ".join).astype("str") for name in SEARCHED_LISTS}
    return targets.assign(ties=targets.target_id.map(lambda target: " ".join(sentences.get(target, []))), **lists)


def with_links(targets: pd.DataFrame, everyone: pd.DataFrame) -> pd.DataFrame:
    """The targets with `linked_name`, the name of the one they are linked to, and `ofac_record`, the address of
    OFAC's own record; both are missing where the row names none. `everyone` is the whole table."""
    names = everyone.set_index("target_id").display_name
    records = (OFAC_RECORD + targets.ofac_uid).where(targets.ofac_uid != "")
    return targets.assign(linked_name=targets.linked_to.map(names), ofac_record=records)


def running_targets(targets: pd.DataFrame, first: pd.Timestamp, last: pd.Timestamp) -> pd.DataFrame:
    """How many of the targets had been listed, and how many delisted, by the end of a day.

    One row for `first`, for `last` and for each day between them on which a number changes: day, listed, delisted
    (whole numbers). A target without a listing date is in neither.
    """
    dated = targets[targets.listed_on.notna()]
    changes = [day for column in ("listed_on", "delisted_on") for day in dated[column] if first <= day <= last]
    days = pd.DatetimeIndex(sorted({first, last, *changes}))
    return pd.DataFrame(
        {
            "day": days,
            "listed": _by_day(dated.listed_on, days),
            "delisted": _by_day(dated.delisted_on, days),
        }
    )


def _by_day(known: pd.Series, days: Iterable[pd.Timestamp]) -> list[int]:
    return [int((known <= day).sum()) for day in days]
