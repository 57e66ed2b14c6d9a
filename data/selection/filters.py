"""What the reader asked to see: one field a filter, with its test, its parameter of a link and its text in English."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, fields, replace
from functools import reduce
from typing import Any, Protocol
from urllib.parse import urlencode

import pandas as pd

from data.package.package import Package
from data.package.problems import shortened
from data.selection.columns_without_values import columns_without_values
from data.selection.event_words import searched_events
from data.selection.months import MonthSpan
from data.selection.period_kinds import EVENTS, Days, Months
from data.selection.spans import DaySpan, shared_days
from data.text.formats import days_name, lower_first
from data.text.matching import LONGEST, typed_words, values_given
from data.text.messages import say

Query = Mapping[str, Sequence[str]]
PEOPLE = "detainees"
ALL_MONTHS, ALL_DAYS = MonthSpan(), DaySpan()


class FilterKind(Protocol):
    """What every kind of filter answers. `read` also returns the values it could not use."""

    @property
    def table(self) -> str:
        """The table whose rows it chooses from."""

    def keep(self, package: Package, rows: pd.DataFrame, value: Any) -> pd.Series:
        """For each row of the table whether it passes."""

    def read(self, given: Sequence[str], package: Package) -> tuple[Any, list[str]]:
        """The value that the values of a parameter mean."""

    def write(self, value: Any) -> list[str]:
        """The values of the parameter that mean the value; none for the default."""

    def say(self, value: Any, package: Package) -> str:
        """The value as part of an English sentence; empty for the default."""


@dataclass(frozen=True)
class Choice:
    """Any of the values that a column may hold. The message filters.of_COLUMN frames their labels in a sentence."""

    column: str
    proper_names: bool = False
    table: str = EVENTS

    def labels(self, package: Package) -> dict[str, str]:
        """The label of each value, in the vocabulary's order; none where no row has one, as in a release from before
        there was the column."""
        is_empty = (self.table, self.column) in columns_without_values(package)
        return {} if is_empty else package.choices(self.table, self.column)

    def keep(self, package: Package, rows: pd.DataFrame, value: tuple[str, ...]) -> pd.Series:
        """Nothing chosen keeps everything."""
        return rows[self.column].isin(value) if value else pd.Series(True, index=rows.index)

    def read(self, given: Sequence[str], package: Package) -> tuple[tuple[str, ...], list[str]]:
        """Known values in the vocabulary's order, each once; unknown and empty ones are returned as not used."""
        known = self.labels(package)
        return tuple(value for value in known if value in given), [value for value in given if value not in known]

    def write(self, value: tuple[str, ...]) -> list[str]:
        """One value of the parameter a value of the filter."""
        return list(value)

    def say(self, value: tuple[str, ...], package: Package) -> str:
        """The labels, joined by "or"."""
        if not value:
            return ""
        labels = package.choices(self.table, self.column)
        names = [labels[one] if self.proper_names else lower_first(labels[one]) for one in value]
        values = reduce(lambda one, other: say("filters.or", one=one, other=other), names)
        return say(f"filters.of_{self.column}", values=values)


@dataclass(frozen=True)
class Text:
    """Words that must all stand in the row, or in what claims, sources and licences say of it. At most 200 letters."""

    table: str = EVENTS

    def keep(self, package: Package, rows: pd.DataFrame, value: str) -> pd.Series:
        """Whether everything typed is found; without a word all rows are chosen. They are events of the package."""
        return searched_events(package).mention(package, value).reindex(rows.index)

    def read(self, given: Sequence[str], package: Package) -> tuple[str, list[str]]:
        """The first value, cleaned; values that are too long or hold nothing readable are returned as not used."""
        if not given:
            return "", []
        text = typed_words(given[0])
        if not text or len(given[0]) > LONGEST:
            return "", list(given)
        return text, list(given[1:])

    def write(self, value: str) -> list[str]:
        """The words as they are."""
        return [value] if value else []

    def say(self, value: str, package: Package) -> str:
        """The words in quotation marks."""
        return say("filters.words", words=value) if value else ""


