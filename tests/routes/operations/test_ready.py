"""Whoever runs the site is told which tables are shown and, within bounds, what is wrong with the files."""

import json
from dataclasses import replace
from datetime import UTC, datetime

from data.package.problems import Problem
from data.versions.store import STORE
from routes.operations.ready import MOST_LINES, readiness
from tests.factory import shipped


def test_good_tables_are_current_and_the_answer_is_never_kept(client):
    answer = client.get("/readyz")
    assert answer.json() == {
        "status": "ok",
        "tables": "current",
        "release": shipped().release,
        "problem_count": 0,
        "problems": [],
    }
    assert (answer.status_code, answer.headers["cache-control"]) == (200, "no-store")


def answer_on(*problems):
    """What is told of good tables that were broken so."""
    version = replace(STORE.state().version_state, broken=problems, stood=datetime(2026, 11, 24, 14, 5, tzinfo=UTC))
    state = replace(STORE.state(), version_state=version, problems=problems)
    assert readiness(replace(state, shown=None)).status == 503
    return json.loads(readiness(state).body)


def test_many_problems_of_one_cause_are_one_line_that_hides_no_other_and_all_are_counted():
    many = [Problem("claims", "must be a day", row, "date", str(row)) for row in range(2, 1002)]
    text = answer_on(*many, Problem("events", "must be a day", row=2))
    assert (text["tables"], text["problem_count"]) == ("last good since 2026-11-24T14:05:00Z", 1001)
    assert [line.partition(" (")[0] for line in text["problems"]] == [
        "1,000 rows of table claims",
        "table events, row 2: must be a day",
    ]


def test_of_many_causes_the_first_are_listed():
    text = answer_on(*(Problem("events", f"rule {number:03}", row=2) for number in range(200)))
    assert (text["problem_count"], len(text["problems"])) == (200, MOST_LINES)
    assert text["problems"][0] == "table events, row 2: rule 000"


def test_a_process_that_answers_is_alive_whatever_it_shows(client, monkeypatch):
    monkeypatch.setattr(STORE, "state", lambda: 1 / 0)
    answer = client.get("/healthz")
    assert (answer.status_code, answer.text, answer.headers["cache-control"]) == (200, "ok\n", "no-store")
