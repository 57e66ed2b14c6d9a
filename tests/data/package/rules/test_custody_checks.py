"""What is wrong in the table of people is named with its row and column: each case breaks one row that ships."""

import shutil
from pathlib import Path

import pandas as pd
import pytest

from data.package.descriptor import FOLDER
from data.package.package import load_package
from data.package.problems import BrokenPackageError

CASES = {
    "release before detention": {"released_on": "2025-02-01", "detained_on": "2025-03-01"},
    "free before last held": {"free_by": "2025-02-01", "last_known_held_on": "2025-03-01"},
    "nobody has that id": {"possibly_same_as": "nobody-at-all"},
    "an unknown group": {"category": "tourist"},
    "an event that is not there": {"event_ids": "2025-01-01-no-such-event"},
    "no date at all": dict.fromkeys(("detained_on", "detained_latest", "last_known_held_on", "free_by"), ""),
}


@pytest.fixture(scope="module")
def problems(tmp_path_factory) -> list:
    """The problems of a copy of the tables in which each case breaks a row of its own, from the first on."""
    folder: Path = tmp_path_factory.mktemp("package") / "data"
    shutil.copytree(FOLDER, folder)
    people = pd.read_csv(folder / "detainees.csv", dtype="str", keep_default_na=False)
    for row, texts in enumerate(CASES.values()):
        for column, value in texts.items():
            people.loc[row, column] = value
    people.loc[len(CASES), "possibly_same_as"] = people.person_id[len(CASES)]
    people.to_csv(folder / "detainees.csv", index=False, lineterminator="\n")
    with pytest.raises(BrokenPackageError) as broken:
        load_package(folder)
    return [problem for problem in broken.value.problems if problem.table == "detainees"]


@pytest.mark.parametrize(("place", "case"), list(enumerate(CASES)), ids=list(CASES))
def test_the_broken_row_is_named_with_a_column_that_the_case_broke(problems, place, case):
    found = {problem.column for problem in problems if problem.row == place + 2}
    assert found & CASES[case].keys()


def test_a_row_that_points_at_itself_is_named(problems):
    assert [problem.column for problem in problems if problem.row == len(CASES) + 2] == ["possibly_same_as"]


def test_no_other_row_is_named(problems):
    assert {problem.row for problem in problems} == set(range(2, len(CASES) + 3))
