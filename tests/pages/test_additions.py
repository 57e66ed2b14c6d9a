"""What docs/architecture.md says that an addition touches is all that it touches: made on a copy, it is in the app."""

import json
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.edited_tables import declare, edit

ROOT = Path(__file__).parents[2]
PARTS = ("app.py", ".streamlit", "components", "data", "pages", "static")
EXAMPLES = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8").partition("## What an addition touches")[2]
# A sentence that says what is done to which file, and the text with which it is done.
STEP = re.compile(r"^(?P<said>(?:Add|Write|In) [^\n]+:)\n\n```\w+\n(?P<text>.*?)^```$", re.MULTILINE | re.DOTALL)
ADDED = re.compile(r"Add to `(?P<file>[^`]+)`(?: below `(?P<anchor>[^`]+)`)?.*:")
COLUMN = re.compile(r"Add to the fields of `(?P<table>\w+)` in `[^`]+`, .*:")
WRITTEN = re.compile(r"Write `(?P<file>[^`]+)`:")
CHANGED = re.compile(r"In `(?P<file>[^`]+)`, `(?P<anchor>[^`]+)` becomes:")

LOOK = """
import json
from streamlit.testing.v1 import AppTest

def opened(page, **words):
    app = AppTest.from_file("app.py", default_timeout=120)
    for name, word in words.items():
        app.query_params[name] = word
    app.switch_page(f"pages/{page}.py")
    app.run()
    assert not app.exception, app.exception
    return app

page = opened("sides", dyad="us_to_ve")
table = opened("events", columns="date.weapon")
print(json.dumps({
    "filters": {each.label: list(each.options) for each in page.multiselect},
    "heading": page.title[0].value,
    "captions": [each.value for each in page.caption],
    "questions": [each.value for each in page.header],
    "pictures": [each.value for each in page.subheader],
    "drawn": len(page.get("plotly_chart")),
    "table": next(html.proto.body for html in table.get("html") if "<table>" in html.proto.body),
}))
"""


def follow(house: Path, sentence: str, text: str) -> None:
    """Does to the copy what the sentence says."""
    if found := COLUMN.fullmatch(sentence):
        field = json.loads(text)
        declare(house / "data" / "tables", found["table"], field)
        edit(house / "data" / "tables", found["table"], lambda rows: [row.update({field["name"]: ""}) for row in rows])
    elif found := WRITTEN.fullmatch(sentence):
        (house / found["file"]).write_text(text, encoding="utf-8")
    elif found := CHANGED.fullmatch(sentence):
        replace(house / found["file"], found["anchor"], text.strip())
    elif (found := ADDED.fullmatch(sentence)) and found["anchor"]:
        replace(house / found["file"], f"{found['anchor']}\n", f"{found['anchor']}\n{text}")
    else:
        assert found, sentence
        with (house / found["file"]).open("a", encoding="utf-8") as file:
            file.write(text)


def replace(path: Path, old: str, new: str) -> None:
    """Puts the new text into a file in place of the old, which must stand there once."""
    text = path.read_text(encoding="utf-8")
    assert text.count(old) == 1, f"{old} stands {text.count(old)} times in {path.name}"
    path.write_text(text.replace(old, new), encoding="utf-8")


@pytest.fixture(scope="module")
def seen(tmp_path_factory):
    """What the app shows after all additions."""
    house = tmp_path_factory.mktemp("house")
    for part in PARTS:
        if (ROOT / part).is_dir():
            shutil.copytree(ROOT / part, house / part, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(ROOT / part, house)
    steps = STEP.findall(EXAMPLES)
    assert len(steps) == EXAMPLES.count("```") / 2, "a block of text of which nothing says where it belongs"
    for sentence, text in steps:
        follow(house, sentence, text)
    ran = subprocess.run([sys.executable, "-c", LOOK], cwd=house, capture_output=True, text=True, check=False)
    assert ran.returncode == 0, ran.stderr[-3000:]
    return json.loads(ran.stdout.splitlines()[-1])


def test_an_event_type_is_one_row(seen):
    assert "Cyberattack" in seen["filters"]["Event type"]


def test_a_column_is_one_entry_and_the_column(seen):
    assert re.findall(r'<th scope="col"[^>]*><a [^>]*>(\w+)', seen["table"]) == ["Date", "Weapon"]


def test_a_filter_is_one_line_and_its_two_messages(seen):
    assert "United States towards Venezuela" in seen["filters"]["Direction"]
    assert any("of the direction United States towards Venezuela" in caption for caption in seen["captions"])


def test_a_page_is_one_script_its_word_and_its_two_messages(seen):
    assert seen["heading"] == "Sides"
    assert "Who acted how often?" in seen["questions"]


def test_a_chart_is_two_functions_and_one_line(seen):
    assert seen["pictures"] == ["United States acted most often"]
    assert seen["drawn"] == 1
