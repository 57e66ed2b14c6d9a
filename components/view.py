"""What every page is given: the list of pages, and the view that the reader's address asks for."""

from collections.abc import Mapping
from dataclasses import dataclass, field

import pandas as pd
import streamlit as st

from components.theme import Theme
from data.edition import Edition
from data.filters import Filters
from data.package import Package
from data.settings import Settings

SITE = "US–Venezuela crisis 2025–26"


@dataclass(frozen=True)
class PageEntry:
    """One page of the dashboard: its path, its name in the navigation and the question it answers."""

    slug: str
    title: str
    question: str

    @property
    def file(self) -> str:
        """The page's script."""
        return f"pages/{self.slug or 'overview'}.py"

    def as_streamlit(self) -> st.Page:
        """The page as Streamlit's navigation wants it."""
        return st.Page(self.file, title=self.title, url_path=self.slug, default=not self.slug)


PAGES = (
    PageEntry("", "Overview", "What is happening between Washington and Caracas, and since when?"),
    PageEntry("timeline", "Timeline", "Who did what to whom, and when did it turn?"),
    PageEntry("map", "Map", "Where did it happen, and how well is that known?"),
    PageEntry("detentions", "Detentions", "Who was held, when, and what changed it?"),
    PageEntry("sanctions", "Sanctions", "Who is listed, under what, and how do they hang together?"),
    PageEntry("events", "Events", "Every event, its sources, and who disputes what."),
    PageEntry("brief", "Brief", "This view as a document."),
    PageEntry("about", "About", "How it is made and how far to trust it."),
)


def page_title(page: PageEntry) -> str:
    """The page's name as a browser's tab and a preview show it."""
    return f"{page.title} · {SITE}"


def page_entry(slug: str) -> PageEntry:
    """The page with that path; StopIteration when there is none."""
    return next(page for page in PAGES if page.slug == slug)


@dataclass(frozen=True)
class View:
    """What the reader looks at: the tables, the filters, the events that pass, and what else the address asks for.

    `package` is that of the `edition`: the tables as they stand, or a release. `others` are the words of the address
    that are not the dashboard's: links carry them on and nothing reads them.
    """

    package: Package
    edition: Edition
    filters: Filters
    events: pd.DataFrame
    settings: Settings
    page: PageEntry
    theme: Theme
    others: Mapping[str, list[str]] = field(default_factory=dict)

    def to_query(self) -> dict[str, list[str]]:
        """The words of a link to any page that keeps the filters, the release and the words that are not ours."""
        return {**self.filters.to_query(), **self.edition.to_query(), **self.others}
