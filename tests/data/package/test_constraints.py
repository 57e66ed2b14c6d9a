"""A broken table is told in one sentence a problem, the same by the app's own load and by `frictionless`."""

import csv
import shutil
from pathlib import Path

import orjson
import pytest

from data.curation.validate import check_package, declared_problems
from data.package.declaration import needs
from data.package.descriptor import FILE, FOLDER, read_descriptor
from data.package.package import load_package
from data.package.problems import BrokenPackageError, Problem
from data.package.rules.judged import judged_rules
from tests.factory import make_events, make_rows

pytestmark = pytest.mark.slow
COLOURS = "colour,label,order\nred,Red,1\nblue,Blue,2\n"
THINGS = "thing,day,number,colour,parts,url\na,2025-01-01,1,red,a;c,https://a.example\nb,,,blue,,\nc,,2.5,,a,\n"
FIELDS = {
    "colours": [
        {"name": "colour", "type": "string", "constraints": {"required": True}},
        {"name": "label", "type": "string", "role": "label", "constraints": {"maxLength": 5}},
        {"name": "order", "type": "integer", "role": "order", "constraints": {"minimum": 1, "maximum": 9}},
    ],
    "things": [
        {"name": "thing", "type": "string", "constraints": {"required": True, "unique": True, "pattern": "[a-z]"}},
        {"name": "day", "type": "date", "constraints": {"minimum": "2025-01-01"}},
        {"name": "number", "type": "number", "constraints": {"maximum": 1000}},
        {"name": "colour", "type": "string"},
        {"name": "parts", "type": "list", "delimiter": ";", "itemType": "string", "references": "things.thing"},
        {"name": "url", "type": "string", "constraints": {"pattern": "https?://\\S+"}},
    ],
}
WORDS = {"title": "Title", "description": "Description"}
LICENCES = [{"name": "CC-BY-4.0", "title": "Attribution", "path": "https://creativecommons.org/licenses/by/4.0/"}]
ABOUT = {**WORDS, "name": "small", "version": "1", "created": "2026-11-24T00:00:00Z", "licenses": LICENCES}
CASES = {
    "a date that does not exist": ("things.csv", "2025-01-01", "2025-02-30", "things", 2, "day", "2025-02-30"),
    "a date of another form": ("things.csv", "2025-01-01", "1 Jan 2025", "things", 2, "day", "1 Jan 2025"),
    "a day before the first": ("things.csv", "2025-01-01", "2024-12-31", "things", 2, "day", "2024-12-31"),
    "a number that is none": ("things.csv", "2.5", "many", "things", 4, "number", "many"),
    "an unknown colour": ("things.csv", "blue", "green", "things", 3, "colour", "green"),
    "an empty id": ("things.csv", "\nb,", "\n,", "things", 3, "thing", None),
    "an id twice": ("things.csv", "\nb,", "\na,", "things", 3, "thing", "a"),
    "an id of another form": ("things.csv", "\nb,", "\nBB,", "things", 3, "thing", "BB"),
    "an address that runs a script": (
        "things.csv",
        "https://a.example",
        "javascript:x()",
        "things",
        2,
        "url",
        "javascript:x()",
    ),
    "a key twice": ("colours.csv", "blue,Blue", "red,Blue", "colours", 3, "colour", "red"),
    "a text too long": ("colours.csv", "Blue", "Bluest", "colours", 3, "label", "Bluest"),
    "a number too high": ("colours.csv", "Blue,2", "Blue,10", "colours", 3, "order", "10"),
    "a number too low": ("colours.csv", "Blue,2", "Blue,0", "colours", 3, "order", "0"),
    "a broken whole number": ("colours.csv", "Blue,2", "Blue,2.5", "colours", 3, "order", "2.5"),
    "a number of too many digits": ("colours.csv", "Blue,2", f"Blue,{10**20}", "colours", 3, "order", str(10**20)),
    "a number that only some programs read": ("things.csv", "2.5", "1e999", "things", 4, "number", "1e999"),
    "a number that is infinite": ("things.csv", "2.5", "9" * 400, "things", 4, "number", "9" * 400),
    "a colour with a space before it": ("things.csv", "blue", " blue", "things", 3, "colour", " blue"),
    "an id of spaces": ("things.csv", "\nb,", "\n  ,", "things", 3, "thing", "  "),
    "an id with a character that is not seen": ("things.csv", "\nb,", "\nb\u202e,", "things", 3, "thing", "b\u202e"),
    "a quotation mark that is never closed": ("things.csv", "\nb,", '\n"b,', "things", 3, None, None),
    "a text far too long": ("colours.csv", "Blue", "B" * 200_000, "colours", 3, "label", "B" * 200_000),
    "a missing column": ("things.csv", "number", "numbre", "things", 1, "number", None),
    "a cell too many": ("things.csv", "red,a;c", "red,,a;c", "things", 2, None, None),
}


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A small whole package of two tables, for which the dashboard needs no others."""
    monkeypatch.setattr(needs, "NEEDS", {})
    resources = [
        {
            **WORDS,
            "holds": "facts",
            "name": name,
            "path": f"{name}.csv",
            "type": "table",
            "licenses": LICENCES,
            "schema": {
                "fields": [{**WORDS, **field} for field in fields],
                "missingValues": [""],
                "primaryKey": [fields[0]["name"]],
            },
        }
        for name, fields in FIELDS.items()
    ]
    resources[1]["schema"]["foreignKeys"] = [
        {"fields": ["colour"], "reference": {"resource": "colours", "fields": ["colour"]}}
    ]
    (tmp_path / FILE).write_bytes(orjson.dumps({**ABOUT, "contact": None, "publisher": None, "resources": resources}))
    (tmp_path / "LICENSE.md").write_text("An example.")
    (tmp_path / "colours.csv").write_text(COLOURS)
    (tmp_path / "things.csv").write_text(THINGS)
    return tmp_path


def own_sentences(folder: Path) -> set[str]:
    """The sentences of the app's own load."""
    try:
        load_package(folder)
    except BrokenPackageError as broken:
        return {str(problem) for problem in broken.problems}
    return set()


