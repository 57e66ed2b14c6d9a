"""Text from the address or from a table never becomes a link, a picture or a frame: it is shown as it stands."""

import json
from functools import partial
from pathlib import Path
from urllib.parse import quote, urlencode

import pytest

from components.view.view import PAGES
from data.package.descriptor import FILE, Column, read_descriptor
from data.package.package import Package, load_package
from data.selection.filters import Filters, filter_kinds
from data.selection.record_kinds import KINDS
from data.view.sections import SECTIONS, section_names
from data.view.settings import Settings, setting_kinds
from tests.browser import harness
from tests.browser.harness import OpenedPage
from tests.browser.test_hostile_tables import free_texts, keep_corrections_of_events, may_hold
from tests.edited_tables import Rows, edit
from tests.factory import shipped

# Each value in one piece: an address cuts what it ignores to 80 characters, and what it searches for to 200.
PLACES = (
    "https://evil.example http://evil.example www.evil.example",
    "a@evil.example mailto:b@evil.example //evil.example",
)
MARKUP = (
    "[x](//evil.example) ![x](//evil.example/i.png) <https://evil.example>",
    "<a href=//evil.example>x</a> ftp://evil.example",
)
FRAMES = (
    "<img src=//evil.example/i.png> <iframe src=//evil.example></iframe>",
    ":material/home: :material_home: :smile: :streamlit:",
)
LOOKS = (
    "$x$ $$y$$ :red[x] :color[x]{foreground=red} -> -- >= <->",
    "**b** `c` ~~d~~ # e | f &amp; 10:30:45 WWW.EVIL.EXAMPLE",
)
HOSTILE = (*PLACES, *MARKUP, *FRAMES, *LOOKS)
# An address must not be longer than a server reads: it gives every word half of them, and the next one the other half.
HALVES = (HOSTILE[0::2], HOSTILE[1::2])
# All that leads or loads elsewhere, in pages as in pictures, what Markdown makes of text beside links, and what a
# picture would read as a tag when it is pointed at.
FOUND = """() => {
    const outside = address => {
        const parsed = new URL(address, location.href);
        return !["data:", "blob:"].includes(parsed.protocol) && parsed.origin !== location.origin;
    };
    const pointing = [...document.querySelectorAll("a, area, form, img, iframe, object, embed, video, audio, source")]
        .flatMap(one => [...one.attributes]
            .filter(({name, value}) => /(^|:)(href|src|data|action|poster)$/.test(name) && outside(value))
            .map(({value}) => ({tag: one.localName, address: value})));
    const made = ".katex, del, .stMarkdownColoredText, [alt='Streamlit logo'], [role='img'][aria-label$=' icon'], " +
        "code";
    const text = "[data-testid='stMarkdownContainer'], [data-testid='stCaptionContainer'], [data-testid='stHeading']";
    const drawn = [...document.querySelectorAll(".js-plotly-plot")]
        .map(one => JSON.stringify([one.data, one.layout], (key, value) => key === "template" ? null : value));
    return {
        pointing,
        made: [...document.querySelectorAll(text)].flatMap(one => [...one.querySelectorAll(made)])
            .filter(one => one.localName !== "code" || one.textContent === "c").map(one => one.outerHTML),
        tags: drawn.flatMap(one => one.match(/<(a|img|iframe)\\b[^>]*/g) || []),
        text: document.body.innerText,
    };
}"""
UNFOLD = """() => document.querySelectorAll("details:not([open]) > summary").forEach(one => one.click())"""


def every_parameter(place: int, **first: str) -> dict[str, list[str]]:
    """A query in which every word of ours and one of nobody's has hostile values, after those given as `first`; the
    query with the next `place` gives every word the other values. What is looked for are two values at a time."""
    searched = " ".join(HOSTILE[2 * place % len(HOSTILE) :][:2])
    query = {parameter: [value] for parameter, value in {"q": searched, "find": searched, **first}.items()}
    for number, parameter in enumerate([*filter_kinds(), *setting_kinds(), "zzz"], place):
        query.setdefault(parameter, []).extend(HALVES[number % 2])
    return query


def at(slug: str, query: dict[str, list[str]]) -> str:
    """The address of a page with a query."""
    return f"/{slug}?{urlencode(query, doseq=True)}"


@pytest.fixture
def opened(app_server, browser):
    """One page for all addresses of a walk; maps are not drawn."""
    page = harness.new_page(browser, app_server.url, maps=False)
    yield page
    page.close()


def seen(opened: OpenedPage, path: str, *, unfold: bool = False) -> dict:
    """What FOUND finds at a path when all of it is there, also what is folded in if asked for."""
    opened.goto(path)
    if unfold:
        opened.page.evaluate(UNFOLD)
    opened.wait_until_loaded()
    return opened.page.evaluate(FOUND)


def searched_in_words(query: dict[str, list[str]]) -> str:
    """The sentence that says what the page shows, in which the words stand that are looked for."""
    filters = Filters.from_query(query, shipped())[0]
    assert filters.q == query["q"][0]
    return filters.say(shipped())


def ignored(query: dict[str, list[str]]) -> list[str]:
    """What the page says of the words that mean nothing."""
    return [*Filters.from_query(query, shipped())[1], *Settings.from_query(query, shipped())[1]]


def harmless(found: dict, where: str) -> None:
    """Nothing leads to, loads from or frames another site but the links to sources that tables are to hold, and nothing
    was made of text beside links."""
    assert [one for one in found["pointing"] if "evil" in one["address"].lower()] == [], where
    assert {one["tag"] for one in found["pointing"]} <= {"a"}, where
    assert (found["made"], found["tags"]) == ([], []), where


