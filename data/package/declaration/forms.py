"""The form that each property of the descriptor must have: whether it is needed, what it must be, and a test of it."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from data.package.declaration.json_values import (
    is_list,
    is_moment,
    is_number,
    is_object,
    is_pattern,
    is_text,
    is_whole,
    matches,
)
from data.package.descriptor import FACTS, SCREEN, VOCABULARY
from data.text.days import is_day

KINDS = ("string", "integer", "number", "date", "list")
HOLDINGS = (FACTS, VOCABULARY, SCREEN)
ROLES = ("label", "order")


@dataclass(frozen=True)
class Form:
    """What a property must be, in words that follow "must be", the test of a value, and whether it can be left out."""

    text: str
    accepts: Callable[[Any], bool]
    needed: bool = True


Forms = Mapping[str, Form]


def _one_of(values: Sequence[object]) -> Form:
    return Form("one of: " + ", ".join(map(str, values)), lambda value: isinstance(value, str) and value in values)


def _left_out(form: Form) -> Form:
    return Form(form.text, form.accepts, needed=False)


def _texts(value: Any, *names: str) -> bool:
    return isinstance(value, dict) and all(is_text(value.get(name)) for name in names)


def _is_licence(value: Any) -> bool:
    return _texts(value, "name", "title") and matches(r"https?://\S+")(value.get("path"))


def _is_source(value: Any) -> bool:
    return _texts(value, "title") and all(is_text(text) for text in value.values())


def _is_key(value: Any) -> bool:
    return is_list(value, is_text)


def _is_foreign_key(value: Any) -> bool:
    if not isinstance(value, dict) or not isinstance(value.get("reference"), dict):
        return False
    there = value["reference"]
    ends: tuple[Any, ...] = (value.get("fields"), there.get("fields"))
    return isinstance(there.get("resource"), str) and all(is_list(end, is_text) and len(end) == 1 for end in ends)


def _is_category(value: Any) -> bool:
    if not _texts(value, "label") or not (is_text(value.get("value")) or is_whole(value.get("value"))):
        return False
    return all(is_text(value[name]) for name in ("description", "tally") if name in value)


TEXT = Form("text that is not empty", is_text)
LICENCES = Form(
    "a list of licences, each with name, title and a path that is a web address",
    lambda value: is_list(value, _is_licence),
)
SOURCES = Form("a list of sources, each with a title", lambda value: is_list(value, _is_source), needed=False)
NOBODY_OR_TEXT = Form("text, or null while it is not set", lambda value: value is None or is_text(value))

PACKAGE: Forms = {
    "$schema": _left_out(TEXT),
    "name": Form(
        "a short name of small letters, digits, dots, hyphens and underscores", matches(r"[a-z0-9][a-z0-9._-]*")
    ),
    "title": TEXT,
    "description": TEXT,
    "version": Form("the release's day, or another word without spaces and slashes", matches(r"[A-Za-z0-9._+-]+")),
    "created": Form("a moment such as 2026-11-24T00:00:00Z", is_moment),
    "contact": NOBODY_OR_TEXT,
    "publisher": NOBODY_OR_TEXT,
    "coverage": Form(
        "an object with start and end, two days in order",
        lambda value: (
            is_object(value)
            and is_day(str(value.get("start")))
            and is_day(str(value.get("end")))
            and str(value["start"]) <= str(value["end"])
        ),
        needed=False,
    ),
    "licenses": LICENCES,
    "resources": Form("a list of the tables, at least one", lambda value: is_list(value, is_object)),
}
TABLE: Forms = {
    "name": Form("a name of small letters, digits and underscores", matches(r"[a-z][a-z0-9_]*")),
    "path": Form(
        "the name of a .csv file beside the descriptor: no folder, no address", matches(r"[A-Za-z0-9_][\w.-]*\.csv")
    ),
    "type": _left_out(_one_of(["table"])),
    "title": TEXT,
    "description": TEXT,
    "holds": _one_of(HOLDINGS),
    "leastRows": Form("a whole number: how many rows the table has at the least", is_whole, needed=False),
    "format": _left_out(_one_of(["csv"])),
    "mediatype": _left_out(_one_of(["text/csv"])),
    "encoding": _left_out(_one_of(["utf-8"])),
    "licenses": LICENCES,
    "sources": SOURCES,
    "attribution": _left_out(TEXT),
    "schema": Form("an object with fields and a primaryKey", is_object),
}
SCHEMA: Forms = {
    "fields": Form("a list of the columns, at least one", lambda value: is_list(value, is_object)),
    "missingValues": Form('[""]: an empty cell alone is missing', lambda value: value == [""], needed=False),
    "primaryKey": Form("a list of names of columns", _is_key, needed=False),
    "uniqueKeys": Form("a list of lists of names of columns", lambda value: is_list(value, _is_key), needed=False),
    "foreignKeys": Form(
        "a list of keys, each with one of fields and a reference of resource and one of fields",
        lambda value: is_list(value, _is_foreign_key),
        needed=False,
    ),
}
COLUMN: Forms = {
    "name": Form("a name of small letters, digits and underscores", matches(r"[a-z][a-z0-9_]*")),
    "type": _one_of(KINDS),
    "title": TEXT,
    "description": TEXT,
    "format": _left_out(_one_of(["default", "uri"])),
    "unit": _left_out(TEXT),
    "role": _left_out(_one_of(ROLES)),
    "delimiter": Form(
        "one character, such as ;",
        lambda value: is_text(value) and len(value) == 1 and value.isprintable(),
        needed=False,
    ),
    "itemType": _left_out(_one_of(["string"])),
    "references": Form("a table and a column, joined by a dot", matches(r"\w+\.\w+"), needed=False),
    "constraints": Form("an object", is_object, needed=False),
    "categories": Form(
        "a list of values, each with its label", lambda value: is_list(value, _is_category), needed=False
    ),
}

YES_OR_NO = Form("true or false", lambda value: isinstance(value, bool), needed=False)
LENGTH = Form("a whole number", is_whole, needed=False)
NUMBER = Form("a number", is_number, needed=False)
DAY = Form("a day written YYYY-MM-DD", lambda value: isinstance(value, str) and is_day(value), needed=False)
EVERY: Forms = {"required": YES_OR_NO, "unique": YES_OR_NO}
NUMBERS: Forms = {
    **EVERY,
    "minimum": NUMBER,
    "maximum": NUMBER,
    "enum": Form("a list of numbers", lambda value: is_list(value, is_number), needed=False),
}
LENGTHS: Forms = {"minLength": LENGTH, "maxLength": LENGTH}
# By type of column, what its constraints may be.
CONSTRAINTS: Mapping[str, Forms] = {
    "string": {
        **EVERY,
        **LENGTHS,
        "enum": Form("a list of texts", lambda value: is_list(value, is_text), needed=False),
        "pattern": Form("a regular expression", is_pattern, needed=False),
    },
    "integer": NUMBERS,
    "number": NUMBERS,
    "date": {**EVERY, "minimum": DAY, "maximum": DAY},
    "list": {**EVERY, **LENGTHS},
}
