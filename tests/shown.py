"""What a reader sees of the Markdown and the HTML that the app sends, for tests that read it without a browser."""

import html
import re
import xml.etree.ElementTree as ET
from typing import NamedTuple

import pandas as pd
from streamlit.testing.v1 import AppTest

from components.look.escaping import NOTHING
from data.package.package import Package
from data.records.facts import Group, fact_part
from data.records.record import line_text


def as_shown(*markdown: str) -> str:
    """The texts, one a line, without what `components.look.escaping` puts in to have them read as text."""
    return "\n".join(markdown).replace(NOTHING, "").replace("\\", "")


class ShownTable(NamedTuple):
    """A table as HTML: its caption, its rows under their headings, where the rows lead, and the links to its pages."""

    caption: str
    rows: pd.DataFrame
    addresses: list[str]
    headings: dict[str, str]
    pages: dict[str, str]


def shown_tables(app) -> list[ShownTable]:
    """The tables as HTML that the app has drawn, from top to bottom."""
    bodies = [element.proto.body for element in app.get("html")]
    return [
        _table(ET.fromstring(body))
        for body in bodies
        if body.startswith(('<div class="records">', '<div class="records texts">'))
    ]


def shown_table(app, contents: str) -> ShownTable:
    """The first table whose caption says that it holds `contents`: "57 targets"."""
    return next(table for table in shown_tables(app) if contents in table.caption)


def _table(root: ET.Element) -> ShownTable:
    text = lambda element: "".join(element.itertext())  # noqa: E731 (one word in a comprehension)
    heads = root.findall("table/thead/tr/th")
    lines = [list(row) for row in root.findall("table/tbody/tr")]
    names = [text(head).rstrip(" ↑↓") for head in heads]
    rows = pd.DataFrame([[text(item) for item in line] for line in lines], columns=names)
    addresses = [link.get("href", "") if (link := line[0].find("a")) is not None else "" for line in lines]
    links = {name: link.get("href", "") for name, head in zip(names, heads, strict=True) for link in head.findall("a")}
    pages = {text(link): link.get("href", "") for link in root.findall("nav/a")}
    return ShownTable(text(root.find("table/caption")), rows, addresses, links, pages)


def html_as_shown(text: str) -> str:
    """The words of HTML without its tags, a line for each block, the styles left out."""
    without_styles = re.sub(r"<style>.*?</style>", "", text, flags=re.DOTALL)
    blocks = re.sub(r"</(?:p|div|li|h\d|dt|td|th|section)>", "\n", without_styles)
    return html.unescape(re.sub(r"<[^>]*>", "", blocks))


def record_html(app: AppTest) -> str:
    """The HTML of the record that is open over the page; empty without one."""
    return "\n".join(element.proto.body for dialog in app.get("dialog") for element in dialog.get("html"))


def record_title(app: AppTest) -> str:
    """The title of the record that is open over the page."""
    return as_shown(app.get("dialog")[0].proto.dialog.title)


def fact_texts(package: Package, table: str, group: Group, row: pd.Series, empty: str = "") -> list[tuple[str, str]]:
    """The heading and the text of each fact of a group, without what its codes open."""
    part = fact_part("facts", package, table, group, row, empty)
    return [(heading, line_text(found)) for heading, found in part.facts]
