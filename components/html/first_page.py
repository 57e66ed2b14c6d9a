"""A page of the app as HTML that needs no app: as a document of its own, and as what stands until the app has drawn."""

from pathlib import Path
from urllib.parse import urlencode

from components.html.drawn import MAIN, OVER_PAGE, DrawnPage, Node
from components.html.drawn_html import Writing
from components.html.markdown_html import inline_html, link_html, page_address
from components.html.whole_page import SANS, colours, policy_of_style
from components.look.escaping import attributes, escape_html
from components.look.theme import INKS
from data.selection.record_kinds import KINDS
from data.text.messages import LANGUAGE, say

STYLES = "\n".join(
    Path(__file__).with_name(name).read_text(encoding="utf-8") for name in ("first_page.css", "record.css")
)
# Around what stands on a page before the app has drawn; all of its styles are bound to it.
FIRST = "first"


def first_style() -> str:
    """The styles of what stands first: colours of light and dark, then all else."""
    dark = f"@media screen and (prefers-color-scheme: dark) {{ {colours(INKS['dark'], f'#{FIRST}')} }}"
    return "\n".join([colours(INKS["light"], f"#{FIRST}"), dark, STYLES.replace("UP_SANS", SANS)])


STYLE = first_style()
POLICY_WITHOUT_APP = policy_of_style(STYLE, form_action="'self'")


def document_without_app(head: str, drawn: DrawnPage, form: str, app: str) -> str:
    """The whole page without the app; `head` are its tags of metadata, `form` its filters, `app` the address at which
    the app shows the same."""
    to_app = f'<p class="quiet">{escape_html(say("plain.about"))} {link_html(escape_html(say("plain.app")), app)}</p>'
    return f"""<!DOCTYPE html>
<html lang="{LANGUAGE}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
{head}
<link rel="icon" href="favicon.png">
<style>{STYLE}</style>
</head>
<body><div id="{FIRST}" class="plain">{_inside(Writing(drawn, without_app=True), form, to_app)}</div></body>
</html>
"""


def first_layer(drawn: DrawnPage) -> str:
    """What stands on the page of the app until it has drawn, with its styles."""
    alone = " alone" if drawn.with_key("picture_alone").inside else ""
    inside = _inside(Writing(drawn, without_app=False), "", "")
    return f'<style>{STYLE}</style><div id="{FIRST}" class="before{alone}">{inside}</div>'


def _inside(writing: Writing, form: str, foot: str) -> str:
    drawn = writing.drawn
    over = writing.inside(drawn.part(OVER_PAGE))
    record = f'<article class="over">{_close(writing)}{over}</article>' if over.startswith("<h2>") else ""
    main = writing.inside(drawn.part(MAIN))
    opening = '<div class="opening">'
    parts = main.partition("</div>") if main.startswith(opening) else ("", "", main)
    return f"{_header(drawn)}<main>{parts[0]}{parts[1]}{form}{record}{parts[2]}{foot}</main>"


def _header(drawn: DrawnPage) -> str:
    """The name of the site and the links to the pages; nothing around a picture that stands alone."""
    site, pages = (_links(drawn.with_key(key), drawn.page) for key in ("site", "navigation"))
    if not pages:
        return ""
    return (
        f'<header class="site">{site}<nav {attributes({"aria-label": say("live_region.pages")})}>{pages}</nav></header>'
    )


def _links(block: Node, here: str) -> str:
    current = {True: {"aria-current": "page"}, False: {}}
    return " ".join(
        link_html(
            inline_html(node.proto.label),
            page_address(node.proto.page, node.proto.query_string),
            **current[node.proto.page == here and block.key == "navigation"],
        )
        for node in block.nodes
    )


def _close(writing: Writing) -> str:
    """The way back from a record to the page without it."""
    query = {name: values for name, values in writing.drawn.query.items() if name not in KINDS}
    address = page_address(writing.drawn.page, urlencode(query, doseq=True))
    return link_html(escape_html(say("plain.close_record")), address, **{"class": "go"})