def standard_sentences(folder: Path) -> set[str]:
    """The sentences in which the findings of `frictionless` are told."""
    return {str(problem) for problem in declared_problems(read_descriptor(folder))}


def test_a_whole_package_loads_typed(folder):
    package = load_package(folder)
    things = package["things"]
    assert list(things.index) == [2, 3, 4]
    assert things.day[2].isoformat() == "2025-01-01T00:00:00"
    assert things.parts[2] == ("a", "c")
    assert things.colour[4] == ""
    assert package.choices("things", "colour") == {"red": "Red", "blue": "Blue"}
    assert check_package(folder) == ()


@pytest.mark.parametrize("case", CASES.values(), ids=CASES.keys())
def test_a_broken_cell_is_told_with_table_row_column_value_and_rule_alike_by_both(folder, case):
    file, old, new, table, row, column, value = case
    text = (folder / file).read_text()
    assert text.count(old) >= 1
    (folder / file).write_text(text.replace(old, new, 1))
    problems = check_package(folder)
    assert (table, row, column, value) in {(item.table, item.row, item.column, item.value) for item in problems}
    assert all(problem.rule for problem in problems)
    csv.field_size_limit(131_072)  # as in a fresh process; `frictionless` lifts it
    assert own_sentences(folder) == standard_sentences(folder) == set(map(str, problems))


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("   ", "must not be only spaces"),
        ("Bl\x07e", "must not hold control characters"),
        ("B\u200bl", "unseen marks"),
        ("=Blu", "would run it"),
        (" +Bl", "would run it"),
        ("＠Blu", "would run it"),
        ("B;-u", "would run it"),
    ],
)
def test_a_text_that_only_looks_filled_or_clean_is_named_by_both(folder, text, words):
    (folder / "colours.csv").write_text(COLOURS.replace("Blue", text), encoding="utf-8")
    (problem,) = check_package(folder)
    assert (problem.table, problem.row, problem.column, problem.value) == ("colours", 3, "label", text)
    assert words in problem.rule
    assert own_sentences(folder) == {str(problem)}


def test_an_item_of_a_list_that_a_spreadsheet_would_run_is_named(folder):
    (folder / "things.csv").write_text(THINGS.replace("a;c", "a; =c"))
    rules = [problem.rule for problem in check_package(folder) if problem.column == "parts"]
    assert any("a spreadsheet would run it" in rule for rule in rules)


