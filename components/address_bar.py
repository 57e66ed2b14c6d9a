"""Writes a reader's clicks to the address, where the next run reads them: the record to open, how a picture is set."""

from collections.abc import Callable, Collection, Mapping, Sequence

import streamlit as st

from data.package import Package
from data.settings import Option, Settings, View, record_words, setting_kinds, setting_titles

EVENT, PLACE = "event", "place"


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


def show_picked_place(key: str, layers: Sequence[str]) -> None:
    """Choose the place that was clicked on the map with that key, or no place when it was chosen: a callback.

    `layers` are those whose objects carry a place's `id`. The map drops its own selection as soon as it is drawn anew,
    which is reported as an empty one: that changes nothing.
    """
    objects = st.session_state[key]["selection"].get("objects", {})
    picked = [each["id"] for layer in layers for each in objects.get(layer, ())]
    if picked:
        set_word(PLACE, "" if st.query_params.get(PLACE) == picked[0] else picked[0])


def set_word(word: str, value: str) -> None:
    """Write a setting to the address, or take it out where it is the default: a callback."""
    if word in st.query_params:
        del st.query_params[word]
    for name, written in Settings(**{word: value}).to_query().items():
        st.query_params[name] = written


def draw_option(package: Package, settings: Settings, word: str) -> None:
    """Draw the choices of an option as a row of radio buttons, set as the address says."""
    kind, key = setting_kinds()[word], f"setting_{word}"
    if not isinstance(kind, Option | View):
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


def draw_select(settings: Settings, word: str, labels: Mapping[str, str], placeholder: str) -> None:
    """Draw the choice of one of `labels`, no two alike, or of none, set as the address says."""
    key, value = f"setting_{word}", getattr(settings, word)
    st.session_state[key] = value if value in labels else None
    st.selectbox(
        setting_titles()[word],
        list(labels),
        index=None,
        format_func=lambda each: labels[each],
        key=key,
        placeholder=placeholder,
        on_change=lambda: set_word(word, st.session_state[key] or ""),
    )


def draw_switches(
    word: str, labels: Mapping[str, str], off: Collection[str], write: Callable[[frozenset[str]], str]
) -> None:
    """Draw a row of switches, all on but those `off`; `write` gives the word of the link that switches some off.

    The labels must not change from run to run: a browser names what is on by its label, and may lag behind.
    """
    key = f"setting_{word}"
    st.session_state[key] = [value for value in labels if value not in off]
    st.pills(
        setting_titles()[word],
        list(labels),
        selection_mode="multi",
        format_func=lambda value: labels[value],
        key=key,
        on_change=lambda: set_word(word, write(frozenset(labels.keys() - set(st.session_state[key])))),
    )
