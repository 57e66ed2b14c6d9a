"""What every page is given: the list of pages, and the view that the reader's address asks for."""

from collections.abc import Hashable, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Any

import pandas as pd
import streamlit as st

from components.look.theme import Theme
from data.package.package import Package
from data.selection.filters import Filters
from data.selection.record_kinds import KINDS
from data.text.messages import say
from data.versions.current_ids import MovedRecord
from data.versions.data_version import DataVersion
from data.view.selection import Selection
from data.view.settings import Settings

SITE = say("site.name")
# The parameter of the edition that needs no app (routes/index_html.py).
WITHOUT_APP = "plain"


@dataclass(frozen=True)
class PageEntry:
    """One page of the dashboard by its path, which is empty for the first page."""

    slug: str

    @property
    def name(self) -> str:
        """What its script and its words are called by."""
        return self.slug or "overview"

    @property
    def title(self) -> str:
        """Its name in the navigation."""
        return say(f"page.{self.name}.title")

    @property
    def question(self) -> str:
        """The question that it answers."""
        return say(f"page.{self.name}.question")

    @property
    def file(self) -> str:
        """The page's script."""
        return f"pages/{self.name}.py"

    def as_streamlit(self) -> st.Page:
        """The page as Streamlit's navigation wants it."""
        return st.Page(self.file, title=self.title, url_path=self.slug, default=not self.slug)


PAGES = tuple(
    PageEntry(slug) for slug in ("", "timeline", "map", "detentions", "sanctions", "events", "brief", "about")
)


def page_title(page: PageEntry) -> str:
    """The page's name as a browser's tab and a preview show it."""
    return say("site.page", page=page.title, site=SITE)


def page_entry(slug: str) -> PageEntry:
    """The page with that path; StopIteration when there is none."""
    return next(page for page in PAGES if page.slug == slug)


@dataclass(frozen=True)
class View:
    """What the reader looks at: the selection, and what else the address asks for.

    The tables are those of the `data_version`: as they stand, or a release. `section` is the open one of the page,
    empty where it has none. `others` are the words of the address that are not the dashboard's: links carry them on and
    nothing reads them. `moved` are the records that the address names by another id than the tables.
    """

    selection: Selection
    data_version: DataVersion
    settings: Settings
    page: PageEntry
    theme: Theme
    section: str = ""
    others: Mapping[str, list[str]] = field(default_factory=dict)
    moved: tuple[MovedRecord, ...] = ()

    @property
    def package(self) -> Package:
        """The tables."""
        return self.selection.package

    @property
    def filters(self) -> Filters:
        """What the reader filters by."""
        return self.selection.filters

    @property
    def events(self) -> pd.DataFrame:
        """The events that pass the filters."""
        return self.selection.events

    @property
    def event_count(self) -> int:
        """How many events pass the filters."""
        return self.selection.event_count

    @cached_property
    def day(self) -> pd.Timestamp:
        """The day by which states age, the same in all of one run."""
        return self.data_version.reading_day

    @cached_property
    def key(self) -> Hashable:
        """All that two readers of one package must share for a page to show both the same, but for the record that is
        open: page and section, filters and settings, theme, the day, and what links carry on."""
        settings = replace(self.settings, **dict.fromkeys(KINDS, ""))
        carried = self.data_version.requested, self.data_version.release, repr(self.others)
        return self.page.slug, self.section, self.filters, settings, self.theme.name, self.day, carried

    @cached_property
    def worked_out(self) -> dict[str, Any]:
        """What was worked out of this view in this run, by the name of what does (once_per_view.py)."""
        return {}

    def to_query(self) -> dict[str, list[str]]:
        """The parameters of a link to any page that keeps the filters, the release, the plain edition and the
        parameters that are not ours."""
        without_app = {WITHOUT_APP: [self.settings.plain]} if self.settings.plain else {}
        return {**self.filters.to_query(), **self.data_version.to_query(), **without_app, **self.others}
