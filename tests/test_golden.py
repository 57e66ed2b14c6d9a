"""The app says at forty addresses, and the API answers at twenty, what the record in tests/golden/ says.

Whoever changes what readers see writes the record anew (`make golden`) and a line in CHANGELOG.md.
"""

import pytest

from tools.golden import FOLDER, answer_record, page_record
from tools.golden_addresses import ANSWERS, PAGES


@pytest.mark.parametrize("name", PAGES)
def test_a_page_says_what_the_record_says(name):
    assert page_record(PAGES[name]) == (FOLDER / "pages" / f"{name}.txt").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", ANSWERS)
def test_an_answer_is_the_one_of_the_record(name):
    assert answer_record(ANSWERS[name]) == (FOLDER / "api" / f"{name}.txt").read_text(encoding="utf-8")


def test_the_record_holds_nothing_else():
    chosen = {path.relative_to(FOLDER).with_suffix("").as_posix() for path in FOLDER.glob("*/*.txt")}
    assert chosen == {f"pages/{name}" for name in PAGES} | {f"api/{name}" for name in ANSWERS}
