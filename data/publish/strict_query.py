"""What a program asks for: the parameters of an address, where the pages ignore and report what means nothing,
refused."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from data.package.once_per_package import once_per_package
from data.package.package import Package
from data.package.problems import shortened
from data.selection.filters import Choice, Filters, filter_kinds, filter_titles
from data.text.matching import typed_words, values_given
from data.text.messages import say
from data.view.selection import Selection
from data.view.setting_kinds import Key, Option, Value
from data.view.settings import Settings, setting_kinds, setting_titles

Query = Mapping[str, Sequence[str]]


class BadParameterError(ValueError):
    """A parameter of an address that means nothing here: `parameter` is its key, `rule` says in words what it may
    be."""

    def __init__(self, parameter: str, value: str, rule: str) -> None:
        self.parameter, self.value, self.rule = parameter, shortened(typed_words(value)), rule
        super().__init__(f"{parameter}={self.value}: {rule}.")


@dataclass(frozen=True)
class Parameter:
    """A parameter: its heading, what it may be in words, the values where they are listed, and whether it may
    stand several times."""

    name: str
    title: str
    rule: str
    values: tuple[str, ...] = ()
    repeated: bool = False


@dataclass(frozen=True)
class ApiQuery:
    """The filters and settings that an address asks for of a package, and the keys that it gives a value to."""

    package: Package
    filters: Filters
    settings: Settings
    parameters: frozenset[str]

    @cached_property
    def selection(self) -> Selection:
        """What the filters leave of the package, worked out once and only for a list that needs it."""
        return Selection(self.package, self.filters)


@once_per_package
def parameters(package: Package) -> dict[str, Parameter]:
    """Every parameter that the pages know, by its key, as their kinds and the package's vocabulary say it."""
    kinds, titles = {**filter_kinds(), **setting_kinds()}, {**filter_titles(), **setting_titles()}
    return {name: _parameter(name, titles[name], kind, package) for name, kind in kinds.items()}


def parse_api_query(query: Query, package: Package) -> ApiQuery:
    """The filters and settings that the parameters mean. Raises BadParameterError for the first that means nothing: an
    unknown key, an unknown value, or a second value where only one may stand. An empty value asks for the default."""
    known = parameters(package)
    for name, given in query.items():
        values = values_given(query, name)
        if name not in known:
            raise BadParameterError(
                shortened(typed_words(name)), given[0], f"not a parameter; known are {_listed(known)}"
            )
        if len(values) > 1 and not known[name].repeated:
            raise BadParameterError(name, values[1], "stands a second time, and one value is meant")
    filters, bad_filters = Filters.from_query(query, package)
    settings, bad_settings = Settings.from_query(query, package)
    for bad in (*bad_filters, *bad_settings):
        name, _, value = bad.partition("=")
        raise BadParameterError(name, value, known[name].rule)
    return ApiQuery(package, filters, settings, frozenset(name for name in query if values_given(query, name)))


def _parameter(name: str, title: str, kind: Any, package: Package) -> Parameter:
    """The values where they are listed; else what the message rules.KIND says of the kind."""
    values: tuple[str, ...] = ()
    if isinstance(kind, Choice):
        values = tuple(kind.labels(package))
    elif isinstance(kind, Option | Value | Key):
        values = tuple(kind.choices(package))
    rule = f"One of {_listed(values)}" if values else say(f"rules.{type(kind).__name__.lower()}")
    return Parameter(name, title, rule, values, isinstance(kind, Choice))


def _listed(names: Sequence[str] | Mapping[str, object]) -> str:
    return ", ".join(names)
