"""The list of every parameter and address in docs/links.md, made from the registries that the app itself asks.

`make links` writes it anew; a test holds that it is up to date. Values that curators may add to are not listed but
where they stand, so that a new row of a table leaves the list as it is.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import fields
from pathlib import Path
from typing import Any

from components.view.view import PAGES
from data.publish.api import FORMATS
from data.publish.listings import LISTINGS
from data.selection.filters import Choice, Text, filter_kinds
from data.selection.period_kinds import Days, Months
from data.selection.record_kinds import KINDS, RecordKind
from data.text.formats import lower_first
from data.view.brief_parts import PARTS, LengthSetting, PartsSetting
from data.view.setting_kinds import (
    ColumnsSetting,
    Day,
    Key,
    LayersSetting,
    MonthSetting,
    Option,
    PageSetting,
    PeriodSetting,
    PlaceSetting,
    ReleaseDay,
    SectionSetting,
    SortSetting,
    StepSetting,
    Value,
    Words,
)
from data.view.settings import Settings, Switch, setting_kinds
from routes.api import api_routes
from routes.documents.answers import document_routes
from routes.files import file_routes
from routes.operations.ready import ready_routes
from routes.pictures.answers import picture_routes
from routes.records import record_routes
from tools.link_texts import ADDRESSES, API, INTRODUCTION, MEANINGS

FILE = Path(__file__).parent.parent / "docs" / "links.md"
# How the parameters are written that have no listed values.
WRITTEN: Mapping[type, str] = {
    Months: "`YYYY-MM`, or two of them with `..` between, either of which may be left out",
    Days: "`YYYY-MM-DD`, or two of them with `..` between, either of which may be left out",
    Text: "words, at most 200 characters; all must stand in the row",
    Words: "words, at most 200 characters",
    ColumnsSetting: "columns of `events`, `grade`, `number_of_sources`",
    PlaceSetting: "a place of the map, as a click on it writes it",
    LayersSetting: "layers of `map_layers`",
    LengthSetting: "`1`, `2` or `4`",
    PartsSetting: f"some of {', '.join(f'`{part}`' for part in PARTS)}",
    MonthSetting: "a month, `YYYY-MM`",
    PageSetting: "a whole number from 1 up",
    PeriodSetting: "as `month`, or `phase:` and a phase of `phases`",
    SectionSetting: "a section of the page, as its tabs write it",
    SortSetting: "a column of the table that has the order of its rows in its heading, as the heading writes it",
    StepSetting: "the number of a step: a value of `order` of `story`",
    Switch: "`true`",
    ReleaseDay: "a day, `YYYY-MM-DD`",
    Day: "a day that the data covers, `YYYY-MM-DD`",
}
LISTS, REST = "/api/{name}.{ending}", "{rest:path}"
PARAMETER_COLUMNS = ("parameter", "meaning", "may be", "without it", "example")


def links() -> str:
    """The list in Markdown."""
    parts = [
        INTRODUCTION,
        "## Pages",
        table(("path", "page", "its question"), _pages()),
        "## Parameters of every page: the filters",
        table(PARAMETER_COLUMNS, _filters()),
        "## Parameters of single pages and pictures",
        table(PARAMETER_COLUMNS, _settings()),
        "A record stands in full on one page: "
        + "; ".join(f"`{name}` on `/{kind.page}`" for name, kind in KINDS.items())
        + ".",
        "## The API",
        API,
        table(("address", "what it lists", "parameters that choose"), _lists()),
        "## Other addresses",
        table(("address", "what stands there"), _addresses()),
    ]
    return "\n\n".join(parts) + "\n"


def table(headings: Iterable[str], rows: Iterable[Iterable[str]]) -> str:
    """The rows as a table in Markdown under their headings."""
    lines = [[*row] for row in (headings, *rows)]
    lines.insert(1, ["---"] * len(lines[0]))
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def _pages() -> Iterator[tuple[str, ...]]:
    for page in PAGES:
        yield f"`/{page.slug}`", page.title, page.question


def _filters() -> Iterator[tuple[str, ...]]:
    for name, kind in filter_kinds().items():
        yield _parameter(name, kind, "")


def _settings() -> Iterator[tuple[str, ...]]:
    defaults = {setting.name: str(setting.default) for setting in fields(Settings)}
    for name, kind in setting_kinds().items():
        yield _parameter(name, kind, defaults[name])


def _parameter(name: str, kind: Any, default: str) -> tuple[str, ...]:
    meaning, examples = MEANINGS[name]
    shown = ", ".join(f"`{example}`" for example in examples)
    return f"`{name}`", meaning, may_be(kind), f"`{default}`" if default else "", shown


def may_be(kind: Any) -> str:
    """What a parameter of this kind may be, in words: where its values are listed, else how it is written."""
    if isinstance(kind, Choice):
        return f"a value of `{kind.column}` of `{kind.table}`; repeated"
    if isinstance(kind, Option):
        return f"a value of `{kind.option}` in `options`"
    if isinstance(kind, RecordKind):
        return f"a value of `{kind.id_column}` of `{kind.table}`"
    if isinstance(kind, Value | Key):
        return f"a value of `{kind.column}` of `{kind.table}`"
    return WRITTEN[type(kind)]


def _lists() -> Iterator[tuple[str, ...]]:
    for name, formats in FORMATS.items():
        addresses = ", ".join(f"`/api/{name}.{ending}`" for ending in formats)
        yield (
            addresses,
            lower_first(LISTINGS[name].title),
            ", ".join(f"`{parameter}`" for parameter in LISTINGS[name].parameters),
        )


def _addresses() -> Iterator[tuple[str, ...]]:
    for path in addresses():
        yield f"`{path}`", ADDRESSES[path]


def addresses() -> list[str]:
    """The path of every route that is answered, but for the lists of the API and for what only says "not found"."""
    routes = [
        *api_routes(""),
        *document_routes(""),
        *file_routes(""),
        *picture_routes(""),
        *ready_routes(""),
        *record_routes(""),
    ]
    return [route.path for route in routes if route.path != LISTS and not route.path.endswith(REST)]


if __name__ == "__main__":
    FILE.write_text(links(), encoding="utf-8")
