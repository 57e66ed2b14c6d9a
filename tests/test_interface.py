"""The messages of the interface stand in one table: every key that code asks for is there, and nothing else is."""

import ast
import csv
import re
from functools import cache
from pathlib import Path
from string import Formatter

import pytest

from data.text.messages import FOLDER, interface_messages, say

ROOT = Path(__file__).parent.parent
MODULES = sorted(path for room in ("components", "pages", "data", "routes") for path in (ROOT / room).rglob("*.py"))
TWO_WORDS = re.compile(r"[A-Za-z]{2,},? [A-Za-z]{2,}|[A-Za-z]{2,}[.:] [A-Za-z]")
# Rooms and modules whose sentences readers of the screen see; problems of tables are for those who keep them.
SPEAKING = sorted(path for room in ("components", "pages", "routes") for path in (ROOT / room).rglob("*.py"))
# What trips the pattern here is no sentence: a font, headers and markup.
NO_SENTENCES = {
    "components/documents/docx_file.py",
    "components/html/first_page.py",
    "components/html/whole_page.py",
    "components/look/theme.py",
    "components/pictures/bars.py",
    "components/pictures/letters.py",
    "components/pictures/maps/map_texts.py",
    "routes/page_scripts/hand_over.py",
    "routes/page_scripts/last_visit.py",
    "routes/page_scripts/reconnected.py",
    "routes/page_scripts/live_region.py",
    "routes/responses.py",
    "routes/shipped_page.py",
    "routes/security_headers.py",
}
# Modules of data whose sentences readers of the screen see, all in the table.
DATA_WITH_MESSAGES = {
    "data/detentions/custody_texts.py",
    "data/events/quality.py",
    "data/events/sources.py",
    "data/map/summary.py",
    "data/records/changes.py",
    "data/records/event.py",
    "data/records/event_facts.py",
    "data/records/event_parts.py",
    "data/records/facts.py",
    "data/records/neighbours.py",
    "data/records/person_facts.py",
    "data/records/record_of.py",
    "data/records/shared_parts.py",
    "data/records/ship_facts.py",
    "data/records/source_facts.py",
    "data/records/target_facts.py",
    "data/versions/data_version.py",
}


def is_sentence(text):
    """Whether a constant holds words that readers see; markup holds none."""
    return not text.startswith("<") and bool(TWO_WORDS.search(text))


def tree(path):
    return ast.parse(path.read_text(encoding="utf-8"))


def calls(path):
    """Every call of `say` in a module."""
    found = [node for node in ast.walk(tree(path)) if isinstance(node, ast.Call)]
    return [node for node in found if isinstance(node.func, ast.Name) and node.func.id == "say"]


def spelled(call):
    """The key that a call asks for as a pattern: what is worked out at run time may be anything."""
    key = call.args[0]
    if isinstance(key, ast.JoinedStr):
        parts = (re.escape(part.value) if isinstance(part, ast.Constant) else ".+" for part in key.values)
        return re.compile("".join(parts))
    choices = [key.body, key.orelse] if isinstance(key, ast.IfExp) else [key]
    assert all(isinstance(choice, ast.Constant) for choice in choices), ast.unparse(call)
    return re.compile("|".join(re.escape(choice.value) for choice in choices))


@cache
def say_calls():
    """Every call of `say` in the modules, each with its file."""
    return [(path.relative_to(ROOT), call) for path in MODULES for call in calls(path)]


def places(text):
    return {name.split(".")[0].split("[")[0] for _, name, _, _ in Formatter().parse(text) if name}


def amiss(path, call):
    """What is wrong with a call: no word of the table is meant, or a place in one gets no value or one too many."""
    pattern = spelled(call)
    keys = [key for key in interface_messages() if pattern.fullmatch(key)]
    where = f"{path}:{call.lineno}: {ast.unparse(call.args[0])}"
    given = {keyword.arg for keyword in call.keywords}
    if None in given or not keys:  # None stands for values that are handed on
        return [] if keys else [where]
    return [f"{where}: {key}" for key in keys if places_of(interface_messages()[key]) != given]


def places_of(key):
    """The places of a message, which its values fill."""
    return places(key.text) | places(key.one)


def test_what_code_says_stands_in_the_table_and_every_place_gets_its_value():
    assert [wrong for path, call in say_calls() for wrong in amiss(path, call)] == []


def test_every_word_of_the_table_is_said_somewhere():
    patterns = [spelled(call) for _, call in say_calls()]
    assert [key for key in interface_messages() if not any(pattern.fullmatch(key) for pattern in patterns)] == []


def test_the_table_is_in_order_and_no_word_stands_twice_or_empty():
    with (FOLDER / "en.csv").open(encoding="utf-8", newline="") as opened:
        rows = list(csv.DictReader(opened))
    keys = [row["key"] for row in rows]
    assert keys == sorted(set(keys))
    for row in rows:
        assert re.fullmatch(r"[a-z0-9_]+(\.[a-z0-9_-]+)+", row["key"]), row
        assert row["text"] == row["text"].strip() != "", row
        assert row["one"] == row["one"].strip(), row


def sentences(path):
    """The sentences that a module spells, but for those of its docstrings."""
    nodes = list(ast.walk(tree(path)))
    docs = {
        id(node.body[0].value)
        for node in nodes
        if isinstance(node, ast.Module | ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef)
        and isinstance(node.body[0], ast.Expr)
    }
    strings = [node for node in nodes if isinstance(node, ast.Constant) and isinstance(node.value, str)]
    return [node.value for node in strings if id(node) not in docs and is_sentence(node.value)]


def test_no_sentence_is_spelled_in_code():
    read = {*SPEAKING, *(ROOT / name for name in DATA_WITH_MESSAGES)} - {ROOT / name for name in NO_SENTENCES}
    assert {path.relative_to(ROOT).as_posix(): text for path in sorted(read) if (text := sentences(path))} == {}


def test_one_is_said_for_one():
    assert say("frame.events", count=1) == "1 event"
    assert say("frame.events", count=1250) == "1,250 events"


def test_a_value_is_put_in_as_it_is():
    assert say("frame.share", shown=3, events="{count} **b**") == "3 of {count} **b**"


def test_a_word_that_is_not_there_is_an_error():
    with pytest.raises(KeyError):
        say("no.such")
