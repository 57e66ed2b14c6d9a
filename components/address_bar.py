"""Writes a reader's clicks to the address, where the next run reads them: the record to open, how a picture is set."""

from collections.abc import Sequence

import pandas as pd
import streamlit as st

from data.months import day_name
from data.package import Package
from data.periods import period_words, read_period
from data.settings import Option, Settings, record_words, setting_kinds, setting_titles

EVENT = "event"


def show_record(word: str, row_id: str) -> None:
    """Open the record of `row_id` under the page, in place of any other: a callback. `word` is as in `record_words`."""
    close_record()
    st.query_params[word] = row_id


def close_record() -> None:
    """Close the record that is open: a callback."""
    for word in record_words():
        if word in st.query_params:
            del st.query_params[word]


def show_picked_in(key: str, word: str = EVENT) -> None:
    """Open the record that was clicked in the chart or table with that key: a callback.

    A chart's points carry the id as the first item of their customdata; a table's rows were named by `remember_rows`.
    """
    selection = st.session_state[key]["selection"]
    if points := selection.get("points"):
        if row_id := (points[0].get("customdata") or [""])[0]:
            show_record(word, row_id)
    elif rows := selection.get("rows"):
        show_record(word, st.session_state[_rows_of(key)][rows[0]])


def remember_rows(key: str, row_ids: list[str]) -> None:
    """Keep the ids of a table's rows, in the order shown, for `show_picked_in`."""
    st.session_state[_rows_of(key)] = row_ids


def _rows_of(key: str) -> str:
    return f"{key}_rows"


def set_word(word: str, value: str) -> None:
    """Write a setting to the address, or take it out where it is the default: a callback."""
    if word in st.query_params:
        del st.query_params[word]
    for name, written in Settings(**{word: value}).to_query().items():
        st.query_params[name] = written


def draw_period(package: Package, settings: Settings, word: str, *, default: str) -> None:
    """Draw the choice of a period, set as the address says, else to `default`: the phases, then the months."""
    key, asked = f"setting_{word}", getattr(settings, word) or default
    words = period_words(package)
    st.session_state[key] = asked
    st.selectbox(
        setting_titles()[word],
        words if asked in words else [asked, *words],
        format_func=lambda value: read_period(value, package).name,
        key=key,
        on_change=lambda: set_word(word, st.session_state[key]),
    )


def draw_option(package: Package, settings: Settings, word: str) -> None:
    """Draw the choices of an option as a row of radio buttons, set as the address says."""
    kind, key = setting_kinds()[word], f"setting_{word}"
    if not isinstance(kind, Option):
        raise TypeError(f"{word} is not an option")
    labels = kind.choices(package)
    st.session_state[key] = getattr(settings, word)
    st.radio(
        setting_titles()[word],
        list(labels),
        format_func=lambda value: labels[value],
        key=key,
        horizontal=True,
        on_change=lambda: set_word(word, st.session_state[key]),
    )


def draw_day(
    word: str, day: pd.Timestamp, first: pd.Timestamp, last: pd.Timestamp, known: Sequence[pd.Timestamp]
) -> None:
    """Draw the choice of a day from `first` to `last`, set to `day`, and a button for each day of `known`."""
    key = f"setting_{word}"
    st.session_state[key] = day.date()
    with st.container(horizontal=True, vertical_alignment="bottom", key=f"{key}_choice"):
        st.date_input(
            setting_titles()[word],
            min_value=first.date(),
            max_value=last.date(),
            key=key,
            format="YYYY-MM-DD",
            width=170,
            on_change=lambda: set_word(word, str(st.session_state[key] or "")),
        )
        for each in known:
            label, value = day_name(each), f"{each:%Y-%m-%d}"
            st.button(label, key=f"{key}_{value}", on_click=set_word, args=(word, value), type="tertiary")
