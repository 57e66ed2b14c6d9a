"""Draws what the sources are: how many of each kind, and all of them in a table whose rows open their records."""

import pandas as pd
import streamlit as st

from components.elements.data_table import draw_download
from components.elements.record_table import (
    RecordTable,
    declared_column,
    draw_record_table,
    record_addresses,
    record_table,
)
from components.look.escaping import escape_markdown
from components.view.once_per_view import once_per_view
from components.view.view import View
from data.events.counts import by_value
from data.events.sources import without_own_source
from data.package.package import Package
from data.selection.record_kinds import SOURCE
from data.text.formats import lower_first
from data.text.messages import say


def draw_all_sources(view: View) -> None:
    """The sources by kind, and all of them in a table."""
    package = view.package
    sources = package["sources"]
    st.header(say("about.sources_heading"), anchor=False)
    st.markdown(escape_markdown(say("about.sources", count=len(sources), read=_bases(package))))
    counts = by_value(sources, "source_type")
    kinds = package.choices("sources", "source_type")
    lines = (
        say("about.sources_kind", kind=escape_markdown(kinds[kind]), number=counts[kind])
        for kind in kinds
        if kind in counts
    )
    st.markdown("\n".join(f"- {line}" for line in lines))
    st.markdown(say("about.sources_unpinned", unpinned=without_own_source(package), count=len(package["claims"])))
    draw_record_table(_sources(view))
    draw_download(_newest_first(sources), key="sources")


def _newest_first(sources: pd.DataFrame) -> pd.DataFrame:
    return sources.sort_values("published", ascending=False, kind="stable")


@once_per_view
def _sources(view: View) -> RecordTable:
    ordered = _newest_first(view.package["sources"])
    return record_table(
        view,
        [
            declared_column(view.package, "sources", ordered, name, is_minor=name in ("source_type", "basis"))
            for name in ("title", "publisher", "published", "source_type", "basis")
        ],
        record_addresses(view, SOURCE, ordered),
        caption=say("table_of.sources", count=len(ordered)),
        key="sources",
        order="-published",
    )


def _bases(package: Package) -> str:
    """How many sources were read, and how many are only cited."""
    labels, counts = package.choices("sources", "basis"), by_value(package["sources"], "basis")
    return ", ".join(
        say("about.sources_read", number=count, basis=lower_first(labels[basis])) for basis, count in counts.items()
    )
