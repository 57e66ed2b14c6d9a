"""The time that a request may take to come, as operators set it."""

import pytest

from routes.connections.slow_sockets import DEFAULT, SecondsError, request_seconds


def test_a_request_may_take_as_long_as_the_operator_says_and_else_half_a_minute(monkeypatch):
    monkeypatch.delenv("REQUEST_SECONDS", raising=False)
    assert request_seconds() == DEFAULT == 30
    monkeypatch.setenv("REQUEST_SECONDS", "5")
    assert request_seconds() == 5


@pytest.mark.parametrize("seconds", ["", "abc", "nan", "inf", "0", "-1", "1e3", "1.5", "10000"])
def test_what_is_no_number_of_seconds_stops_the_start_with_a_sentence(monkeypatch, seconds):
    monkeypatch.setenv("REQUEST_SECONDS", seconds)
    with pytest.raises(SecondsError, match=r"REQUEST_SECONDS is .*from 1 to 9999"):
        request_seconds()
