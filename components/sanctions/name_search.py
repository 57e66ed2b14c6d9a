"""Draws the name finder: a field for words and the best hits; a row opens the record of a target or a ship."""

import pandas as pd
import streamlit as st

from components.controls.setting_widgets import draw_words
from components.elements.data_table import draw_download
from components.elements.record_table import draw_record_table, number_column, record_table, text_column
from components.look.escaping import escape_markdown
from components.view.addresses import address_here
from components.view.view import View
from data.sanctions.name_finder import find_names
from data.text.messages import say

KEY = "found_names"
COLUMNS = ["score", "name", "found_in", "kind"]


def draw_name_finder(view: View) -> None:
    """The field, and below it the hits for what was typed. On a phone the field stands above the list of targets, in
    the other sections above what it found (frame.css)."""
    has_place = view.section == "targets" or view.settings.find
    with st.container(key="name_finder" if has_place else "name_finder_apart"):
        draw_words(view.settings, "find", say("names.hint"), about=say("names.text"))
    if typed := view.settings.find:
        hits = find_names(view.package, typed)
        if hits.empty:
            st.markdown(say("names.none", typed=escape_markdown(typed)))
        else:
            _draw_hits(view, hits)


def _draw_hits(view: View, hits: pd.DataFrame) -> None:
    kinds = {parameter: say(f"names.kind.{parameter or 'tie'}") for parameter in hits.parameter.unique()}
    titles = {name: say(f"names.column.{name}") for name in COLUMNS}
    shown = hits.assign(kind=hits.parameter.map(kinds))
    records = zip(hits.parameter, hits.row_id, strict=True)
    table = record_table(
        view,
        [
            text_column("name", titles["name"], shown["name"]),
            text_column("found_in", titles["found_in"], shown.found_in),
            text_column("kind", titles["kind"], shown.kind, is_minor=True),
            number_column(
                "score", titles["score"], shown.score.round(), help_text=say("names.score_help"), is_minor=True
            ),
        ],
        [address_here(view, **{parameter: row_id}) if parameter else "" for parameter, row_id in records],
        caption=say(f"table_of.{KEY}", count=len(shown)),
        key=KEY,
        is_main=False,
    )
    draw_record_table(table)
    st.caption(say("names.text"))
    draw_download(shown[COLUMNS].rename(columns=titles), key=KEY)
