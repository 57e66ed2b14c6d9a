"""A slider over months that can play: it moves by one month every two seconds while, and only while, it is asked to."""

from collections.abc import Mapping

import streamlit as st

from components.controls.address_bar import set_parameter
from data.text.messages import say
from data.view.settings import Settings, setting_titles

# Where the session counts full runs, for all that compares them.
RUN = "run"
EVERY = 2.0
PLAYING, NEXT, ARMED, DRAWN = "playing", "playing_next", "playing_armed", "playing_drawn"


def draw_player(settings: Settings, parameter: str, labels: Mapping[str, str]) -> str:
    """Draw the slider over `labels` (the first means all of them) with its Play button; returns the value shown.

    While it stands still the address holds the value. While it plays the address is left as it was, so that Back does
    not have to go through every month; Pause writes the month it stopped at.
    """
    key, values = f"setting_{parameter}", list(labels)
    playing = _is_playing()
    st.session_state[DRAWN] = st.session_state.get(RUN, 0)
    if not playing:
        st.session_state[key] = getattr(settings, parameter)
    elif NEXT in st.session_state:
        st.session_state[key] = st.session_state.pop(NEXT)
    if st.session_state.get(key) not in values:
        st.session_state[key] = values[0]
    with st.container(horizontal=True, vertical_alignment="bottom", key="player"):
        st.select_slider(
            setting_titles()[parameter],
            values,
            format_func=lambda value: labels[value],
            key=key,
            # While it plays the browser may lag behind: that is no choice of the reader's.
            on_change=None if playing else lambda: _stop(parameter, st.session_state[key]),
            disabled=playing,
        )
        if playing:
            st.button(say("month_player.pause"), key="pause", on_click=_stop, args=(parameter, st.session_state[key]))
        else:
            st.button(
                say("month_player.play"), key="play", on_click=_start, args=(values, key), disabled=len(values) < 3
            )
    shown: str = st.session_state[key]
    if playing:
        st.session_state[ARMED] = False
        _tick(parameter, values, shown)
    return shown


def _is_playing() -> bool:
    """Whether it was asked to play and was drawn in the run before: leaving the page stops it."""
    drawn_last = st.session_state.get(DRAWN, 0) >= st.session_state.get(RUN, 0) - 1
    return drawn_last and bool(st.session_state.get(PLAYING, False))


def _start(values: list[str], key: str) -> None:
    """Play on from the value that the slider shows, or from the first month: a callback."""
    at = values.index(st.session_state[key])
    st.session_state[PLAYING] = True
    st.session_state[NEXT] = values[at + 1] if at + 1 < len(values) else values[1]


def _stop(parameter: str, value: str) -> None:
    """Stand still at a value, which the address holds from now on: a callback."""
    st.session_state[PLAYING] = False
    set_parameter(parameter, value)


@st.fragment(run_every=EVERY)
def _tick(parameter: str, values: list[str], shown: str) -> None:
    """The clock: its first run is part of the page's own, each later one moves to the next value and runs the page."""
    if not st.session_state.get(ARMED, False):
        st.session_state[ARMED] = True
        return
    after = values.index(shown) + 1
    if after < len(values):
        st.session_state[NEXT] = values[after]
    else:
        _stop(parameter, shown)
    st.rerun()
