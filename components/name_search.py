"""Draws the name finder: a field for words and the best hits; a row opens the record of a target or a ship."""

import pandas as pd
import streamlit as st

from components.data_table import draw_download
from components.figure import draw_heading
from components.frame import View
from components.picking import remember_rows, selectable, show_picked_in
from components.plain import plain
from components.setting_widgets import draw_words
from data.name_finder import find_names

KEY = "found_names"
HINT = "malpica erik, or Cilia Flores nephew"
COLUMNS = {"score": "Score", "name": "Name", "found_in": "Found in", "kind": "What it is"}
KINDS = {"target": "sanctions target", "ship": "ship, not a target here", "": "named in a tie only"}


def draw_name_finder(view: View) -> None:
    """The field, and below it the hits for what was typed."""
    draw_heading(
        "Find a name",
        "Names, other names and ties of this dataset, whatever their accents, order and small misspellings. A finding "
        "aid for this dataset, not sanctions screening: use OFAC's own search for that.",
    )
    draw_words(view.settings, "find", HINT)
    if typed := view.settings.find:
        hits = find_names(view.package, typed)
        if hits.empty:
            st.markdown(f"Nothing in this dataset is like “{plain(typed)}”.")
        else:
            _draw_hits(hits)


def _draw_hits(hits: pd.DataFrame) -> None:
    shown = hits.assign(kind=hits.word.map(KINDS))[list(COLUMNS)].rename(columns=COLUMNS)
    remember_rows(KEY, list(zip(hits.word, hits.row_id, strict=True)))
    st.dataframe(
        shown,
        hide_index=True,
        column_config={"Score": st.column_config.NumberColumn(format="%d", help="0 to 100; see About.")},
        alt=f"Table of {len(shown)} hits, best first; ticking a row opens its record",
        key=selectable(KEY),
        height="content",
        on_select=lambda: show_picked_in(KEY),
        selection_mode="single-row",
    )
    draw_download(shown, key=KEY)
