"""Whoever runs the site is told which tables are shown and, within bounds, what is wrong with the files."""

import json
from dataclasses import replace
from datetime import UTC, datetime

from data.package.problems import Problem
from data.versions.store import STORE
from routes.ready import MOST_PROBLEMS, readiness


def test_good_tables_are_current_and_the_answer_is_never_kept(client):
    answer = client.get("/readyz")
    assert answer.json() == {"status": "ok", "tables": "current", "problem_count": 0, "problems": []}
    assert (answer.status_code, answer.headers["cache-control"]) == (200, "no-store")


def test_of_many_problems_the_first_are_listed_and_all_are_counted():
    problems = tuple(Problem("events", "must be a day", row=row) for row in range(2, 1002))
    standing = replace(STORE.state().standing, broken=problems, stood=datetime(2026, 11, 24, 14, 5, tzinfo=UTC))
    state = replace(STORE.state(), standing=standing, problems=problems)
    told = json.loads(readiness(state).body)
    assert (told["tables"], told["problem_count"]) == ("last good since 2026-11-24T14:05:00Z", 1000)
    assert len(told["problems"]) == MOST_PROBLEMS
    assert told["problems"][0] == "table events, row 2: must be a day"
    assert readiness(replace(state, shown=None)).status == 503
