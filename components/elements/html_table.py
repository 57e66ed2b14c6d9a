"""A table as HTML: real headings and rows, a link in each row's first cell, and links to its other pages."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from components.look.escaping import attributes, escape_html
from data.text.messages import say

# What stands in a cell of which nothing is known, for the eye; whoever hears the page hears the words.
EMPTY = "–"
# A link of this class is followed without loading the page anew (routes/page_scripts/live_region.py).
HERE = "here"
# So many texts a phone has room for side by side.
SIDE_BY_SIDE = 3
# What stands in the place of pages that have no link.
GAP = "…"
ARROWS = {"ascending": "↑", "descending": "↓"}


@dataclass(frozen=True)
class Heading:
    """What stands above a column: `help` opens at a pointer; `address` is that of the table sorted by the column, empty
    where it cannot be; `order` is "ascending" or "descending" where it is sorted so. A minor column is left out on a
    phone; numbers stand at the right, and days have the room that they need."""

    text: str
    help: str = ""
    address: str = ""
    order: str = ""
    is_number: bool = False
    is_day: bool = False
    is_minor: bool = False

    @property
    def is_text(self) -> bool:
        """Whether its column holds texts, which take room, and neither numbers nor days."""
        return not (self.is_number or self.is_day)


@dataclass(frozen=True)
class Row:
    """The texts of a row, one a heading, and the address of what it tells more of; empty for none."""

    texts: tuple[str, ...]
    address: str = ""


@dataclass(frozen=True)
class PageLink:
    """A link to a page of a table by its number, and whether that page is the one shown. Of many pages those far from
    it have none."""

    number: int
    address: str
    is_open: bool


def html_table(caption: str, headings: Sequence[Heading], rows: Sequence[Row], pages: Sequence[PageLink] = ()) -> str:
    """The table as HTML, every text escaped, with links to its pages where there are several. Of a table with more
    texts than a phone has room for side by side it shows the texts of a row one under the other."""
    is_of_texts = sum(heading.is_text for heading in headings if not heading.is_minor) > SIDE_BY_SIDE
    heads = "".join(map(_heading, headings))
    body = "".join(_row(headings, row, is_of_texts) for row in rows)
    table = (
        f"<table><caption>{escape_html(caption)}</caption><thead><tr>{heads}</tr></thead><tbody>{body}</tbody></table>"
    )
    return f'<div class="records{" texts" if is_of_texts else ""}">{table}{_pages(pages)}</div>'


def _heading(heading: Heading) -> str:
    own = {"scope": "col", **_look(heading)}
    about = {"title": heading.help} if heading.help else {}
    if not heading.address:
        return f"<th {attributes({**own, **about})}>{escape_html(heading.text)}</th>"
    sorted_so = {"aria-sort": heading.order} if heading.order else {}
    arrow = f"<span {attributes({'aria-hidden': 'true'})}> {ARROWS[heading.order]}</span>" if heading.order else ""
    link = attributes({"class": HERE, "href": heading.address, **about})
    return f"<th {attributes({**own, **sorted_so})}><a {link}>{escape_html(heading.text)}{arrow}</a></th>"


def _row(headings: Sequence[Heading], row: Row, is_of_texts: bool) -> str:
    first, *others = zip(headings, row.texts, strict=True)
    name = _text(first[1])
    if row.address:
        name = f"<a {attributes(_link(row.address))}>{name}</a>"
    head = attributes({"scope": "row", **_look(first[0])})
    others_as_html = "".join(_cell(heading, text, is_of_texts) for heading, text in others)
    return f"<tr><th {head}>{name}</th>{others_as_html}</tr>"


def _cell(heading: Heading, text: str, is_of_texts: bool) -> str:
    """A cell; in a table of texts it says what its column is called."""
    about = _look(heading) | ({"data-heading": heading.text} if is_of_texts else {})
    return f"<td {attributes(about)}>{_text(text)}</td>".replace("<td >", "<td>")


def _link(address: str) -> dict[str, str]:
    """A link within the app; one to another site opens beside it."""
    if address.startswith("https://"):
        return {"href": address, "target": "_blank", "rel": "noopener"}
    return {"class": HERE, "href": address}


def _text(text: str) -> str:
    return escape_html(text) or f'<span class="empty" title="{escape_html(say("table.empty"))}">{EMPTY}</span>'


def _look(heading: Heading) -> dict[str, str]:
    kinds = {"number": heading.is_number, "day": heading.is_day, "minor": heading.is_minor}
    classes = [name for name, is_so in kinds.items() if is_so]
    return {"class": " ".join(classes)} if classes else {}


def _pages(pages: Sequence[PageLink]) -> str:
    if len(pages) < 2:
        return ""
    return f"<nav {attributes({'aria-label': say('table.pages')})}>{' '.join(_page_links(pages))}</nav>"


def _page_links(pages: Sequence[PageLink]) -> Iterator[str]:
    shown = next(place for place, page in enumerate(pages) if page.is_open)
    if shown:
        yield f"<a {attributes(_link(pages[shown - 1].address))}>{escape_html(say('table.previous'))}</a>"
    for before, page in zip([0, *(page.number for page in pages)], pages, strict=False):
        if page.number > before + 1:
            yield f"<span>{GAP}</span>"
        current = {"aria-current": "page"} if page.is_open else {}
        yield f"<a {attributes({**_link(page.address), **current})}>{page.number}</a>"
    if shown + 1 < len(pages):
        yield f"<a {attributes(_link(pages[shown + 1].address))}>{escape_html(say('table.next'))}</a>"


def html_choices(label: str, choices: Sequence[tuple[str, str, bool]]) -> str:
    """A row of links as HTML, one of them chosen: each its text, its address and whether it is the chosen one."""
    current = {True: {"aria-current": "true"}, False: {}}
    links = [
        f"<a {attributes({**_link(address), **current[is_chosen]})}>{escape_html(text)}</a>"
        for text, address, is_chosen in choices
    ]
    return f"<nav {attributes({'class': 'choices', 'aria-label': label})}>{escape_html(label)}: {' '.join(links)}</nav>"
