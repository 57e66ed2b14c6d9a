"""The picture that a page draws at an address, found without a browser: its specification and all its words."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

import orjson

from components.elements.figure import container_of
from components.frame.drawn_page import Query, drawn_page
from components.html.drawn import DrawnPage, Node
from components.look.escaping import without_escapes
from components.look.theme import INKS
from components.pictures.maps.map_legend import map_legend_entries
from components.pictures.sheet_text import SheetText
from components.view.view import SITE
from data.selection.filters import Filters
from data.text.messages import say
from data.versions.data_version import AS_OF, DataVersion
from data.view.picture_names import PICTURE_PLACES
from data.view.settings import Settings

# The end of the key of the line below a picture that leads to its numbers and files.
NUMBERS = "_numbers"
# How Streamlit calls what pages draw.
PLOTS, MAP = "plotly_chart", "deck_gl_json_chart"
# What asks for a click, which no file answers: words in brackets, the second half of a sentence, a sentence.
ASKS_FOR_CLICK = re.compile(r"\s*\([^()]*\bclick\b[^()]*\)|[:;] click\b[^.]*|\s*\b(?:Click|Zoom\sin)\b[^.]*\.")


@dataclass(frozen=True)
class PictureInView:
    """A picture as the page shows it: its specification and its words; the address is the permanent one."""

    spec: Mapping[str, Any]
    words: SheetText


def shown_picture(name: str, query: Query, theme: str, data_version: DataVersion, root: str) -> PictureInView | None:
    """The picture of that name in the view that the query asks for, light or dark; None where the view has none.
    KeyError for a name that no picture has. Raises what the page raises."""
    place = PICTURE_PLACES[name]
    own = place.query(query)
    drawn = drawn_page(root, place.page, own, with_closed=False, theme=theme)
    blocks = [drawn.with_key(container_of(key)) for key in place.keys]
    block = next((block for block in blocks if block.inside), Node())
    chart = _first(block, PLOTS) or _first(block, MAP)
    heading = _first(block, "heading")
    if chart is None or heading is None:
        return None
    words = SheetText(
        title=without_escapes(heading.proto.body),
        subtitle=_subtitle(block),
        alt=chart.proto.alt,
        source=source_of_rows(data_version, _filters(drawn)),
        address=_address(name, own, data_version, root),
    )
    return PictureInView(_map(block, chart, INKS[theme].quiet) if chart.kind == MAP else _plots(chart), words)


def _first(block: Node, kind: str) -> Node | None:
    return next((node for node in block.all_nodes() if node.kind == kind), None)


def _subtitle(block: Node) -> str:
    """What is measured, and how the picture is read, which on the page opens at a button: both stand above plots, below
    the large map, and above what leads to the numbers. What asks for a click is left out."""
    above = []
    for node in block.all_nodes():
        if node.kind == PLOTS or node.key.endswith(NUMBERS):
            break
        if node.kind == "markdown":
            above.append(without_escapes(node.proto.body))
    return ASKS_FOR_CLICK.sub("", " ".join(above)).strip()


def _plots(chart: Node) -> dict[str, Any]:
    spec: dict[str, Any] = orjson.loads(chart.proto.spec)
    for trace in (trace for trace in spec["data"] if "name" in trace):
        trace["name"] = ASKS_FOR_CLICK.sub("", trace["name"])
    return spec


def _map(block: Node, chart: Node, quiet: str) -> dict[str, Any]:
    """The specification of a map, with what its legend says in the words of plotly, as that of plots is."""
    legend = _first(block, "html")
    entries = map_legend_entries(legend.proto.body, quiet) if legend else []
    return {**orjson.loads(chart.proto.json), "data": entries, "layout": {"showlegend": True}}


def _filters(drawn: DrawnPage) -> str:
    caption = _first(drawn.with_key("caption"), "markdown")
    return without_escapes(caption.proto.body) if caption else ""


def source_of_rows(data_version: DataVersion, rows: str = "") -> str:
    """Where a picture is from, of which `rows` it is, in words, and under which licence, on one line."""
    about = data_version.package.descriptor.about
    parts = [say("embed.source", title=about["title"]), data_version.say(), data_version.behind(), rows]
    return " · ".join(part for part in (*parts, about["licenses"][0]["name"], SITE) if part)


def _address(name: str, query: Query, data_version: DataVersion, root: str) -> str:
    """The whole address of the page that shows the picture, pinned to the release whose numbers it shows."""
    filters, _ = Filters.from_query(query, data_version.package)
    settings, _ = Settings.from_query(query, data_version.package)
    pinned = {AS_OF: data_version.release or data_version.requested}
    words = {**filters.to_query(), **settings.to_query(), **{key: value for key, value in pinned.items() if value}}
    slug = PICTURE_PLACES[name].page
    return f"{root}{slug}?{urlencode(words, doseq=True)}" if words else root + slug
