"""The brief of a view as a document: the blocks of its page, its pictures, and where and when it was read."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from urllib.parse import parse_qs, urlencode, urlsplit

import pandas as pd

from components.documents.blocks import Block, PictureBlock, TextHeading, blocks_of, line_words
from components.elements.figure import container_of
from components.frame.drawn_page import Query, drawn_page
from components.html.drawn import Node
from components.pictures.shown import PictureInView, shown_picture
from data.selection.filters import Filters
from data.text.days import today
from data.text.formats import day_name
from data.text.messages import LANGUAGE, say
from data.versions.data_version import AS_OF, DataVersion
from data.view.brief_parts import LENGTHS
from data.view.picture_names import PICTURE_PLACES
from data.view.settings import Settings

BRIEF = "brief"
STILL = re.compile(r'data-picture="([a-z]+)"')


@dataclass(frozen=True)
class ViewDocument:
    """A document: its title, its blocks without it, its pictures by name, what stands at the foot of every page, the
    permanent address at which the view is read, the day of its data, how many pages it may have on paper, and the share
    of a line that a picture takes there."""

    title: str
    blocks: tuple[Block, ...]
    pictures: Mapping[str, PictureInView]
    foot: str
    address: str
    release_day: date
    pages: int
    width: float
    language: str = LANGUAGE


def brief_document(query: Query, data_version: DataVersion, root: str) -> ViewDocument | None:
    """The brief of the view that the query asks for, its pictures for paper; None where no event is in it. Raises what
    the page raises."""
    drawn = drawn_page(root, BRIEF, query, with_closed=False)
    blocks = [*_blocks(drawn.with_key(BRIEF), root, data_version)]
    if not blocks:
        return None
    title, *others = blocks
    assert isinstance(title, TextHeading)
    names = [block.name for block in others if isinstance(block, PictureBlock)]
    shown = {name: shown_picture(name, query, "light", data_version, root) for name in names}
    pictures = {name: picture for name, picture in shown.items() if picture is not None}
    filters, _ = Filters.from_query(query, data_version.package)
    settings, _ = Settings.from_query(query, data_version.package)
    words = urlencode({**filters.to_query(), **settings.to_query()}, doseq=True)
    address = whole_address(f"{BRIEF}?{words}", root, data_version)
    return ViewDocument(
        title=line_words(title.line),
        blocks=tuple(block for block in others if not isinstance(block, PictureBlock) or block.name in pictures),
        pictures=pictures,
        foot=say("documents.foot", release=data_version.say(), day=day_name(pd.Timestamp(today())), address=address),
        address=address,
        release_day=data_version.package.last_day.date(),
        pages=int(settings.length),
        width=LENGTHS[settings.length].width,
    )


def _blocks(page: Node, root: str, data_version: DataVersion) -> Iterator[Block]:
    for node in page.nodes:
        if node.kind == "markdown":
            yield from blocks_of(node.proto.body, lambda to: whole_address(to, root, data_version))
        elif node.kind == "html" and (found := STILL.search(node.proto.body)):
            yield PictureBlock(found[1])
        elif name := next((name for name, place in PICTURE_PLACES.items() if node.key in _containers(place.keys)), ""):
            yield PictureBlock(name)


def _containers(keys: tuple[str, ...]) -> list[str]:
    return [container_of(key) for key in keys]


def whole_address(to: str, root: str, data_version: DataVersion) -> str:
    """The address with its host, pinned to the release where it is one of this site, as a page writes it."""
    if urlsplit(to).scheme:
        return to
    path, _, query = to.partition("?")
    words = parse_qs(query, keep_blank_values=True) | _pin(data_version)
    return f"{root}{path.removeprefix('./').removeprefix('/')}" + (f"?{urlencode(words, doseq=True)}" if words else "")


def _pin(data_version: DataVersion) -> dict[str, list[str]]:
    pinned = data_version.release or data_version.requested
    return {AS_OF: [pinned]} if pinned else {}
