"""What monitoring reads of a process, in the form of Prometheus, on a port of its own that no reader reaches."""

import os
import re
from collections.abc import Iterator

from prometheus_client import REGISTRY, start_http_server
from prometheus_client.core import CounterMetricFamily, GaugeMetricFamily, Metric
from prometheus_client.registry import Collector

from data.log.tallies import ANSWERS_SENT, PAGE_RUNS
from data.text.messages import say
from routes.documents.answers import WORKER
from routes.endpoints import RESPONSES
from routes.index_html import ANSWERS

# The variable that names the port, alone (then this machine alone reaches it) or behind the address to listen at.
METRICS_AT = "METRICS_AT"
ADDRESS = re.compile(r"(?:(?P<host>[^:\s]+|\[[0-9a-fA-F:]+\]):)?(?P<port>[1-9][0-9]{0,4})")
HERE, MOST_PORTS = "127.0.0.1", 65_535


class MetricsAddressError(ValueError):
    """The operator named no address; the text says what it must be."""


class AppMetrics(Collector):
    """The figures of the app; those of the process (memory, seconds of the processor, open files) stand beside them."""

    def collect(self) -> Iterator[Metric]:
        """The figures as they are now."""
        runs = CounterMetricFamily("page_runs", say("metrics.page_runs"), labels=("page", "failed"))
        seconds = CounterMetricFamily("page_run_seconds", say("metrics.page_run_seconds"), labels=("page", "failed"))
        for (page, has_failed), run in PAGE_RUNS.totals.items():
            runs.add_metric((page, str(has_failed).lower()), run.count)
            seconds.add_metric((page, str(has_failed).lower()), run.seconds)
        answers = CounterMetricFamily("answers", say("metrics.answers"), labels=("kind", "status"))
        taken = CounterMetricFamily("answer_seconds", say("metrics.answer_seconds"), labels=("kind", "status"))
        for (kind, status), sent in ANSWERS_SENT.totals.items():
            answers.add_metric((kind, str(status)), sent.count)
            taken.add_metric((kind, str(status)), sent.seconds)
        stored = GaugeMetricFamily("stored_bytes", say("metrics.stored_bytes"), labels=("of",))
        stored.add_metric(("responses",), RESPONSES.size)
        stored.add_metric(("first_html",), ANSWERS.size)
        waiting = GaugeMetricFamily("documents_waiting", say("metrics.documents_waiting"), value=WORKER.waiting)
        yield from (runs, seconds, answers, taken, stored, waiting)


def metrics_address() -> tuple[str, int] | None:
    """The host and the port that the operator named; None without. Raises MetricsAddressError for what is none."""
    text = os.environ.get(METRICS_AT, "")
    if not text:
        return None
    found = ADDRESS.fullmatch(text)
    if not found or int(found["port"]) > MOST_PORTS:
        raise MetricsAddressError(say("metrics.address", name=METRICS_AT, value=text[:80]))
    return (found["host"] or HERE).strip("[]"), int(found["port"])


def serve_metrics() -> None:
    """Answer monitoring at the address that the operator named, if any. Raises MetricsAddressError for what is none,
    and where somebody else listens there."""
    address = metrics_address()
    if address is None:
        return
    host, port = address
    try:
        start_http_server(port, host)
    except OSError as error:
        raise MetricsAddressError(say("metrics.taken", name=METRICS_AT, value=f"{host}:{port}")) from error
    REGISTRY.register(AppMetrics())
