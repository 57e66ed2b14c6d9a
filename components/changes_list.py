"""Draws what was added or put right in the tables since a day: one row a change, which leads to the record it is in."""

import pandas as pd
import streamlit as st

from components.addresses import link_to
from components.data_table import draw_download
from components.loading import changes_between, columns_between, read_edition
from components.picking import remember_rows, selectable, show_picked_in
from components.plain import plain
from components.view import View
from data.change_words import SHOWN, by_table, changes_in_words, columns_in_words, records_of
from data.changes import in_view, rows_of
from data.edition import Edition
from data.filters import Filters
from data.problems import BrokenPackageError
from data.style import counted

KEY = "changes_since"
OF_A_FILTER = (
    "With a filter these are the events that pass it, now or then, what rests on them, the people, targets and ships "
    "that it keeps, and every change of the vocabulary and the scores."
)
# In pixels, so that what was and what is stand beside each other on a laptop.
WIDTHS = {
    name: st.column_config.TextColumn(width=width)
    for name, width in zip(SHOWN, (90, 220, 80, 90, 150, 150), strict=True)
}


def draw_changes_since(view: View) -> None:
    """Draw what changed since the day that the address asks for by `since`; nothing where it asks for none."""
    if not view.settings.since:
        return
    base = read_edition(view.settings.since)
    with st.container(border=True, key=KEY + "_box"):
        if isinstance(base, BrokenPackageError):
            st.markdown(plain(f"What changed since {view.settings.since} cannot be told: {base}"))
        elif base.opened is None:
            st.markdown("No data release was made yet, so that nothing can have changed since one.")
        elif base.opened.version > (view.edition.release or base.opened.version):
            st.markdown(plain(f"You are reading release {view.edition.release}, from before {base.opened.version}."))
        else:
            _draw_list(view, base)
        link_to("events", "Close this list", view)


def _draw_list(view: View, base: Edition) -> None:
    found = in_view(changes_between(base, view.edition), view.filters, base.package, view.package)
    st.subheader(f"Added or put right since release {base.package.release}", anchor=False)
    columns = columns_in_words(view.package, columns_between(base, view.edition))
    st.caption(plain(f"{_how_many(view, base, found)} {columns}".strip()))
    if found.empty:
        return
    shown = changes_in_words(base.package, view.package, found)
    remember_rows(KEY, records_of(view.package, found))
    st.dataframe(
        shown,
        hide_index=True,
        column_config=WIDTHS,
        alt=f"Table of {counted(len(shown), 'change')} of the tables since release {base.package.release}",
        key=selectable(KEY),
        on_select=lambda: show_picked_in(KEY),
        selection_mode="single-row",
    )
    draw_download(shown, key=KEY)


def _how_many(view: View, base: Edition, found: pd.DataFrame) -> str:
    asked = view.settings.since
    early = f"No release is from {asked} or before; this is since the first. " if base.package.release > asked else ""
    if found.empty:
        return f"{early}No row of this view has changed, in {view.edition.say()}."
    rows = counted(len(rows_of(found)), "row")
    told = f"{early}{rows} of this view: {by_table(view.package, found)}."
    return told if view.filters == Filters() else f"{told} {OF_A_FILTER}"
