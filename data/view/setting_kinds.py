"""What a word of a link that is no filter and opens no record may be: a listed value, a day, a month, and so on."""

import re
from dataclasses import dataclass
from typing import ClassVar, Protocol

import pandas as pd

from data.events.columns import read_columns
from data.map.layers import read_layers
from data.map.scene import known_places
from data.package.package import Package
from data.selection.months import MONTH
from data.selection.periods import read_period
from data.text.days import is_day
from data.text.matching import typed_words
from data.view.sections import SECTIONS, section_names
from data.view.story import steps_of_story

OPTIONS = "options"
PAGE_NUMBER, COLUMN_NAME = re.compile(r"[1-9][0-9]{0,3}", re.ASCII), re.compile(r"-?[a-z][a-z_]{0,39}", re.ASCII)


class SettingKind(Protocol):
    """What a parameter of a link may be."""

    def known(self, value: str, package: Package) -> bool:
        """Whether the value means something here."""


@dataclass(frozen=True)
class Option:
    """One of the values that the table `options` lists for `option`."""

    option: str

    def known(self, value: str, package: Package) -> bool:
        """Whether the table lists it."""
        return value in self.choices(package)

    def choices(self, package: Package) -> dict[str, str]:
        """The label of each value, in the table's order."""
        options = package[OPTIONS]
        own = options[options.option == self.option].sort_values("order")
        return dict(zip(own.value, own.label, strict=True))


@dataclass(frozen=True)
class Value:
    """One of the values that a column of a table may hold, as the package declares them."""

    table: str
    column: str

    def known(self, value: str, package: Package) -> bool:
        """Whether it is one of them."""
        return value in self.choices(package)

    def choices(self, package: Package) -> dict[str, str]:
        """The label of each value, in reading order."""
        return package.choices(self.table, self.column)


@dataclass(frozen=True)
class Key:
    """The key of a table whose rows are a vocabulary."""

    table: str
    column: str

    def known(self, value: str, package: Package) -> bool:
        """Whether a row has that key."""
        return value in self.choices(package)

    def choices(self, package: Package) -> dict[str, str]:
        """The label of each row, in the table's order."""
        return package.labels(self.table, self.column)


class ParsedSetting:
    """What `read` can read: it raises ValueError for any other value."""

    read: "ClassVar[staticmethod[[str, Package], object]]"

    def known(self, value: str, package: Package) -> bool:
        """Whether it can be read."""
        try:
            self.read(value, package)
        except ValueError:
            return False
        return True


@dataclass(frozen=True)
class ColumnsSetting(ParsedSetting):
    """Columns of the table of events, as `read_columns` reads them."""

    read = staticmethod(read_columns)

    def known(self, value: str, package: Package) -> bool:
        """Whether all of them can be shown, and there are any."""
        return bool(value) and super().known(value, package)


@dataclass(frozen=True)
class Words:
    """Words as a reader types them."""

    def known(self, value: str, package: Package) -> bool:
        """Whether they are clean, readable and not too long."""
        return bool(value) and typed_words(value) == value


@dataclass(frozen=True)
class PlaceSetting:
    """The id of a place on the map, at which events were or people were held."""

    def known(self, value: str, package: Package) -> bool:
        """Whether there is such a place."""
        return value in known_places(package)


@dataclass(frozen=True)
class LayersSetting(ParsedSetting):
    """Layers of the map that are switched off, as `read_layers` reads them."""

    read = staticmethod(read_layers)


@dataclass(frozen=True)
class MonthSetting:
    """One calendar month, written YYYY-MM."""

    def known(self, value: str, package: Package) -> bool:
        """Whether it is one."""
        return MONTH.fullmatch(value) is not None


@dataclass(frozen=True)
class PeriodSetting(ParsedSetting):
    """A span of months or a phase, as `read_period` reads it."""

    read = staticmethod(read_period)


@dataclass(frozen=True)
class SectionSetting:
    """The name of a section of some page."""

    def known(self, value: str, package: Package) -> bool:
        """Whether a page has such a section."""
        return any(value in section_names(page) for page in SECTIONS)


@dataclass(frozen=True)
class PageSetting:
    """The page of a long table, counted from 1."""

    def known(self, value: str, package: Package) -> bool:
        """Whether it is a whole number, of which no table has too few rows for sure."""
        return PAGE_NUMBER.fullmatch(value) is not None


@dataclass(frozen=True)
class SortSetting:
    """The column by which a long table is sorted, with a minus in front of it from the last to the first."""

    def known(self, value: str, package: Package) -> bool:
        """Whether it may be one: which columns a table can be sorted by it knows itself."""
        return COLUMN_NAME.fullmatch(value) is not None


@dataclass(frozen=True)
class StepSetting:
    """The number of a step of the story."""

    def known(self, value: str, package: Package) -> bool:
        """Whether the story has that step."""
        return value in steps_of_story(package)


@dataclass(frozen=True)
class ReleaseDay:
    """Any day, written YYYY-MM-DD, for the newest data release on or before it."""

    def known(self, value: str, package: Package) -> bool:
        """Whether it is a day of the calendar."""
        return is_day(value)


@dataclass(frozen=True)
class Day:
    """A day that the data covers, written YYYY-MM-DD."""

    def known(self, value: str, package: Package) -> bool:
        """Whether it is one."""
        return is_day(value) and package.first_day <= pd.Timestamp(value) <= package.last_day