def test_no_word_of_an_address_becomes_a_link_a_picture_or_a_frame_on_any_page(opened):
    for place, page in enumerate(PAGES):
        query = every_parameter(place)
        found = seen(opened, at(page.slug, query))
        harmless(found, page.slug)
        assert searched_in_words(query) in found["text"]
        assert [parameter for parameter in ignored(query) if parameter not in found["text"]] == []
    assert opened.external() == []


def test_no_word_of_an_address_becomes_a_link_in_any_embedded_picture(opened):
    for place, picture in enumerate(shipped()["pictures"].picture):
        query = {"embed": ["true"], **every_parameter(place, picture=picture)}
        found = seen(opened, at("", query))
        harmless(found, picture)
        assert searched_in_words(query) in found["text"]
    assert opened.external() == []


def test_no_path_of_an_address_becomes_a_link(opened):
    path = "www.evil.example a@evil.example [x](www.evil.example) :streamlit:"
    harmless(seen(opened, f"/{quote(path)}"), path)


# Names that several tables share: each is made hostile in the same way wherever it stands.
SHARED = {
    "claims": ("claimant",),
    "claimants": ("claimant",),
    "sanctions_relations": ("from_target_id_or_name", "to_name"),
    "ties_places": ("node",),
}
# As much of such a name as leaves room in the narrowest of these columns.
SHORT = 43


def spoil(folder: Path) -> None:
    """Fill every free text of every row with hostile text, as much of it as the column may hold, and add it to every
    name that tables share. Keys stay, and so do addresses of sources, which are to be links."""
    keep_corrections_of_events(folder)
    free: dict[str, list[Column]] = {}
    for table, column in free_texts(read_descriptor(folder)):
        if column.name != "url":
            free.setdefault(table.name, []).append(column)
    targets: set[str] = set()
    edit(folder, "sanctions_targets", lambda rows: targets.update(row["target_id"] for row in rows))

    def spoil_rows(rows: Rows, name: str) -> None:
        for number, row in enumerate(rows):
            row.update({column.name: hostile(column, number) for column in free.get(name, []) if may_hold(row, column)})
            shared = {column: row[column] for column in SHARED.get(name, ()) if row[column] not in {*targets, ""}}
            row.update({column: f"{value[:SHORT]} www.evil.example" for column, value in shared.items()})

    for name in {*free, *SHARED}:
        edit(folder, name, partial(spoil_rows, name=name))
    spoil_descriptor(folder / FILE)


def spoil_descriptor(file: Path) -> None:
    """Add hostile text to what the package says of itself, its tables and its columns."""
    about = json.loads(file.read_bytes())
    columns = [column for table in about["resources"] for column in table["schema"]["fields"]]
    labels = [label for column in columns for label in column.get("categories", ()) if isinstance(label, dict)]
    for one, words in [
        (about, ("title", "contact", "publisher")),
        *((one, ("title", "description")) for one in columns),
    ]:
        one.update({parameter: f"{one[parameter] or ''} {HOSTILE[0]} :streamlit:" for parameter in words})
    for one in [*labels, *about["resources"]]:
        parameter = "label" if "label" in one else "title"
        one[parameter] += " www.evil.example :streamlit:"
    file.write_text(json.dumps(about, ensure_ascii=False), encoding="utf-8")


def hostile(column: Column, number: int) -> str:
    """Hostile text that the column may hold and no other row has; each row begins with another piece of it."""
    start = number % len(HOSTILE)
    text = f"{number} {' '.join([*HOSTILE[start:], *HOSTILE[:start]])}"
    text = text.replace(column.delimiter, "") if column.kind == "list" else text
    return text[: column.constraints.get("maxLength")].rstrip()


def record_of_any_kind(package: Package) -> dict[str, str]:
    """The id of one record a kind, by its parameter: an event with claims, a target with ties."""
    targets, ties = package["sanctions_targets"].target_id, package["sanctions_relations"]
    return {
        "event": package["claims"].event_id.iloc[0],
        "person": package["detainees"].person_id.iloc[0],
        "target": targets[targets.isin(ties.from_target_id_or_name)].iloc[0],
        "ship": package["ships"].ship_id.iloc[0],
        "source": package["sources"].source_id.iloc[0],
    }


def test_no_text_of_a_table_becomes_a_link_a_picture_or_a_frame(copy_of_app, cold_server, browser):
    spoil(harness.without_releases(copy_of_app) / "data" / "tables")
    package = load_package(copy_of_app / "data" / "tables")
    opened = harness.new_page(browser, cold_server(root=copy_of_app).url, maps=False)
    record = record_of_any_kind(package)
    assert record.keys() == set(KINDS)
    records = [at(KINDS[parameter].page, {parameter: [row_id]}) for parameter, row_id in record.items()]
    pages = [at(page.slug, {}) for page in PAGES if page.slug not in SECTIONS]
    # Of some sections the texts stand on a canvas, or the tables have no say in them.
    sections = [at(slug, {"section": [name]}) for slug in SECTIONS for name in section_names(slug)]
    embeds = [
        at("", {"embed": ["true"], "picture": [picture], "event": [record["event"]]})
        for picture in package["pictures"].picture
    ]
    for path in [*pages, *sections, *records, *embeds]:
        found = seen(opened, path, unfold=True)
        harmless(found, path)
        assert "evil.example" in found["text"] or path in sections, path
    assert opened.external() == []
    opened.close()
