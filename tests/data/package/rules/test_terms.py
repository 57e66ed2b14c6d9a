"""Each rule of terms names a licence or measure whose last day fits neither its beginning nor its status."""

import inspect

import pytest

from data.package.rules import terms
from data.package.rules.registry import check_rules
from data.package.rules.terms import TERM_RULES
from tests.factory import make_events, make_rows, shipped

IN_FORCE = {"issued_on": "2026-01-01", "status": "in force", "status_on": "2026-09-28"}
ACTION = "2025-09-02-0"


def broken(row: dict[str, str]) -> list[str | None]:
    """The column of each problem that the rules find in one licence."""
    return [problem.column for problem in check_rules({"licences": make_rows("licences", [row])})]


@pytest.mark.parametrize(
    ("row", "columns"),
    [
        ({"runs_to": "2026-11-05"}, []),
        ({"runs_to": "2026-09-28"}, []),
        ({"runs_to": "2025-12-31"}, ["runs_to", "status"]),
        ({"runs_to": "2026-09-27"}, ["status"]),
        ({"runs_to": "2026-11-05", "replaced_by_or_expires": "2026-11-06"}, ["runs_to"]),
        ({"replaced_by_or_expires": "2026-11-06"}, ["runs_to"]),
        ({"runs_to": "2026-11-05", "status": "expired"}, ["status"]),
        ({"runs_to": "2026-05-05", "status": "expired"}, []),
        ({"runs_to": "2026-05-05", "status": "replaced"}, []),
        ({"status_on": "2025-12-31"}, ["status_on"]),
    ],
)
def test_a_last_day_that_fits_neither_issue_nor_expiry_nor_status_is_named(row, columns):
    assert broken({**IN_FORCE, **row}) == columns


@pytest.mark.parametrize(("last", "found"), [("2025-09-01", [0]), ("2025-09-02", []), (None, [])])
def test_a_measure_that_ends_before_its_event_is_named(last, found):
    actions = make_rows("sanctions_actions", [{"event_id": ACTION, "runs_to": last}])
    frames = {"sanctions_actions": actions, "events": make_events({"event_id": ACTION})}
    assert [problem.row for problem in check_rules(frames) if problem.column == "runs_to"] == found


def test_every_rule_of_the_module_is_applied_and_silent_on_the_tables_that_ship():
    public = {
        function
        for name, function in inspect.getmembers(terms, inspect.isfunction)
        if function.__module__ == terms.__name__ and not name.startswith("_")
    }
    assert {rule for _, rule in TERM_RULES} == public
    assert [problem for _, rule in TERM_RULES for problem in rule(shipped().frames)] == []
