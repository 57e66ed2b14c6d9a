"""`python -m bench [--quick]` measures and prints one table. The whole run also writes bench/results.json and the table
in README. No figure fails it."""

import argparse
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

from bench import answers, load
from bench.clicks import APP, BARE, DASH, METRICS, Side, measure_section
from bench.load import Crowd, measure_memory, measure_readers
from bench.many_events import app_with_events
from bench.measured import HEADINGS, Measured, as_json, conditions, row, write
from bench.replicas import measure_replicas
from bench.servers import DASH_PYTHON, served
from bench.starts import measure_first_html, measure_visits, started
from bench.views import Place, places, timeline
from tests.browser.chromium import ARGUMENTS, find_chromium
from tests.browser.harness import AppServer


@dataclass(frozen=True)
class Run:
    """How much is measured: with how many events (0: as the tables ship), which places, how many clicks, how many
    readers, how many requests, if any; what stands beside the timeline."""

    sizes: tuple[int, ...]
    places: tuple[Place, ...]
    clicks: int
    crowd: Crowd
    answers: answers.Size | None
    beside: tuple[str, ...] = ("dash", "dash stored", "metrics")


def whole() -> Run:
    """All of it: some forty minutes."""
    return Run((430, 10_000, 100_000), tuple(places()), 4, load.WHOLE, answers.WHOLE)


def quick() -> Run:
    """A minute: one picture, few readers, the tables as they ship."""
    return Run((430,), (timeline(),), 2, load.QUICK, None, beside=("dash", "metrics"))


def measure(browser: Browser, run: Run) -> Iterator[tuple[int, Measured]]:
    """Every figure with the number of events of its tables."""
    for events in run.sizes:
        with tempfile.TemporaryDirectory() as folder:
            root = app_with_events(Path(folder) / "app", events)
            for measured in _measure_size(browser, run, root, first=events == run.sizes[0]):
                yield events, measured


def _measure_size(browser: Browser, run: Run, root: Path, first: bool) -> Iterator[Measured]:
    app, seconds = started(root)
    with ExitStack() as running:
        running.callback(app.stop)
        yield Measured("start to healthy", (seconds,), "s", "under 15")
        yield from measure_first_html(app.url, 40)
        yield from measure_visits(browser, "app", app.url + timeline().address, run.clicks)
        bare = running.enter_context(served("bare", root))
        yield from measure_visits(browser, "bare", bare.url + BARE.address(timeline()), run.clicks)
        yield from _measure_beside(browser, run, root, (app, bare))
        # Beside their twins sections are measured with the tables as they ship.
        sides = [(APP, app), (BARE, bare)] if first else [(APP, app)]
        for place in [place for place in run.places if place != timeline()]:
            yield from measure_section(browser, sides, place, run.clicks if first else 2)
        yield from measure_memory(app, run.crowd)
        if first:
            yield from measure_readers(app, bare, run.crowd)
    if first:
        yield from measure_replicas(run.crowd)
    if first and run.answers:
        yield from answers.measure_answers(1, run.answers)


def _measure_beside(browser: Browser, run: Run, root: Path, own: Sequence[AppServer]) -> Iterator[Measured]:
    """The timeline on every side, whose servers run at the same time."""
    with ExitStack() as running:
        sides = {"dash": DASH, "metrics": METRICS, "dash stored": Side("dash stored", DASH.address, DASH.control)}
        beside = [(sides[name], running.enter_context(served(name, root))) for name in run.beside]
        yield from measure_section(browser, [(APP, own[0]), (BARE, own[1]), *beside], timeline(), run.clicks)


def main() -> None:
    """Measure as the command line asks and print the table."""
    parser = argparse.ArgumentParser(prog="python -m bench", description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--quick", action="store_true", help="one picture and few readers; nothing is written")
    chosen = parser.parse_args()
    run, before, found = quick() if chosen.quick else whole(), conditions(), dict[int, list[Measured]]()
    assert DASH_PYTHON.exists(), "`make bench` installs what is measured beside the app"
    executable = find_chromium()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=executable, args=list(ARGUMENTS))
        print(row(HEADINGS))
        for events, measured in measure(browser, run):
            if found and events not in found and not chosen.quick:
                # What is measured stays measured, should a later size fail.
                write(as_json(before, found))
            found.setdefault(events, []).append(measured)
            print(row((f"{events:,}: {measured.title}", *measured.columns()[1:])), flush=True)
        browser.close()
    if not chosen.quick:
        write(as_json(before, found))


if __name__ == "__main__":
    main()
