"""Checks the links that curators write: each must be a view that the app reads without a complaint."""

from collections.abc import Iterator
from urllib.parse import parse_qs, urlsplit

import pandas as pd

from data.package.package import Package
from data.package.problems import Problem
from data.package.rows import iterate_rows
from data.selection.filters import Filters, filter_kinds
from data.view.sections import section_names
from data.view.settings import Settings, setting_kinds

STORY, LINK = "story", "link"


def story_link_problems(package: Package) -> Iterator[Problem]:
    """One problem for each link of the story with a parameter that the app does not know or a value that it ignores."""
    # A release from before there was a story has none.
    steps = package.frames.get(STORY, pd.DataFrame())
    for row, step in zip(steps.index, iterate_rows(steps), strict=True):
        if ignored := ", ".join(ignored_in(package, step.link)):
            rule = f"must be a view that the dashboard reads without a complaint: it ignores {ignored}"
            yield Problem(STORY, rule, int(row), LINK, step.link)


def ignored_in(package: Package, link: str) -> list[str]:
    """What the app would ignore of a link that begins with a page's path."""
    parts = urlsplit(link)
    query = parse_qs(parts.query, keep_blank_values=True)
    settings, ignored = Settings.from_query(query, package)
    unknown = [key for key in query if key not in {*filter_kinds(), *setting_kinds()}]
    if settings.section and settings.section not in section_names(parts.path):
        unknown.append(f"section={settings.section}")
    return [*unknown, *Filters.from_query(query, package)[1], *ignored]
