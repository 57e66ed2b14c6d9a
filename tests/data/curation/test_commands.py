"""The command line teaches and tells: help for each command, problems in three forms, numbers, and rows by lot."""

import json
import re

import pytest
from typer.testing import CliRunner

from data.__main__ import COMMANDS, app
from data.curation.survey import sample_lines
from tests.edited_tables import edit
from tests.factory import shipped

pytestmark = pytest.mark.slow


@pytest.fixture
def broken(desk):
    edit(desk.folder, "events", lambda rows: rows[0].update(date="so%on"))
    return desk


def check(desk, form):
    return CliRunner().invoke(app, ["check", str(desk.folder), "--format", form])


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_has_help_that_says_what_it_does(name):
    result = CliRunner().invoke(app, [name, "--help"])
    assert result.exit_code == 0
    assert len(result.output.splitlines()) > 6


def test_problems_are_told_as_lines_to_read(broken):
    result = check(broken, "text")
    assert result.exit_code == 1
    assert 'table events, row 2, column date, value "so%on": must be a date' in result.output


def test_problems_are_told_as_json(broken):
    result = check(broken, "json")
    (problem,) = [row for row in json.loads(result.output) if row["column"] == "date"]
    assert (result.exit_code, problem["table"], problem["row"], problem["value"]) == (1, "events", 2, "so%on")
    assert problem["sentence"].startswith("table events, row 2")


def test_problems_are_told_at_the_lines_of_a_pull_request(broken, monkeypatch):
    monkeypatch.chdir(broken.folder.parent)
    result = check(broken, "github")
    assert result.exit_code == 1
    assert "::error file=tables/events.csv,line=2,title=Tables::table events, row 2" in result.output
    assert "so%25on" in result.output


def test_tables_without_a_problem_are_an_empty_list(desk):
    result = check(desk, "json")
    assert (result.exit_code, json.loads(result.output)) == (0, [])


def test_numbers_are_those_of_the_tables(desk):
    output = desk.run("stats").output
    events, claims = shipped()["events"], shipped()["claims"]
    assert f"events: {len(events)} rows" in output
    assert f"statement {int((events.event_type == 'statement').sum())}" in output
    assert f"Claims without a source of their own: {int((claims.source_id == '').sum())} of {len(claims)}." in output


def test_the_same_seed_draws_the_same_rows_with_their_sources(desk):
    first, again, other = (desk.run("sample", "20", "--seed", seed).output for seed in ("7", "7", "8"))
    assert first == again != other
    assert len(re.findall(r"^## ", first, re.MULTILINE)) == 20
    assert re.search(r"^- source: .*https?://", first, re.MULTILINE)
    everything = sample_lines(shipped(), 10**6, 1)
    assert sum(line.startswith("## events,") for line in everything) == len(shipped()["events"])
