"""Addresses of the framework that readers have no business at."""

import pytest

from tests.security.readers import status

METRICS = [
    "/_stcore/metrics",
    "/_stcore/metrics/",
    "/_stcore/metrics?families=cache_memory_bytes",
    "/_stcore/%6detrics",
    "/%5Fstcore%2Fmetrics",
    "/_stcore//metrics",
    "/_stcore/metrics%0A",
    "/_stcore/metrics/x",
]


@pytest.mark.parametrize("method", ["GET", "HEAD", "OPTIONS", "POST"])
@pytest.mark.parametrize("path", METRICS)
def test_figures_of_the_process_are_no_readers(app_server, path, method):
    assert status(app_server.url, path, method) == 404


def test_nothing_can_be_left_in_the_memory_of_an_app_that_takes_no_uploads(app_server):
    for method in ("PUT", "DELETE", "OPTIONS"):
        assert status(app_server.url, "/_stcore/upload_file/session/file", method) == 404


def test_below_another_path_they_are_closed_too(cold_server):
    url = cold_server("--server.baseUrlPath", "watch", health="/watch/_stcore/health").url
    assert [status(url, f"/watch{path}") for path in METRICS] == [404] * len(METRICS)
    assert status(url, "/watch/_stcore/host-config") == 200
