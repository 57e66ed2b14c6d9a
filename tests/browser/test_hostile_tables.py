"""What a table may hold cannot run; broken tables in whose place nothing can be shown are named, every problem."""

from collections.abc import Iterator
from functools import partial
from pathlib import Path

from components.view.view import PAGES
from data.package.descriptor import Column, Descriptor, Table, read_descriptor
from data.package.package import load_package
from data.view.sections import section_names
from tests.browser.harness import new_page, without_releases
from tests.edited_tables import Rows, edit

HOSTILE = (
    " **b** $x^2$ <img src=x onerror=window.hacked=1><script>window.hacked=1</script>"
    "[click](javascript:window.hacked=1) :red[red] # head"
)
# All that the walk looks for in one go: the pages are long, and each look from outside reads them anew.
SEEN = """title => {
    const main = document.querySelector("[data-testid='stMain']");
    const record = document.querySelector(".st-key-event_record");
    const bold = [...document.querySelectorAll("strong")].filter(one => one.textContent.trim() === "b");
    const scripts = [...document.scripts].filter(one => one.textContent.includes("hacked"));
    const others = document.querySelectorAll("img[src='x'], a[href^='javascript:'], .katex");
    return {
        heading: document.querySelector("h1").innerText,
        text: main.innerText,
        body: document.body.innerText,
        hacked: window.hacked === undefined ? null : window.hacked,
        markup: [...bold, ...scripts, ...others].map(one => one.outerHTML),
        record: record && record.innerText,
        named: record && [...record.closest("[role='dialog']").querySelectorAll("h2, h3")]
            .some(one => one.innerText.trim() === title),
        dialogs: document.querySelectorAll("[role='dialog']").length,
    };
}"""
# The pages that are about something else than the view: no record opens over the brief.
WITHOUT_RECORD = {"brief"}
# What rules bind to other rows, though no single reference can say it.
RULED = {
    "claims": {"claimant"},
    "claimants": {"claimant"},
    "sanctions_relations": {"from_target_id_or_name", "to_name"},
    "ties_places": {"node"},
    "map_layers": {"verification", "whole", "event_types"},
    "corrections": {"table", "row", "column"},
}


# Columns that are filled in some rows only.
WHERE_GIVEN = ("release_context",)


def free_texts(descriptor: Descriptor) -> Iterator[tuple[Table, Column]]:
    """The columns in which a curator may write anything: no vocabulary, no pattern, no name of another row."""
    columns = [(table, column) for table in descriptor.tables for column in table.columns]
    pointed_at = {column.reference for _, column in columns if column.reference}
    for table, column in columns:
        has_name = any((to.table, to.column) == (table.name, column.name) for to in pointed_at)
        bound = column.reference or column.labels or {"enum", "pattern"} & column.constraints.keys()
        bound = bound or column.name in RULED.get(table.name, ())
        if column.kind in ("string", "list") and not bound and not has_name:
            yield table, column


def keep_corrections_of_events(folder: Path) -> None:
    """Leave the corrections of rows whose key is an id: keys that are made of free texts are about to change."""
    edit(folder, "corrections", lambda rows: rows.__setitem__(slice(None), [r for r in rows if r["table"] == "events"]))


def spoil(folder: Path) -> list[str]:
    """Write markup into every free text of every row, as much of it as the column may hold; the columns so spoiled."""
    keep_corrections_of_events(folder)
    spoiled: dict[str, list[Column]] = {}
    for table, column in free_texts(read_descriptor(folder)):
        spoiled.setdefault(table.name, []).append(column)

    def spoil_rows(rows: Rows, columns: list[Column]) -> None:
        for number, row in enumerate(rows):
            row.update({column.name: hostile(column, number) for column in columns if may_hold(row, column)})

    for name, columns in spoiled.items():
        edit(folder, name, partial(spoil_rows, columns=columns))
    return [f"{name}.{column.name}" for name, columns in spoiled.items() for column in columns]


def may_hold(row: dict[str, str], column: Column) -> bool:
    """Whether the rules let the cell hold a text: some are empty where another cell says so."""
    return bool(row[column.name]) or column.name not in WHERE_GIVEN


def hostile(column: Column, number: int) -> str:
    """Markup that the column may hold and no other row has."""
    return f"{number}{HOSTILE}"[: column.constraints.get("maxLength")].rstrip()


def test_markup_in_any_free_text_of_any_table_is_shown_as_text_and_never_runs(copy_of_app, cold_server, browser):
    spoiled = spoil(without_releases(copy_of_app) / "data" / "tables")
    assert {"events.title", "claims.value", "sources.title", "event_types.label", "ships.former_names"} <= set(spoiled)
    event = load_package(copy_of_app / "data" / "tables")["events"].iloc[-1]
    # One page for all: what a browser has read once it keeps. Maps hold no text of a table as HTML and are not drawn.
    opened = new_page(browser, cold_server(root=copy_of_app).url, maps=False)
    parts = [(page, section) for page in PAGES for section in section_names(page.slug) or ("",)]
    for page, section in parts:
        opened.goto(f"/{page.slug}?section={section}&event={event.event_id}")
        opened.wait_until_loaded()
        seen = opened.page.evaluate(SEEN, " ".join(event.title.split()))
        assert seen["heading"] == page.title
        assert HOSTILE.strip()[:70] in seen["body"]
        assert (seen["record"] is None) == (page.slug in WITHOUT_RECORD)
        if seen["record"] is not None:
            assert seen["named"]
            assert event.summary in seen["record"]
        assert (seen["hacked"], seen["markup"]) == (None, [])
        assert seen["dialogs"] == (page.slug not in WITHOUT_RECORD)
    assert opened.page_errors == []
    assert opened.external() == []
    opened.close()


def test_a_broken_table_names_every_problem_and_shows_no_number(copy_of_app, cold_server, open_page):
    data = copy_of_app / "data" / "tables"
    text = (data / "events.csv").read_text(encoding="utf-8")
    (data / "events.csv").write_text(text.replace(",official,", ",sure,", 1), encoding="utf-8")
    (data / "phases.csv").unlink()
    (data / "families.csv").write_bytes(b"\xff\xfe")
    opened = open_page("/", server=cold_server(root=without_releases(copy_of_app)))
    shown = opened.page.get_by_role("main").inner_text()
    assert "3 problems" in shown
    for part in ("table events", "column verification", '"sure"', "phases.csv is missing", "must be UTF-8"):
        assert part in shown
    assert opened.page.locator("[data-testid='stMetric']").count() == 0


def test_a_table_that_is_mended_is_read_again_without_a_restart(copy_of_app, cold_server, open_page):
    sides = copy_of_app / "data" / "tables" / "sides.csv"
    whole = sides.read_bytes()
    sides.write_bytes(b"")
    server = cold_server(root=without_releases(copy_of_app))
    opened = open_page("/", server=server)
    assert "sides.csv is empty" in opened.page.get_by_role("main").inner_text()
    sides.write_bytes(whole)
    opened.goto("/")
    opened.page.locator("[data-testid='stMetric']").first.wait_for()
