"""Draws the name finder: a field for words and the best hits; a row opens the record of a target or a ship."""

import pandas as pd
import streamlit as st

from components.controls.picking import remember_rows, selectable, show_picked_in
from components.controls.setting_widgets import draw_words
from components.elements.data_table import draw_download
from components.look.escaping import escape_markdown
from components.view.view import View
from data.sanctions.name_finder import find_names
from data.text.messages import say

KEY = "found_names"
COLUMNS = ["score", "name", "found_in", "kind"]


def draw_name_finder(view: View) -> None:
    """The field, and below it the hits for what was typed."""
    with st.container(key="name_finder"):
        draw_words(view.settings, "find", say("names.hint"), about=say("names.text"))
    if typed := view.settings.find:
        hits = find_names(view.package, typed)
        if hits.empty:
            st.markdown(say("names.none", typed=escape_markdown(typed)))
        else:
            _draw_hits(hits)


def _draw_hits(hits: pd.DataFrame) -> None:
    kinds = {parameter: say(f"names.kind.{parameter or 'tie'}") for parameter in hits.parameter.unique()}
    titles = {name: say(f"names.column.{name}") for name in COLUMNS}
    shown = hits.assign(kind=hits.parameter.map(kinds))[COLUMNS].rename(columns=titles)
    remember_rows(KEY, list(zip(hits.parameter, hits.row_id, strict=True)))
    st.dataframe(
        shown,
        hide_index=True,
        column_config={titles["score"]: st.column_config.NumberColumn(format="%d", help=say("names.score_help"))},
        alt=say("names.alt", count=len(shown)),
        key=selectable(KEY),
        height="content",
        on_select=lambda: show_picked_in(KEY),
        selection_mode="single-row",
    )
    st.caption(say("names.text"))
    draw_download(shown, key=KEY)
