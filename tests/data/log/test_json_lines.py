"""Each line of the log is one JSON object on standard error, written once, and no more often than it may be."""

import json
import logging
import sys
from datetime import datetime

import pytest

from data.log.failures import page_failure_logged
from data.log.json_lines import log_line
from data.log.once_a_second import OnceASecond, log_bounded


def test_a_line_says_when_how_grave_what_where_and_how_long(logged):
    log_line("page_failed", logging.ERROR, page="timeline", ms=12.5, error="KeyError")
    (line,) = logged()
    assert datetime.fromisoformat(line.pop("time")).utcoffset().total_seconds() == 0
    assert line == {"level": "error", "event": "page_failed", "page": "timeline", "ms": 12.5, "error": "KeyError"}


def test_no_text_breaks_a_line(capsys):
    log_line("tables_read", logging.WARNING, problem="a\n{}\u2028\x1b[2J\udcff")
    err = capsys.readouterr().err
    assert err.isascii()
    assert len(err.splitlines()) == 1
    assert json.loads(err)["problem"] == "a\n{}\u2028\x1b[2J\udcff"


def test_a_line_is_written_once_where_all_that_is_logged_is_written_too(capsys, monkeypatch):
    monkeypatch.setattr(logging.getLogger(), "handlers", [logging.StreamHandler(sys.stderr)])
    log_line("tables_read", logging.INFO)
    assert len(capsys.readouterr().err.splitlines()) == 1


def test_a_closed_standard_error_fails_nobody(monkeypatch, tmp_path):
    closed = (tmp_path / "closed").open("w")
    closed.close()
    monkeypatch.setattr("sys.stderr", closed)
    monkeypatch.setattr(logging, "raiseExceptions", False)
    log_line("tables_read", logging.INFO)


def test_an_exception_is_logged_by_type_and_place_without_its_message_and_goes_on(logged):
    with pytest.raises(ValueError, match="secret"), page_failure_logged("map"):
        # Raised within ours: a place in the tests is none.
        OnceASecond(clock=lambda: int("secret")).left_out("any")
    (line,) = logged()
    assert (line["event"], line["page"], line["error"]) == ("page_failed", "map", "ValueError")
    assert line["place"].startswith("data/log/once_a_second.py:")
    assert "secret" not in json.dumps(line)


def test_an_event_is_logged_once_a_second_with_the_count_of_those_left_out():
    now = 0.0
    seldom = OnceASecond(clock=lambda: now)
    assert [seldom.left_out("refused") for _ in range(4)] == [0, None, None, None]
    assert seldom.left_out("failed") == 0
    now = 1.0
    assert seldom.left_out("refused") == 3
    assert seldom.left_out("refused") is None
    now = 2.5
    assert seldom.left_out("refused") == 1


def test_a_flood_of_refusals_leaves_few_lines(logged):
    for _ in range(1000):
        log_bounded("answer_refused", logging.WARNING)
    assert len(logged()) < 10
