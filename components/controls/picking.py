"""Opens the record or place that a reader picks in a chart, table or map, and keeps in mind where it was picked."""

from collections.abc import Sequence

import streamlit as st

from components.controls.address_bar import change_address, set_parameter
from components.controls.sections import keep_section_open
from data.selection.record_kinds import EVENT, KINDS

PLACE = "place"
PICKED = "_picked"


def show_record(parameter: str, row_id: str) -> None:
    """Open the record of `row_id` over the page, in place of any other: a callback. `parameter` is its kind's
    parameter.

    The address is written once, so that the browser's Back leads to the record that was open before.
    """
    change_address(dict.fromkeys(KINDS, "") | {parameter: row_id})
    keep_section_open()


def show_instead(parameter: str, row_id: str) -> None:
    """Open the record of `row_id` in place of the one of its kind that is open, where that one was picked: a callback.

    The chart or table in which it was picked is drawn anew, with nothing selected.
    """
    left = (parameter, st.query_params.get(parameter))
    show_record(parameter, row_id)
    for name in [name for name, picked in st.session_state.items() if str(name).endswith(PICKED) and picked == left]:
        st.session_state[name] = (parameter, row_id)
        _draw_anew(str(name).removesuffix(PICKED))


def selectable(key: str) -> str:
    """The key under which to draw now a chart or table whose marks open records.

    A chart keeps the mark that was clicked, and a second click on it would tell nothing. So once the record that was
    picked in it is no longer open, however it was closed, it is drawn under a new key, with nothing selected.
    """
    picked = st.session_state.get(_picked_in(key))
    if picked and st.query_params.get(picked[0]) != picked[1]:
        _draw_anew(key)
        del st.session_state[_picked_in(key)]
    return _drawn_as(key)


def close_record() -> None:
    """Close the record that is open: a callback."""
    change_address(dict.fromkeys(KINDS, ""))


def show_picked_in(key: str, parameter: str = EVENT.parameter) -> None:
    """Open the record that was clicked in the chart with that key: a callback.

    A chart's points carry the id as the first item of their customdata.
    When nothing is selected any more, the record that was picked there is closed.
    """
    selection, row_id = st.session_state[_drawn_as(key)]["selection"], ""
    if points := selection.get("points"):
        row_id = (points[0].get("customdata") or [""])[0]
    elif st.session_state.pop(_picked_in(key), None):
        close_record()
    if row_id:
        show_record(parameter, row_id)
        st.session_state[_picked_in(key)] = (parameter, row_id)


def _picked_in(key: str) -> str:
    return f"{key}{PICKED}"


def _times_reset(key: str) -> str:
    return f"{key}_times_reset"


def _draw_anew(key: str) -> None:
    """From now on draw the chart or table with that key under another one, with nothing selected."""
    st.session_state[_times_reset(key)] = st.session_state.get(_times_reset(key), 0) + 1


def _drawn_as(key: str) -> str:
    times = st.session_state.get(_times_reset(key), 0)
    return f"{key}_{times}" if times else key


def show_picked_place(key: str, layers: Sequence[str]) -> None:
    """Choose the place that was clicked on the map with that key, or no place when it was chosen: a callback.

    `layers` are those whose objects carry a place's `id`. The map drops its own selection as soon as it is drawn anew,
    which is reported as an empty one: that changes nothing.
    """
    objects = st.session_state[key]["selection"].get("objects", {})
    picked = [mark["id"] for layer in layers for mark in objects.get(layer, ())]
    if picked:
        set_parameter(PLACE, "" if st.query_params.get(PLACE) == picked[0] else picked[0])
