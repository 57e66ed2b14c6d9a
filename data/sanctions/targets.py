"""Who and what was listed or taken off a list: the targets in a view, what they are linked to, how many there were."""

from collections.abc import Iterable
from dataclasses import dataclass, fields

import pandas as pd

from data.package.once_per_package import once_per_package
from data.package.package import Package
from data.sanctions.ties import ties_by_target
from data.search.searched_rows import SearchedRows, columns_of, days_of, labels_of
from data.selection.spans import Span

TARGETS = "sanctions_targets"
SEARCHED = {
    "name": ("display_name", "name"),
    "other_names": ("aliases",),
    "role": ("role",),
    "number": ("imo", "ofac_uid"),
    "programme": ("programme",),
    "note": ("notes",),
}
OFAC_RECORD = "https://sanctionssearch.ofac.treas.gov/Details.aspx?id="


@dataclass(frozen=True)
class ListedTargets:
    """The targets in a view, those that the months leave out because their listing date is unknown, and those taken
    off the list in the months, whenever they were listed."""

    rows: pd.DataFrame
    left_out: pd.DataFrame
    delisted: pd.DataFrame

    @property
    def found(self) -> int:
        """How many there are in all."""
        return len({*self.rows.index, *self.left_out.index, *self.delisted.index})

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


def targets_in_view(package: Package, period: Span, words: str) -> ListedTargets:
    """The targets listed or delisted in the period whose row, or one of whose ties, holds the words. With no period
    chosen nothing is left out."""
    targets = package[TARGETS]
    found = targets[searched_targets(package).mention(package, words)]
    undated = found[found.listed_on.isna() & (not period.is_open)]
    delisted = found[found.delisted_on.notna() & period.contains(found.delisted_on)]
    return ListedTargets(found[period.contains(found.listed_on)], undated, delisted)


@once_per_package
def searched_targets(package: Package) -> SearchedRows:
    """The targets by the place in which words are looked for, their name first and their ties last."""
    targets = package[TARGETS]
    places = {place: columns_of(targets, *columns) for place, columns in SEARCHED.items()}
    days = days_of(targets, "listed_on", "delisted_on")
    status = labels_of(package, TARGETS, "status")
    sentences = ties_by_target(package["sanctions_relations"], targets)
    own = zip(targets.relation + " " + targets.linked_to, targets.target_id, strict=True)
    ties = [(relation, *sentences.get(target, ())) for relation, target in own]
    return SearchedRows.of(targets.index, {**places, "status": status, "day": days, "ties": ties})


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
