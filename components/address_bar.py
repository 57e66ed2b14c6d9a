"""Writes a reader's clicks to the address, where the next run reads them: the record to open, how a picture is set."""

from collections.abc import Callable, Collection, Mapping, Sequence

import pandas as pd
import streamlit as st

from components.plain import plain
from data.months import day_name
from data.package import Package
from data.periods import period_words, read_period
from data.settings import Key, Option, Settings, Value, record_words, setting_kinds, setting_titles
from data.words import typed_words

EVENT, PLACE = "event", "place"
PICKED = "_picked"


def show_record(word: str, row_id: str) -> None:
    """Open the record of `row_id` under the page, in place of any other: a callback. `word` is as in `record_words`.

    The address is written once, so that the browser's Back leads to the record that was open before.
    """
    close_record(but=word)
    st.query_params[word] = row_id


def show_instead(word: str, row_id: str) -> None:
    """Open the record of `row_id` in place of the one of its kind that is open, where that one was picked: a callback.

    The chart or table in which it was picked is drawn anew, with nothing selected.
    """
    left = (word, st.query_params.get(word))
    show_record(word, row_id)
    for name in [name for name, picked in st.session_state.items() if str(name).endswith(PICKED) and picked == left]:
        key = str(name).removesuffix(PICKED)
        st.session_state[name] = (word, row_id)
        st.session_state[_times_reset(key)] = st.session_state.get(_times_reset(key), 0) + 1


def selectable(key: str) -> str:
    """The key under which to draw now a chart or table whose marks open records.

    A chart keeps the mark that was clicked, and a second click on it would tell nothing. So once the record that was
    picked in it is no longer open, however it was closed, it is drawn under a new key, with nothing selected.
    """
    picked = st.session_state.get(_picked_in(key))
    if picked and st.query_params.get(picked[0]) != picked[1]:
        st.session_state[_times_reset(key)] = st.session_state.get(_times_reset(key), 0) + 1
        del st.session_state[_picked_in(key)]
    return _drawn_as(key)


def close_record(but: str = "") -> None:
    """Close the record that is open, `but` one of that word: a callback."""
    for word in record_words():
        if word in st.query_params and word != but:
            del st.query_params[word]


def show_picked_in(key: str, word: str = EVENT) -> None:
    """Open the record that was clicked in the chart or table with that key: a callback.

    A chart's points carry the id as the first item of their customdata; a table's rows were named by `remember_rows`.
    When nothing is selected any more, the record that was picked there is closed.
    """
    selection, row_id = st.session_state[_drawn_as(key)]["selection"], ""
    if points := selection.get("points"):
        row_id = (points[0].get("customdata") or [""])[0]
    elif rows := selection.get("rows"):
        picked = st.session_state[_rows_of(key)][rows[0]]
        word, row_id = picked if isinstance(picked, tuple) else (word, picked)
    elif st.session_state.pop(_picked_in(key), None):
        close_record()
    if row_id:
        show_record(word, row_id)
        st.session_state[_picked_in(key)] = (word, row_id)


def picked_in(keys: Sequence[str], row_id: str) -> str:
    """The key of the chart or table in which a reader picked the record that is open; empty when it came by a link.

    `keys` are those that the page has, `row_id` the id of the record that is open.
    """
    picked = (key for key in keys if st.session_state.get(_picked_in(key), ("", ""))[1] == row_id)
    return next(picked, "")


def remember_rows(key: str, row_ids: Sequence[str] | Sequence[tuple[str, str]]) -> None:
    """Keep the ids of a table's rows, in the order shown, for `show_picked_in`; a row that opens another kind of record
    gives the record's word with its id, and an empty id opens none."""
    st.session_state[_rows_of(key)] = list(row_ids)


def _rows_of(key: str) -> str:
    return f"{key}_rows"


def _picked_in(key: str) -> str:
    return f"{key}{PICKED}"


def _times_reset(key: str) -> str:
    return f"{key}_times_reset"


def _drawn_as(key: str) -> str:
    times = st.session_state.get(_times_reset(key), 0)
    return f"{key}_{times}" if times else key


def show_picked_place(key: str, layers: Sequence[str]) -> None:
    """Choose the place that was clicked on the map with that key, or no place when it was chosen: a callback.

    `layers` are those whose objects carry a place's `id`. The map drops its own selection as soon as it is drawn anew,
    which is reported as an empty one: that changes nothing.
    """
    objects = st.session_state[key]["selection"].get("objects", {})
    picked = [each["id"] for layer in layers for each in objects.get(layer, ())]
    if picked:
        set_word(PLACE, "" if st.query_params.get(PLACE) == picked[0] else picked[0])


def write_address(query: Mapping[str, str | list[str]]) -> None:
    """Put these words into the address, in place of all that it has: a callback."""
    st.query_params.from_dict(query)


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
    if not isinstance(kind, Option | Value | Key):
        raise TypeError(f"{word} is not an option")
    labels = kind.choices(package)
    st.session_state[key] = getattr(settings, word)
    st.radio(
        setting_titles()[word],
        list(labels),
        format_func=lambda value: plain(labels[value]),
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


def draw_several(
    word: str, labels: Mapping[str, str], chosen: Sequence[str], write: Callable[[Sequence[str]], str]
) -> None:
    """Draw the choice of several of `labels`, `chosen` at first; `write` gives the word of the link that asks for
    them."""
    key = f"setting_{word}"
    st.session_state[key] = list(chosen)
    st.multiselect(
        setting_titles()[word],
        list(labels),
        format_func=lambda each: labels[each],
        key=key,
        on_change=lambda: set_word(word, write(st.session_state[key])),
    )


def draw_words(settings: Settings, word: str, hint: str) -> None:
    """Draw a field for words, set as the address says; what is typed is cleaned before it is written."""
    key = f"setting_{word}"
    st.session_state[key] = getattr(settings, word)
    st.text_input(
        setting_titles()[word],
        key=key,
        placeholder=hint,
        on_change=lambda: set_word(word, typed_words(st.session_state[key] or "")),
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
        format_func=lambda value: plain(labels[value]),
        key=key,
        on_change=lambda: set_word(word, write(frozenset(labels.keys() - set(st.session_state[key])))),
    )
