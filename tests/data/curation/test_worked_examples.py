"""The worked examples of docs/curating.md are rows that ship, and what they warn of is what the check refuses."""

import re
from dataclasses import dataclass
from pathlib import Path

import pytest

from data.curation.working_tables import read_working
from data.events.origins import corroboration
from data.package.package import load_package
from data.package.problems import BrokenPackageError
from data.package.row_keys import row_ids
from tests.edited_tables import copy_tables, edit
from tests.factory import shipped

pytestmark = pytest.mark.slow
TEXT = (Path(__file__).parents[3] / "docs" / "curating.md").read_text(encoding="utf-8")
LINE = re.compile(r"^\| (\d+) \| `(\w+) ([^`]+)` \| ([^|]+) \| ([^|]+) \| ([^|]+) \|$", re.MULTILINE)
VALUE = re.compile(r"`([^`=]+)=([^`]*)`")
KNOWN_FROM = "known from"


@dataclass(frozen=True)
class Example:
    """A line of the table: the row, the values that it has, values that it may not have, and the words of the check."""

    number: int
    table: str
    row_id: str
    known: str
    values: dict[str, str]
    never: dict[str, str]
    refusal: str

    def __str__(self) -> str:
        return f"{self.number}-{self.row_id}"


def example(found: tuple[str, ...]) -> Example:
    number, table, row_id, known, says, never = found
    (refusal,) = re.findall(r'"([^"]+)"', never)
    return Example(int(number), table, row_id, known, dict(VALUE.findall(says)), dict(VALUE.findall(never)), refusal)


EXAMPLES = [example(found) for found in LINE.findall(TEXT)]


@pytest.fixture(scope="module")
def tables():
    return read_working(shipped().descriptor.folder)


@pytest.fixture(scope="module")
def problems(tmp_path_factory):
    """What the check says of the tables in which every example has the values that it may never have."""
    folder = copy_tables(tmp_path_factory.mktemp("examples") / "tables")
    before = read_working(folder)
    for one in EXAMPLES:
        place = before.row(one.table, one.row_id) - before.texts[one.table].index[0]
        edit(folder, one.table, lambda rows, place=place, one=one: rows[place].update(one.never))
    with pytest.raises(BrokenPackageError) as broken:
        load_package(folder)
    return broken.value.problems


def test_there_are_twenty_each_with_a_number_of_its_own_and_a_row_of_its_own():
    assert [one.number for one in EXAMPLES] == list(range(1, 21))
    assert len({(one.table, one.row_id) for one in EXAMPLES}) == 20
    assert {one.table for one in EXAMPLES} == {"events", "claims", "detainees", "sanctions_targets", "ships"}


@pytest.mark.parametrize("one", EXAMPLES, ids=str)
def test_the_row_says_what_the_example_says(tables, one):
    row = tables.texts[one.table].loc[tables.row(one.table, one.row_id)]
    written = {name: value for name, value in one.values.items() if name != KNOWN_FROM}
    assert written == {name: row[name] for name in written}
    assert len(one.known) > 20
    assert one.values


@pytest.mark.parametrize("one", [one for one in EXAMPLES if KNOWN_FROM in one.values], ids=str)
def test_from_how_many_origins_a_row_is_known_is_worked_out_from_its_sources(one):
    events = shipped()["events"]
    found = corroboration(shipped(), events[events.event_id == one.row_id])
    assert list(found) == [one.values[KNOWN_FROM]]


def test_every_kind_of_corroboration_has_an_example():
    found = {one.values[KNOWN_FROM] for one in EXAMPLES if KNOWN_FROM in one.values}
    assert found == {*shipped()["grades"].grade}


def test_every_verification_has_an_example_and_a_line():
    events = [one.row_id for one in EXAMPLES if one.table == "events"]
    shown = shipped()["events"].set_index("event_id").loc[events].verification
    assert {*shown} == {*shipped()["verifications"].verification} == {*re.findall(r"^- `(\w+)`: ", TEXT, re.MULTILINE)}


@pytest.mark.parametrize("one", EXAMPLES, ids=str)
def test_what_the_example_warns_of_is_refused_in_its_row_with_its_words(problems, one):
    ids = row_ids(shipped().descriptor.table(one.table), shipped()[one.table])
    row = shipped()[one.table].index[list(ids).index(one.row_id)]
    own = [str(problem) for problem in problems if (problem.table, problem.row) == (one.table, row)]
    assert [text for text in own if one.refusal in text], own
