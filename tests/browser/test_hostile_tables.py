"""What a table may hold cannot run, and a broken table stops the app with every problem named."""

import csv
from pathlib import Path

import pytest

from components.frame import PAGES

HOSTILE = (
    "<img src=x onerror=window.hacked=1> <script>window.hacked=1</script> "
    "[click](javascript:window.hacked=1) **bold** :red[red] $x^2$ # head"
)


def spoil(file: Path, columns: tuple[str, ...], rows: int) -> None:
    """Write markup into text columns of the last rows of a table."""
    with file.open(encoding="utf-8", newline="") as opened:
        records = list(csv.DictReader(opened))
    for record in records[-rows:]:
        record.update(dict.fromkeys(columns, HOSTILE if "title" not in columns else HOSTILE[:88]))
    with file.open("w", encoding="utf-8", newline="") as opened:
        writer = csv.DictWriter(opened, list(records[0]), lineterminator="\n")
        writer.writeheader()
        writer.writerows(records)


@pytest.fixture
def hostile_server(copy_of_app, cold_server):
    data = copy_of_app / "data"
    spoil(data / "events.csv", ("title",), 40)
    spoil(data / "events.csv", ("summary", "place", "actor", "target", "note", "geo_note"), 40)
    spoil(data / "claims.csv", ("claimant",), 400)
    spoil(data / "sources.csv", ("title",), 1000)
    spoil(data / "detainees.csv", ("name", "alleged_grounds", "notes", "held_at"), 5)
    spoil(data / "sanctions_targets.csv", ("display_name", "role", "notes"), 5)
    spoil(data / "phases.csv", ("label",), 3)
    spoil(data / "event_types.csv", ("label",), 3)
    return cold_server(root=copy_of_app)


def test_markup_in_any_cell_is_shown_as_text_and_never_runs(hostile_server, open_page, copy_of_app):
    with (copy_of_app / "data" / "events.csv").open(encoding="utf-8", newline="") as opened:
        last = list(csv.DictReader(opened))[-1]["event_id"]
    for page in PAGES:
        opened = open_page(f"/{page.slug}?event={last}", server=hostile_server)
        assert opened.page.evaluate("window.hacked") is None
        assert opened.page.locator("img[src='x'], a[href^='javascript:'], script:text('hacked')").count() == 0
        assert opened.page_errors == []
        assert opened.external() == []
        if opened.page.locator(".st-key-event_record").count():
            assert "<script>" in opened.page.locator(".st-key-event_record").inner_text()
        opened.close()


def test_a_broken_table_names_every_problem_and_shows_no_number(copy_of_app, cold_server, open_page):
    data = copy_of_app / "data"
    text = (data / "events.csv").read_text(encoding="utf-8")
    (data / "events.csv").write_text(text.replace(",official,", ",sure,", 1), encoding="utf-8")
    (data / "phases.csv").unlink()
    (data / "families.csv").write_bytes(b"\xff\xfe")
    opened = open_page("/", server=cold_server(root=copy_of_app))
    shown = opened.page.get_by_role("main").inner_text()
    assert "3 problems" in shown
    for part in ("table events", "column verification", '"sure"', "phases.csv is missing", "must be UTF-8"):
        assert part in shown
    assert opened.page.locator("[data-testid='stMetric']").count() == 0


def test_a_table_that_is_mended_is_read_again_without_a_restart(copy_of_app, cold_server, open_page):
    sides = copy_of_app / "data" / "sides.csv"
    whole = sides.read_bytes()
    sides.write_bytes(b"")
    server = cold_server(root=copy_of_app)
    opened = open_page("/", server=server)
    assert "sides.csv is empty" in opened.page.get_by_role("main").inner_text()
    sides.write_bytes(whole)
    opened.goto("/")
    opened.page.locator("[data-testid='stMetric']").first.wait_for()
