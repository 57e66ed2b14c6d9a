"""Monitoring reads what a process has done on a port of its own; an address that is none stops the start."""

import urllib.request

import pytest
from prometheus_client import CollectorRegistry, generate_latest, start_http_server

from data.log.failures import page_failure_logged
from routes.operations.metrics import METRICS_AT, AppMetrics, MetricsAddressError, metrics_address, serve_metrics


def read_figures():
    registry = CollectorRegistry()
    registry.register(AppMetrics())
    lines = generate_latest(registry).decode().splitlines()
    return {
        name: float(value) for name, _, value in (line.rpartition(" ") for line in lines if not line.startswith("#"))
    }


def close(server, thread):
    server.shutdown()
    server.server_close()
    thread.join()


def test_runs_of_pages_are_counted_with_those_that_fail():
    before = read_figures()
    with page_failure_logged("timeline"):
        pass
    with pytest.raises(ZeroDivisionError), page_failure_logged("timeline"):
        raise ZeroDivisionError
    after = read_figures()
    for failed in ("true", "false"):
        name = f'page_runs_total{{failed="{failed}",page="timeline"}}'
        assert after[name] == before.get(name, 0) + 1
    assert after['page_run_seconds_total{failed="false",page="timeline"}'] >= 0


def test_answers_are_counted_by_status(client):
    before = read_figures()
    client.get("/api/events.json?type=bogus")
    client.get("/healthz")
    after = read_figures()
    for status in (200, 400):
        name = f'answers_total{{kind="http",status="{status}"}}'
        assert after[name] == before.get(name, 0) + 1
    assert after['stored_bytes{of="responses"}'] >= 0
    assert after["documents_waiting"] == 0


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("", None),
        ("9100", ("127.0.0.1", 9100)),
        ("0.0.0.0:9100", ("0.0.0.0", 9100)),
        ("[::1]:9100", ("::1", 9100)),
        ("monitor.example:65535", ("monitor.example", 65535)),
    ],
)
def test_an_operator_names_a_port_or_an_address(monkeypatch, text, address):
    monkeypatch.setenv(METRICS_AT, text)
    assert metrics_address() == address


@pytest.mark.parametrize("text", ["0", "65536", "port", "1.2.3.4", "a b:9100", ":9100", "9100\n"])
def test_what_is_no_address_is_refused_with_its_name(monkeypatch, text):
    monkeypatch.setenv(METRICS_AT, text)
    with pytest.raises(MetricsAddressError, match=METRICS_AT):
        metrics_address()


def test_without_an_address_nothing_listens(monkeypatch):
    monkeypatch.delenv(METRICS_AT, raising=False)
    assert serve_metrics() is None


def test_where_somebody_else_listens_the_start_says_so(monkeypatch):
    server, thread = start_http_server(0, "127.0.0.1", CollectorRegistry())
    monkeypatch.setenv(METRICS_AT, str(server.server_port))
    with pytest.raises(MetricsAddressError, match=str(server.server_port)):
        serve_metrics()
    close(server, thread)


def test_the_figures_are_read_over_http():
    registry = CollectorRegistry()
    registry.register(AppMetrics())
    server, thread = start_http_server(0, "127.0.0.1", registry)
    with urllib.request.urlopen(f"http://127.0.0.1:{server.server_port}/metrics", timeout=10) as answer:
        assert b"documents_waiting" in answer.read()
    close(server, thread)
