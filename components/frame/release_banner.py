"""Draws which data release a reader is in, and what has changed since then in what is on screen."""

import streamlit as st

from components.look.escaping import escape_markdown
from components.view.addresses import link_to_newest
from components.view.view import View
from data.records.changes import by_table, changes_in_view, new_columns_text
from data.text.messages import say
from data.versions.changes import rows_of
from data.versions.data_version import AS_OF, DataVersion
from data.versions.differences import changes_between, columns_between


def draw_release_banner(view: View) -> None:
    """Draw the banner of the release that the address asks for; where it asks for none, nothing, or while the tables
    are being edited one line that says which are shown in their place."""
    data_version = view.data_version
    if behind := data_version.behind():
        st.caption(escape_markdown(behind))
    if not data_version.requested:
        return
    with st.container(border=True, horizontal=True, vertical_alignment="center", key="release_banner"):
        if data_version.opened is None:
            st.markdown(data_version.say_opened())
            return
        if data_version.version_state.broken:
            st.markdown(escape_markdown(say("release.broken", which=data_version.say_opened())))
            return
        newest = data_version.at_newest()
        found = changes_in_view(
            changes_between(data_version, newest), view.filters, data_version.package, newest.package
        )
        rows = rows_of(found)
        texts = (
            data_version.say_opened(),
            _how_many(len(rows), by_table(newest.package, found)),
            _new_columns(data_version, newest),
        )
        st.markdown(escape_markdown(" ".join(texts).strip()))
        if not rows.empty:
            since = {"since": data_version.opened.version}
            link_to_newest("events", say("release.list", count=len(rows)), view, **since)
        parameters = {key: value for key, value in view.settings.to_query().items() if key != AS_OF}
        link_to_newest(view.page.slug, say("release.newest"), view, **parameters)


def _new_columns(data_version: DataVersion, newest: DataVersion) -> str:
    return new_columns_text(newest.package, columns_between(data_version, newest))


def _how_many(rows: int, tables: str) -> str:
    if not rows:
        return say("release.unchanged")
    return say("release.changed", count=rows, tables=tables)
