"""The whole of the bench in little: every figure that needs a browser or a server is measured once."""

from dataclasses import replace

from bench.__main__ import Run, measure
from bench.answers import measured_load
from bench.load import QUICK
from bench.views import places, timeline

NAMES = (
    *("start to healthy", "first HTML, first time", "first HTML, p95"),
    *("Timeline, app: navigation to first paint", "Timeline, bare: navigation to picture"),
    *("Timeline, app: layout shift", "2 processes / 1: runs, client and nginx taken off"),
    *("memory of the app", "memory of a reader", "memory left by 3 readers"),
    *("2 readers, app: wait, p95", "2 readers, app / bare: wait, p95", "bare: reruns at saturation"),
)


def test_a_run_in_little_measures_every_figure(browser):
    events = next(place for place in places() if place.path == "events")
    crowd = replace(QUICK, readers=2, pause=0.5, seconds=2, restless=2, restless_seconds=1, guests=3)
    run = Run((500,), (timeline(), events), 1, crowd, None, beside=("metrics",))
    found = dict(measure_by_name(browser, run))
    assert {*NAMES} <= {*found}
    for title in (f"{timeline().title}, app", f"{timeline().title}, metrics", f"{events.title}, bare"):
        for what in ("click to painted", "sent"):
            assert found[f"{title}: {what}"] > 0, title
    assert found[f"{events.title}, app: sent, compressed"] < found[f"{events.title}, app: sent"]


def measure_by_name(browser, run):
    for events, measured in measure(browser, run):
        assert events == 500
        yield measured.title, measured.values[0]


def test_answers_are_measured_while_a_browser_is_open(browser, app_server):
    rate, waits = measured_load(app_server.url, ["/_stcore/health"] * 4)
    assert browser.is_connected()
    assert rate > 0
    assert len(waits) == 4
