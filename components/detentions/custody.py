"""What the parts of the page of detentions share: their colour and days, links to people, and what an empty one
shows."""

import pandas as pd
import streamlit as st

from components.look.escaping import escape_markdown
from components.view.view import View
from data.detentions.release_waves import of_page
from data.selection.record_kinds import PERSON
from data.text.messages import say


def custody_colour(view: View) -> str:
    """The colour of the event types that this page shows."""
    return view.theme.colour(str(of_page(view.package, view.package["events"], PERSON.page).event_type.iloc[0]))


def chosen_days(view: View) -> tuple[pd.Timestamp, pd.Timestamp] | None:
    """The first and last day of the chosen period as far as the data covers it; None when none is chosen."""
    period, custody = view.filters.period, view.selection.custody
    return None if period.is_open or not custody.is_covered else (custody.first, custody.last)


def draw_nobody(heading: str) -> None:
    """Say under the heading that no person passes the filters."""
    draw_none(heading, say("custody_view.nobody"))


def draw_none(heading: str, sentence: str) -> None:
    """Say under the heading why nothing is drawn."""
    st.subheader(escape_markdown(heading), anchor=False)
    st.markdown(escape_markdown(sentence))
