"""Draws what was added or put right in the tables since a day: one row a change, which leads to the record it is in."""

import pandas as pd
import streamlit as st

from components.controls.picking import remember_rows, selectable, show_picked_in
from components.elements.data_table import draw_download
from components.look.escaping import escape_markdown
from components.view.addresses import link_to
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
from data.text.messages import say
from data.versions.changes import rows_of
from data.versions.data_version import DataVersion
from data.versions.differences import changes_between, columns_between

KEY = "changes_since"
# In pixels, so that what was and what is stand beside each other on a laptop.
WIDTHS = {
    name: st.column_config.TextColumn(width=width)
    for name, width in zip(change_headings().values(), (90, 220, 80, 90, 150, 150), strict=True)
}


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
    shown = changes_text(base.package, view.package, found).rename(columns=change_headings())
    remember_rows(KEY, records_of_changes(view.package, found))
    st.dataframe(
        shown,
        hide_index=True,
        column_config=WIDTHS,
        alt=say("changes.alt", count=len(shown), release=release),
        key=selectable(KEY),
        on_select=lambda: show_picked_in(KEY),
        selection_mode="single-row",
    )
    draw_download(shown, key=KEY)


def _how_many(view: View, base: DataVersion, found: pd.DataFrame) -> str:
    requested = view.settings.since
    sentences = [say("changes.since_first", day=requested)] if base.package.release > requested else []
    if found.empty:
        return " ".join([*sentences, say("changes.none", data_version=view.data_version.say())])
    sentences.append(say("changes.rows", count=len(rows_of(found)), tables=by_table(view.package, found)))
    if view.filters != Filters():
        sentences.append(say("changes.of_filter"))
    return " ".join(sentences)