@dataclass(frozen=True)
class Filters:
    """The filters of a view; a field's name is its parameter, its default shows everything."""

    type: tuple[str, ...] = field(default=(), metadata={"kind": Choice("event_type")})
    month: MonthSpan = field(default=ALL_MONTHS, metadata={"kind": Months("date")})
    days: DaySpan = field(default=ALL_DAYS, metadata={"kind": Days("date")})
    side: tuple[str, ...] = field(default=(), metadata={"kind": Choice("actor_side", proper_names=True)})
    verification: tuple[str, ...] = field(default=(), metadata={"kind": Choice("verification")})
    area: tuple[str, ...] = field(default=(), metadata={"kind": Choice("area", proper_names=True)})
    q: str = field(default="", metadata={"kind": Text()})
    group: tuple[str, ...] = field(default=(), metadata={"kind": Choice("category", table=PEOPLE)})
    custody: tuple[str, ...] = field(default=(), metadata={"kind": Choice("status", table=PEOPLE)})

    @classmethod
    def from_query(cls, query: Query, package: Package) -> tuple["Filters", tuple[str, ...]]:
        """The filters that the parameters mean, and those that mean nothing here, each as "key=value".

        Never raises: keys that are not filters are left alone, values that cannot be used are dropped and returned. An
        empty value is none.
        """
        values, ignored = {}, []
        for name, kind in filter_kinds().items():
            values[name], unused = kind.read(values_given(query, name), package)
            ignored += [f"{name}={shortened(typed_words(value))}" for value in unused]
        return cls(**values), tuple(ignored)

    def to_query(self) -> dict[str, list[str]]:
        """The parameters of the link that shows this view; defaults are not written."""
        parameters = {name: kind.write(getattr(self, name)) for name, kind in filter_kinds().items()}
        return {name: written for name, written in parameters.items() if written}

    def query_string(self) -> str:
        """The link's query, percent-encoded and without the question mark."""
        return urlencode(self.to_query(), doseq=True)

    @property
    def period(self) -> DaySpan:
        """The days that months and days both leave; a span that ends before it starts where they share none."""
        return shared_days(self.month, self.days)

    @property
    def of_all_days(self) -> "Filters":
        """The same filters without months and days: for what draws time beside them, or asks for other times."""
        return replace(self, month=ALL_MONTHS, days=ALL_DAYS)

    @property
    def narrows_people(self) -> bool:
        """Whether people are left out for another reason than the days on which they were held."""
        return bool(self.q or self.group or self.custody)

    def passing(self, package: Package, table: str = EVENTS) -> pd.Series:
        """For each row of a table of the package whether it passes each of its filters."""
        rows = package[table]
        chosen = pd.Series(True, index=rows.index)
        for name, kind in filter_kinds(table).items():
            value = getattr(self, name)
            if kind.write(value):
                chosen &= kind.keep(package, rows, value)
        return chosen

    def keep(self, package: Package, table: str = EVENTS) -> pd.DataFrame:
        """The rows of a table of the package that pass each of its filters, in their order."""
        return package[table][self.passing(package, table)]

    def say(self, package: Package) -> str:
        """The view in one English phrase: "All events" or "Events of type ..., from ... to ..."."""
        if text := self.phrase(package):
            return say("filters.some", text=text)
        return say("filters.all", days=days_name(package.first_day, package.last_day))

    def phrase(self, package: Package) -> str:
        """What the filters ask for, to follow a noun: "of type ..., from ... to ..."; empty when nothing is asked."""
        parts = [kind.say(getattr(self, name), package) for name, kind in filter_kinds().items()]
        return ", ".join(part for part in parts if part)


def filter_kinds(table: str = "") -> dict[str, FilterKind]:
    """The kind of each filter by its parameter; with a `table` of those that choose from its rows."""
    kinds = {filter_field.name: filter_field.metadata["kind"] for filter_field in fields(Filters)}
    return {name: kind for name, kind in kinds.items() if table in ("", kind.table)}


def filter_titles() -> dict[str, str]:
    """The heading of each filter by its parameter."""
    return {name: say(f"filters.title_{name}") for name in filter_kinds()}
