"""The descriptor is checked before it is trusted: whatever stands in it, a fault is a sentence, never an exception."""

import copy
import os
import random
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

import orjson
import pytest

from data.curation.validate import check_package
from data.package.declaration import needs
from data.package.declaration.checks import descriptor_problems
from data.package.descriptor import FILE, FOLDER
from data.package.package import load_package
from data.package.problems import BrokenPackageError
from tests.edited_tables import copy_tables
from tools.needs import as_text, worked_out

Declaration = dict[str, Any]
REMOVED = object()
INSTEAD = (REMOVED, None, [], {}, "", 0, "x")
LICENCES = [{"name": "CC-BY-4.0", "title": "Attribution", "path": "https://creativecommons.org/licenses/by/4.0/"}]
WORDS = {"title": "Title", "description": "Description"}
SHIPPED = orjson.loads((FOLDER / FILE).read_bytes())
DRAWN, LOADED = 200, 10


def small() -> Declaration:
    """A package of two tables with every property that a descriptor may have."""
    colour = {"name": "colour", "type": "string", **WORDS, "constraints": {"required": True, "unique": True}}
    colours = [
        {**colour, "role": "label"},
        {"name": "order", "type": "integer", **WORDS, "role": "order", "constraints": {"minimum": 1, "maximum": 9}},
    ]
    kinds = [{"value": "a", "label": "A", "description": "The first", "tally": "first"}, {"value": "b", "label": "B"}]
    things = [
        {"name": "thing", "type": "string", **WORDS, "constraints": {"pattern": "[a-z]", "minLength": 1}},
        {"name": "kind", "type": "string", **WORDS, "categories": kinds, "constraints": {"enum": ["a", "b"]}},
        {"name": "day", "type": "date", **WORDS, "constraints": {"minimum": "2025-01-01"}},
        {"name": "number", "type": "number", **WORDS, "unit": "points", "constraints": {"maximum": 10}},
        {"name": "colour", "type": "string", **WORDS, "format": "default"},
        {
            "name": "parts",
            "type": "list",
            "delimiter": ";",
            "itemType": "string",
            **WORDS,
            "references": "things.thing",
            "constraints": {"maxLength": 9},
        },
    ]
    foreign = [{"fields": ["colour"], "reference": {"resource": "colours", "fields": ["colour"]}}]
    return {
        "$schema": "https://datapackage.org/profiles/2.0/datapackage.json",
        "name": "small",
        **WORDS,
        "version": "1",
        "created": "2026-11-24T00:00:00Z",
        "contact": None,
        "publisher": "Somebody",
        "coverage": {"start": "2025-01-01", "end": "2025-12-31"},
        "licenses": LICENCES,
        "resources": [
            table("colours", {"fields": colours, "primaryKey": ["colour"], "missingValues": [""]}, attribution="One"),
            table(
                "things",
                {"fields": things, "uniqueKeys": [["thing"]], "foreignKeys": foreign},
                sources=[{"title": "A source", "path": "https://a.example"}],
            ),
        ],
    }


def table(name: str, schema: Declaration, **more: Any) -> Declaration:
    files = {"type": "table", "format": "csv", "mediatype": "text/csv", "encoding": "utf-8", "leastRows": 1}
    about = {"name": name, "path": f"{name}.csv", **WORDS, "holds": "facts", "licenses": LICENCES}
    return {**about, **files, **more, "schema": schema}


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The small package, for which the dashboard needs no other tables."""
    monkeypatch.setattr(needs, "NEEDS", {})
    (tmp_path / "LICENSE.md").write_text("An example.")
    (tmp_path / "colours.csv").write_text("colour,order\nred,1\n")
    (tmp_path / "things.csv").write_text("thing,kind,day,number,colour,parts\na,a,2025-01-01,1,red,a\n")
    (tmp_path / FILE).write_bytes(orjson.dumps(small()))
    return tmp_path


def outcome(folder: Path, declared: object) -> list[str]:
    """What the app says of a package with that declaration; the curators' check must agree whether all is well."""
    (folder / FILE).write_bytes(orjson.dumps(declared))
    try:
        load_package(folder)
    except BrokenPackageError as broken:
        text = list(map(str, broken.problems))
    else:
        text = []
    checked = check_package(folder)
    assert bool(text) <= bool(checked)
    assert all(str(problem) and "\n" not in str(problem) for problem in checked)
    return text


