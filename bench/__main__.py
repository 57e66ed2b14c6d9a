"""`python -m bench [--runs N]` measures and prints one table. It fails on no figure and writes no file."""

import argparse
from collections.abc import Iterator

from playwright.sync_api import Browser, sync_playwright

from bench.answers import measure_answers
from bench.measured import HEADINGS, Measured, row
from bench.messages import measure_messages
from bench.pictures import measure_pictures
from bench.starts import measure_starts
from tests.browser.chromium import ARGUMENTS, find_chromium
from tests.browser.harness import AppServer


def measure(browser: Browser, runs: int) -> Iterator[Measured]:
    """Every figure; the times are taken `runs` times."""
    yield from measure_answers(runs)
    yield from measure_starts(browser, runs)
    app = AppServer.start()
    try:
        yield from measure_pictures(browser, app, runs)
        yield from measure_messages(browser, app.url)
    finally:
        app.stop()


def main() -> None:
    """Measure as the command line asks and print the table."""
    parser = argparse.ArgumentParser(prog="python -m bench", description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--runs", type=int, default=5, help="how often each time is taken (default 5)")
    arguments = parser.parse_args()
    executable = find_chromium()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=executable, args=list(ARGUMENTS))
        print(row(HEADINGS))
        for figure in measure(browser, arguments.runs):
            print(row(figure.columns()), flush=True)
        browser.close()


if __name__ == "__main__":
    main()
