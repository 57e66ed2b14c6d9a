"""What a reader sees of the Markdown and the HTML that the app sends, for tests that read it without a browser."""

import html
import re

import pandas as pd
from streamlit.testing.v1 import AppTest

from components.look.escaping import NOTHING
from data.package.package import Package
from data.records.facts import Group, fact_part
from data.records.record import line_text


def as_shown(*markdown: str) -> str:
    """The texts, one a line, without what `components.look.escaping` puts in to have them read as text."""
    return "\n".join(markdown).replace(NOTHING, "").replace("\\", "")


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