def paths(part: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """The way to every property and item of a declaration."""
    inside = part.items() if isinstance(part, dict) else enumerate(part) if isinstance(part, list) else ()
    for name, value in inside:
        yield (*path, name)
        yield from paths(value, (*path, name))


def changed(declared: Declaration, path: tuple[Any, ...], instead: object) -> Declaration:
    """A copy in which the property at the end of the way is removed or has another value."""
    made = copy.deepcopy(declared)
    part: Any = made
    for step in path[:-1]:
        part = part[step]
    if instead is REMOVED:
        del part[path[-1]]
    else:
        part[path[-1]] = instead
    return made


def test_a_package_with_every_property_is_well(folder):
    assert outcome(folder, small()) == []
    assert check_package(folder) == ()


@pytest.mark.slow
@pytest.mark.parametrize("instead", INSTEAD, ids=["removed", "null", "[]", "{}", "empty text", "0", "x"])
def test_every_property_in_turn_removed_or_replaced_gives_sentences_and_no_exception(folder, instead):
    for path in paths(small()):
        outcome(folder, changed(small(), path, instead))


@pytest.mark.slow
def test_properties_of_the_descriptor_that_ships_removed_or_replaced_give_sentences_and_no_exception(tmp_path):
    folder, drawn = copy_tables(tmp_path), random.Random(20)
    trials = drawn.sample([(path, instead) for path in paths(SHIPPED) for instead in INSTEAD], DRAWN)
    passed = [made for made in (changed(SHIPPED, *trial) for trial in trials) if not descriptor_problems(made, folder)]
    assert 0 < len(passed) < DRAWN
    for made in passed[:LOADED]:
        (folder / FILE).write_bytes(orjson.dumps(made))
        with suppress(BrokenPackageError):
            load_package(folder)


@pytest.mark.parametrize("content", [b"", b"{", b"[]", b"null", b'"x"', b"7", b"{}", b"\xff", b"[" * 5000, None])
def test_a_file_that_is_no_descriptor_is_told(folder, content):
    (folder / FILE).unlink()
    if content is not None:
        (folder / FILE).write_bytes(content)
    with pytest.raises(BrokenPackageError, match=FILE):
        load_package(folder)
    assert {problem.table for problem in check_package(folder)} == {FILE}


def field(declared: Declaration, name: str) -> Declaration:
    return next(item for item in declared["resources"][1]["schema"]["fields"] if item["name"] == name)


FAULTS: dict[str, tuple[Callable[[Declaration], object], str]] = {
    "no tables": (lambda it: it.update(resources=[]), "the property resources of the package must be a list of the"),
    "no version": (lambda it: it.pop("version"), "the package must have the property version"),
    "no title": (lambda it: it.pop("title"), "the package must have the property title"),
    "no licences": (lambda it: it.pop("licenses"), "the package must have the property licenses"),
    "no day of making": (lambda it: it.update(created="soon"), "the property created of the package must be a moment"),
    "a table without a name": (lambda it: it["resources"][1].pop("name"), "resource 2 must have the property name"),
    "a table without a file": (lambda it: it["resources"][1].pop("path"), "table things must have the property path"),
    "a table without columns": (
        lambda it: it["resources"][1]["schema"].update(fields=[]),
        "the property fields of the schema of table things must be a list of the columns",
    ),
    "an unknown kind of table": (
        lambda it: it["resources"][1].update(holds="rumours"),
        'value "rumours": the property holds of table things must be one of: facts, vocabulary, screen',
    ),
    "a table twice": (lambda it: it["resources"].append(it["resources"][0]), "two tables have this name"),
    "a column twice": (
        lambda it: it["resources"][1]["schema"]["fields"].append(field(it, "day")),
        "two columns of table things have this name",
    ),
    "a foreign key to no table": (
        lambda it: it["resources"][1]["schema"]["foreignKeys"][0]["reference"].update(resource="hues"),
        'value "hues.colour": the foreign key of column colour of table things must lead to',
    ),
    "a foreign key to no column": (
        lambda it: it["resources"][1]["schema"]["foreignKeys"][0]["reference"].update(fields=["hue"]),
        'value "colours.hue": the foreign key of column colour of table things must lead to',
    ),
    "a reference to nowhere": (
        lambda it: field(it, "parts").update(references="things.part"),
        'value "things.part": the references of column parts of table things must be',
    ),
    "a key of no column": (
        lambda it: it["resources"][0]["schema"].update(primaryKey=["hue"]),
        'value "hue": the key of table colours must name columns of the table',
    ),
    "no key": (lambda it: it["resources"][0]["schema"].pop("primaryKey"), "must have a primaryKey or uniqueKeys"),
    "an unknown type": (
        lambda it: field(it, "day").update(type="moment"),
        'value "moment": the property type of column day of table things must be one of: string, integer',
    ),
    "a pattern that is none": (
        lambda it: field(it, "thing")["constraints"].update(pattern="[a-z"),
        'value "[a-z": the property pattern of the constraints of column thing of table things must be a regular',
    ),
    "a pattern that repeats too often": (
        lambda it: field(it, "thing")["constraints"].update(pattern="a{99999999999999999999}"),
        "the property pattern of the constraints of column thing of table things must be a regular",
    ),
    "values that are no list": (
        lambda it: field(it, "kind")["constraints"].update(enum="a"),
        'value "a": the property enum of the constraints of column kind of table things must be a list of texts',
    ),
    "a limit that is no day": (
        lambda it: field(it, "day")["constraints"].update(minimum=2025),
        'value "2025": the property minimum of the constraints of column day of table things must be a day',
    ),
    "a limit for a text": (
        lambda it: field(it, "thing")["constraints"].update(minimum=1),
        'value "minimum": the constraints of column thing of table things must not have this property',
    ),
    "a value without a label": (
        lambda it: field(it, "kind")["categories"].pop(),
        "must be the values of its constraint",
    ),
    "a list without a delimiter": (
        lambda it: field(it, "parts").pop("delimiter"),
        "column parts of table things must have a delimiter if it is a list",
    ),
}


@pytest.mark.parametrize(("fault", "words"), FAULTS.values(), ids=FAULTS.keys())
def test_a_fault_of_the_declaration_is_one_sentence_that_says_where_and_what(folder, fault, words):
    declared = small()
    fault(declared)
    text = outcome(folder, declared)
    assert [text for text in text if words in text], text
    assert len(text) <= 2
    assert all(text.startswith(f"file {FILE}") for text in text)
    assert set(text) == set(map(str, check_package(folder)))


PLACES = [
    "../../../etc/passwd",
    "/etc/passwd",
    "/etc/hosts.csv",
    "..\\things.csv",
    "sub/things.csv",
    "https://a.example/things.csv",
    "file:///etc/passwd",
    "..",
    ".csv",
    "things.csv\n",
]


@pytest.mark.parametrize("place", PLACES)
def test_a_path_out_of_the_package_is_refused_and_never_opened(folder, place, monkeypatch):
    opened: list[str] = []
    really_open = os.open
    monkeypatch.setattr(os, "open", lambda file, *rest: (opened.append(Path(file).name), really_open(file, *rest))[1])
    declared = small()
    declared["resources"][1]["path"] = place
    (text,) = outcome(folder, declared)
    assert "the property path of table things must be the name of a .csv file" in text
    # The file of the licences has a name that no declaration chooses.
    assert set(opened) == {FILE, "LICENSE.md"}


def test_a_link_out_of_the_package_is_refused_and_one_inside_it_is_followed(folder, tmp_path_factory):
    elsewhere = tmp_path_factory.mktemp("elsewhere") / "things.csv"
    (folder / "things.csv").rename(elsewhere)
    (folder / "things.csv").symlink_to(elsewhere)
    (text,) = outcome(folder, small())
    assert 'value "things.csv": the file of table things must lie in the folder of the descriptor' in text
    (folder / "things.csv").unlink()
    elsewhere.rename(folder / "kept")
    (folder / "things.csv").symlink_to(folder / "kept")
    assert outcome(folder, small()) == []


def test_a_link_to_itself_is_a_file_that_cannot_be_read(folder):
    (folder / "things.csv").unlink()
    (folder / "things.csv").symlink_to("things.csv")
    (text,) = outcome(folder, small())
    assert "the file things.csv is missing or cannot be read" in text


@pytest.mark.parametrize("name", ["ships", "map_views", "events", "removed"])
def test_a_table_that_the_dashboard_reads_must_be_declared(tmp_path, name):
    declared = copy.deepcopy(SHIPPED)
    declared["resources"] = [item for item in declared["resources"] if item["name"] != name]
    for item in declared["resources"]:
        keys = item["schema"].get("foreignKeys", [])
        item["schema"]["foreignKeys"] = [key for key in keys if key["reference"]["resource"] != name]
        item["schema"]["foreignKeys"] or item["schema"].pop("foreignKeys")
        for column in item["schema"]["fields"]:
            if column.get("references", "").startswith(f"{name}."):
                del column["references"]
    text = [str(problem) for problem in descriptor_problems(declared, tmp_path)]
    assert f'file {FILE}, value "{name}": the dashboard needs the table: declare it, with its file' in text


@pytest.mark.parametrize(
    ("column", "change", "words"),
    [
        ("date", {"type": "string", "constraints": {}}, "column date of table events must be of type date"),
        ("related", {"name": "relations"}, "the dashboard needs column related of table events"),
        ("source_ids", {"references": "events.event_id"}, "must refer to sources.source_id, as the dashboard reads it"),
        ("date_precision", {"categories": REMOVED, "constraints": {}}, "must have categories with labels"),
    ],
)
def test_a_column_that_the_dashboard_reads_must_be_declared_as_it_reads_it(tmp_path, column, change, words):
    declared = copy.deepcopy(SHIPPED)
    fields = declared["resources"][0]["schema"]["fields"]
    made = next(item for item in fields if item["name"] == column)
    made.update(change)
    for name in [name for name, value in made.items() if value is REMOVED]:
        del made[name]
    assert [problem for problem in descriptor_problems(declared, tmp_path) if words in problem.rule]


def test_the_needs_are_what_the_code_reads_of_the_descriptor_that_ships():
    """If not: `make needs`."""
    assert worked_out() == needs.NEEDS
    assert as_text(worked_out()) == needs.NEEDS_FILE.read_text(encoding="utf-8")
