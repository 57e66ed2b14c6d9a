"""The workflow for pull requests runs commands that are there and may write nothing it need not; the forms for issues
are well-formed and speak the words of the tables."""

import re
from pathlib import Path

import pytest
import yaml
from typer.testing import CliRunner

from data.__main__ import COMMANDS, app
from tests.factory import shipped

ROOT = Path(__file__).parents[3]
WORKFLOW = yaml.safe_load((ROOT / ".github" / "workflows" / "pull-request.yml").read_text(encoding="utf-8"))
FORMS = sorted((ROOT / ".github" / "ISSUE_TEMPLATE").glob("*.yml"))
STEPS = [step for job in WORKFLOW["jobs"].values() for step in job["steps"]]
RUNS = "\n".join(step["run"] for step in STEPS if "run" in step)
# What the version of YAML that GitHub does not use makes of the key "on".
ON = True
KINDS = {"markdown", "input", "textarea", "dropdown", "checkboxes"}


def form(path):
    return yaml.safe_load(path.read_text(encoding="utf-8"))


def test_it_runs_for_pull_requests_and_for_nothing_that_lends_its_rights_to_strangers():
    assert [*WORKFLOW[ON]] == ["pull_request"]


def test_only_the_job_that_runs_no_code_of_the_branch_may_write():
    assert WORKFLOW["permissions"] == {"contents": "read"}
    writing = {name: job for name, job in WORKFLOW["jobs"].items() if "permissions" in job}
    assert {name: job["permissions"] for name, job in writing.items()} == {"comment": {"pull-requests": "write"}}
    assert not [step for step in writing["comment"]["steps"] if "checkout" in step.get("uses", "")]
    assert "head.repo.full_name == github.repository" in writing["comment"]["if"]


def test_no_text_of_a_branch_stands_in_a_command():
    assert "${{" not in RUNS


def test_every_command_of_curators_that_it_runs_is_there_with_its_options():
    commands = re.findall(r"\.venv/bin/python -m data (\w+)([^\n>]*)", RUNS)
    assert [name for name, _ in commands] == ["check", "diff"]
    for name, words in commands:
        assert name in COMMANDS
        taught = CliRunner().invoke(app, [name, "--help"]).output
        assert [option for option in re.findall(r"--[a-z-]+", words) if option not in taught] == []
    assert "--format github" in RUNS
    assert "github" in CliRunner().invoke(app, ["check", "--help"]).output


def test_every_target_that_it_makes_is_there():
    made = re.findall(r"\bmake (\S+)", RUNS)
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8").replace("$(VENV)", ".venv")
    variables = dict(re.findall(r"^([A-Z_]+) := (\S+)$", makefile, re.MULTILINE))
    targets = {
        variables.get(name.strip("$()"), name) for name in re.findall(r"^([\w$()/.-]+):", makefile, re.MULTILINE)
    }
    assert set(made) == {".venv/.requirements-dev", "check"}
    assert [target for target in made if target not in targets] == []


def test_the_rows_are_checked_before_their_difference_is_told():
    steps = [step.get("run", "") for step in WORKFLOW["jobs"]["data"]["steps"]]
    (check,) = [place for place, run in enumerate(steps) if "data check" in run]
    (diff,) = [place for place, run in enumerate(steps) if "data diff" in run]
    assert check < diff
    assert not any("continue-on-error" in step for step in STEPS)
    assert WORKFLOW["jobs"]["comment"]["needs"] == "data"


def test_there_is_a_form_for_an_error_and_one_for_an_event():
    assert [form(path)["name"] for path in FORMS] == ["Report an error", "Suggest an event"]


@pytest.mark.parametrize("path", FORMS, ids=lambda path: path.stem)
def test_a_form_is_well_formed(path):
    whole = form(path)
    assert {"name", "description", "body"} <= {*whole} <= {"name", "description", "title", "labels", "body"}
    fields = [part for part in whole["body"] if part["type"] != "markdown"]
    ids = [part["id"] for part in fields]
    assert len({*ids}) == len(ids)
    for part in whole["body"]:
        assert part["type"] in KINDS
        assert part["attributes"]["value" if part["type"] == "markdown" else "label"].strip()
        assert {*part} <= {"type", "id", "attributes", "validations"}
    for part in fields:
        options = part["attributes"].get("options", [])
        assert bool(options) == (part["type"] in ("dropdown", "checkboxes"))
        texts = [option["label"] if part["type"] == "checkboxes" else option for option in options]
        assert all(isinstance(text, str) for text in texts)
        assert len({*texts}) == len(texts)
        assert part.get("validations", {"required": True})["required"] is True


@pytest.mark.parametrize("path", FORMS, ids=lambda path: path.stem)
def test_a_form_asks_for_a_source_and_warns_that_it_is_public(path):
    fields = {part["id"]: part for part in form(path)["body"] if "id" in part}
    assert fields["sources"]["validations"]["required"] is True
    first = form(path)["body"][0]
    assert first["type"] == "markdown"
    assert "public" in first["attributes"]["value"]


def test_the_kinds_of_events_in_the_form_are_those_of_the_tables():
    (kinds,) = [part for part in form(FORMS[1])["body"] if part.get("id") == "type"]
    assert kinds["attributes"]["options"] == list(shipped()["event_types"].label)
