"""Markdown as the app writes it, as HTML: headings, lists, tables, bold words, code and links; all else is text."""

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import groupby

from components.look.escaping import NOTHING, attributes, escape_html

INSIDE = r"(?:\\.|[^\\\]])*"
PIECE = re.compile(
    rf"\\(?P<escaped>[!-/:-@\[-`{{-~])|(?P<nothing>{re.escape(NOTHING)})|\[(?P<label>{INSIDE})\]\((?P<to>[^)\s]*)\)"
    r"|\*\*(?P<strong>(?:\\.|[^\\])+?)\*\*|`(?P<code>[^`]+)`"
)
# An address on the web, or one of this site, in whose path no colon could make it a script.
LEADS_SOMEWHERE = re.compile(r"https?://|mailto:|[^:?#]*(?:[?#]|$)")
HEADING, BULLET, NUMBERED = re.compile(r"(#{1,6}) "), re.compile(r"- "), re.compile(r"\d+\. ")
RULE = re.compile(r"[|\s:-]+")
Follow = Callable[[str], str]


def inline_html(text: str, follow: Follow = str) -> str:
    """A line of Markdown: its words escaped, links led through `follow`, which gives the address to write."""
    done, parts = 0, []
    for found in PIECE.finditer(text):
        parts += [escape_html(text[done : found.start()]), _piece(found, follow)]
        done = found.end()
    return "".join([*parts, escape_html(text[done:])])


def _piece(found: re.Match[str], follow: Follow) -> str:
    if (escaped := found["escaped"]) is not None:
        return escape_html(escaped)
    if found["strong"] is not None:
        return f"<strong>{inline_html(found['strong'], follow)}</strong>"
    if found["code"] is not None:
        return f"<code>{escape_html(found['code'])}</code>"
    if found["label"] is None:
        return ""
    label = inline_html(found["label"], follow)
    return link_html(label, follow(found["to"]))


def link_html(label: str, address: str, **others: str) -> str:
    """A link whose `label` is HTML; the label alone where the address could be a script."""
    if not LEADS_SOMEWHERE.match(address):
        return label
    return f"<a {attributes({'href': address, **others})}>{label}</a>"


def page_address(page: str, query: str) -> str:
    """The address of a page as seen from any other page of the app."""
    return (page or "./") + (f"?{query}" if query else "")


def markdown_html(text: str, follow: Follow = str, top: int = 2) -> str:
    """Several lines of Markdown, their headings of the level `top` and below."""
    return "\n".join(
        _block(kind, list(lines), follow, top) for kind, lines in groupby(text.strip().splitlines(), line_kind)
    )


def line_kind(line: str) -> str:
    """What a line of Markdown is, by the tag that it becomes: heading, ul, ol, table or p; empty for an empty one."""
    line = line.strip()
    if not line:
        return ""
    starts = {"heading": HEADING, "ul": BULLET, "ol": NUMBERED}
    found = next((kind for kind, start in starts.items() if start.match(line)), "p")
    return "table" if line.startswith("|") else found


def _block(kind: str, lines: Sequence[str], follow: Follow, top: int) -> str:
    lines = [line.strip() for line in lines]
    if kind == "heading":
        return "".join(_heading(line, follow, top) for line in lines)
    if kind in ("ul", "ol"):
        start = NUMBERED if kind == "ol" else BULLET
        items = "".join(f"<li>{inline_html(start.sub('', line, count=1), follow)}</li>" for line in lines)
        return f"<{kind}{_first_number(kind, lines)}>{items}</{kind}>"
    if kind == "table":
        return _table(lines, follow)
    return f"<p>{inline_html(' '.join(lines), follow)}</p>" if kind else ""


def _first_number(kind: str, lines: Sequence[str]) -> str:
    first = lines[0].partition(".")[0] if kind == "ol" else "1"
    return f' start="{int(first)}"' if first != "1" else ""


def _heading(line: str, follow: Follow, top: int) -> str:
    marks, _, words = line.partition(" ")
    level = min(max(len(marks), top), 6)
    return f"<h{level}>{inline_html(words, follow)}</h{level}>"


def _table(lines: Sequence[str], follow: Follow) -> str:
    rows = [list(values_of_row(line)) for line in lines if not RULE.fullmatch(line)]
    heads = "".join(f'<th scope="col">{inline_html(cell, follow)}</th>' for cell in rows[0])
    body = "".join(
        "<tr>" + "".join(f"<td>{inline_html(cell, follow)}</td>" for cell in row) + "</tr>" for row in rows[1:]
    )
    return f'<div class="records"><table><thead><tr>{heads}</tr></thead><tbody>{body}</tbody></table></div>'


def values_of_row(line: str) -> Iterator[str]:
    """The cells of a row of a table, in Markdown."""
    yield from (cell.strip() for cell in re.split(r"(?<!\\)\|", line.strip().strip("|")))