def test_a_sentence_quotes_the_cell_as_it_stands_in_the_file():
    assert 'value " US"' in str(Problem("events", "rule", 2, "actor_side", " US"))
    assert 'value "a\\x07\\n"' in str(Problem("events", "rule", 2, "title", "a\x07\n"))


def test_every_problem_is_told_at_once(folder):
    (folder / "things.csv").write_text(
        THINGS.replace("2025-01-01", "soon").replace("blue", "green").replace("2.5", "x")
    )
    (folder / "colours.csv").write_text(COLOURS.replace("Blue,2", "Bluest,0"))
    assert len(check_package(folder)) == 5


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (None, "is missing"),
        (b"", "is empty"),
        (b"colour,label,order\nred,Red,1\nb\xff,Blue,2\n", "must be UTF-8 text"),
    ],
)
def test_a_file_that_cannot_be_read_is_told_once_and_nothing_is_judged_against_it(folder, content, words):
    if content is None:
        (folder / "colours.csv").unlink()
    else:
        (folder / "colours.csv").write_bytes(content)
    problems = check_package(folder)
    assert [problem.table for problem in problems] == ["colours"]
    assert words in problems[0].rule
    assert own_sentences(folder) == standard_sentences(folder)


def test_an_item_of_a_list_that_points_at_nothing_is_named(folder):
    (folder / "things.csv").write_text(THINGS.replace("a;c", "a;z"))
    assert [(item.row, item.column, item.value) for item in check_package(folder)] == [(2, "parts", "z")]


@pytest.mark.parametrize("content", [None, b"{", b"{}"])
def test_a_descriptor_that_cannot_be_read_is_told(folder, content):
    (folder / FILE).unlink() if content is None else (folder / FILE).write_bytes(content)
    assert {problem.table for problem in check_package(folder)} == {FILE}


@pytest.fixture
def tables(tmp_path: Path) -> Path:
    """A copy of the tables that ship."""
    folder = tmp_path / "data"
    folder.mkdir()
    for file in [*FOLDER.glob("*.csv"), FOLDER / FILE]:
        shutil.copy(file, folder)
    return folder


def test_the_real_tables_broken_in_many_ways_are_told_alike_by_both(tables):
    for file, old, new in (
        ("events.csv", ",official,", ",sure,"),
        ("licences.csv", ",in force,", ",on,"),
        ("ships.csv", ",tanker,", ",canoe,"),
        ("sources.csv", "https://", "ftp://"),
        ("claims.csv", "asserts", "shouts"),
    ):
        text = (tables / file).read_text(encoding="utf-8")
        (tables / file).write_text(text.replace(old, new, 1), encoding="utf-8")
    (tables / "phases.csv").write_bytes(b"")
    (tables / "sides.csv").unlink()
    own, standard = own_sentences(tables), standard_sentences(tables)
    assert own == standard
    assert len(own) == 7


def test_a_row_twice_in_every_table_is_told_of_each_by_both(tables):
    for name, row in {"removed": "sides,gone", "former_ids": "ships,gone,skipper"}.items():
        with (tables / f"{name}.csv").open("a", encoding="utf-8") as file:
            file.write(f"{row},2026-11-24,An example.\n")
    for file in tables.glob("*.csv"):
        header, first, *others = file.read_text(encoding="utf-8").splitlines(keepends=True)
        file.write_text("".join([header, first, *others, first]), encoding="utf-8")
    own = own_sentences(tables)
    assert standard_sentences(tables) <= own
    for table in read_descriptor(tables).tables:
        assert [text for text in own if f"table {table.name}, " in text and "must be different in every row" in text]


def test_rules_quote_the_cells_of_the_file_and_not_the_numbers_read_from_them():
    events = make_events({"lat": 10.0})
    frames = {"events": events, **{name: make_rows(name, []) for name in ("detainees", "geo_precisions")}}
    texts = {"events": events.astype("str").assign(lat="10", lon="")}
    (problem,) = [item for item in judged_rules(frames, texts, []) if item.column == "lat"]
    assert (problem.row, problem.value) == (0, "10")
