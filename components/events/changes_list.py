"""Draws what was added or put right in the tables since a day: one row a change, which leads to the record it is in."""

import pandas as pd
import streamlit as st

from components.elements.data_table import draw_download
from components.elements.record_table import draw_record_table, record_table, text_column
from components.look.escaping import escape_markdown
from components.view.addresses import address_here, link_to
from components.view.loading import load_data_version
from components.view.view import View
from data.package.problems import BrokenPackageError
from data.records.changes import (
    by_table,
    change_headings,
    changes_in_view,
    changes_text,
    new_columns_text,
    records_of_changes,
)
from data.selection.filters import Filters
from data.selection.record_kinds import KINDS
from data.text.messages import say
from data.versions.changes import rows_of
from data.versions.data_version import DataVersion
from data.versions.differences import changes_between, columns_between

KEY = "changes_since"
# What a phone has no room for.
MINOR = ("table", "before", "why")


def draw_changes(view: View) -> None:
    """Draw what changed since the day that the address asks for by `since`; where it asks for none, the releases since
    which it can be asked."""
    if not view.settings.since:
        _draw_choices(view)
        return
    base = load_data_version(view.settings.since)
    with st.container(border=True, key=KEY + "_box"):
        if isinstance(base, BrokenPackageError):
            st.markdown(escape_markdown(say("changes.unknown", day=view.settings.since, problem=base)))
        elif base.opened is None:
            st.markdown(say("changes.no_release"))
        elif base.opened.version > (view.data_version.release or base.opened.version):
            text = say("changes.later_release", shown=view.data_version.release, requested=base.opened.version)
            st.markdown(escape_markdown(text))
        else:
            _draw_list(view, base)
        link_to("events", say("changes.close"), view)


def _draw_choices(view: View) -> None:
    st.subheader(say("changes.choose"), anchor=False)
    with st.container(gap="xxsmall", key="changes_choices"):
        for release in reversed(view.data_version.version_state.releases):
            link_to("events", say("changes.since_release", release=release.version), view, since=release.version)


def _draw_list(view: View, base: DataVersion) -> None:
    found = changes_in_view(changes_between(base, view.data_version), view.filters, base.package, view.package)
    release = base.package.release
    st.subheader(escape_markdown(say("changes.heading", release=release)), anchor=False)
    columns = new_columns_text(view.package, columns_between(base, view.data_version))
    st.caption(escape_markdown(f"{_how_many(view, base, found)} {columns}".strip()))
    if found.empty:
        return
    shown, headings = changes_text(base.package, view.package, found), change_headings()
    names = ["row", *(name for name in headings if name != "row" and (name != "why" or shown.why.any()))]
    records = records_of_changes(view.package, found)
    table = record_table(
        view,
        [text_column(name, headings[name], shown[name], is_minor=name in MINOR) for name in names],
        [address_here(view, **{parameter: row_id}) if row_id else "" for parameter, row_id in records],
        caption=say(f"table_of.{KEY}", count=len(shown)),
        key=KEY,
    )
    draw_record_table(table)
    draw_download(shown.rename(columns=headings), key=KEY)


def _how_many(view: View, base: DataVersion, found: pd.DataFrame) -> str:
    requested = view.settings.since
    sentences = [say("changes.since_first", day=requested)] if base.package.release > requested else []
    if found.empty:
        return " ".join([*sentences, say("changes.none", data_version=view.data_version.say())])
    if not set(found.table) & {kind.table for kind in KINDS.values()}:
        sentences.append(say("changes.no_record"))
    sentences.append(say("changes.rows", count=len(rows_of(found)), tables=by_table(view.package, found)))
    if view.filters != Filters():
        sentences.append(say("changes.of_filter"))
    return " ".join(sentences)
