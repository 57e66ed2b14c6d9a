"""Draws the controls of pictures and tables: each is set as the address says, and writes to it what is chosen."""

from collections.abc import Callable, Collection, Mapping, Sequence
from functools import partial

import pandas as pd
import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from components.controls.address_bar import set_parameter
from components.controls.period_widgets import draw_day_field
from components.look.escaping import escape_markdown
from data.package.package import Package
from data.selection.periods import period_values, read_period
from data.text.formats import day_name
from data.text.matching import typed_words
from data.view.brief_parts import LengthSetting
from data.view.setting_kinds import Key, Option, Value
from data.view.settings import Settings, setting_kinds, setting_titles


def draw_period(package: Package, settings: Settings, parameter: str, *, default: str) -> None:
    """Draw the choice of a period, set as the address says, else to `default`: the phases, then the months."""
    key, value = f"setting_{parameter}", getattr(settings, parameter) or default
    values = period_values(package)
    st.session_state[key] = value
    st.selectbox(
        setting_titles()[parameter],
        values if value in values else [value, *values],
        format_func=lambda value: read_period(value, package).dated_name,
        key=key,
        label_visibility="collapsed",
        on_change=lambda: set_parameter(parameter, st.session_state[key]),
    )


def draw_options(package: Package, settings: Settings, *parameters: str) -> DeltaGenerator:
    """Draw the choices of these options in one quiet row, which stands above the picture that they change and is
    returned, for more."""
    row = st.container(horizontal=True, gap="medium", vertical_alignment="center", key="picture_settings")
    with row:
        for parameter in parameters:
            with st.container(width="content"):
                draw_option(package, settings, parameter)
    return row


def draw_option(package: Package, settings: Settings, parameter: str) -> None:
    """Draw the choices of an option as a row of radio buttons, set as the address says."""
    kind, key = setting_kinds()[parameter], f"setting_{parameter}"
    assert isinstance(kind, Option | Value | Key | LengthSetting), parameter
    labels = kind.choices(package)
    st.session_state[key] = getattr(settings, parameter)
    st.radio(
        setting_titles()[parameter],
        list(labels),
        format_func=lambda value: escape_markdown(labels[value]),
        key=key,
        horizontal=True,
        on_change=lambda: set_parameter(parameter, st.session_state[key]),
    )


def draw_select(
    settings: Settings, parameter: str, labels: Mapping[str, str], placeholder: str, *, has_label: bool = True
) -> None:
    """Draw the choice of one of `labels`, no two alike, or of none, set as the address says; its name stands above it
    where it `has_label`, else only those who hear the page are told it."""
    key, value = f"setting_{parameter}", getattr(settings, parameter)
    st.session_state[key] = value if value in labels else None
    st.selectbox(
        setting_titles()[parameter],
        list(labels),
        index=None,
        format_func=lambda value: labels[value],
        key=key,
        placeholder=placeholder,
        label_visibility="visible" if has_label else "collapsed",
        on_change=lambda: set_parameter(parameter, st.session_state[key] or ""),
    )


def draw_several(
    parameter: str, labels: Mapping[str, str], chosen: Sequence[str], write: Callable[[Sequence[str]], str]
) -> None:
    """Draw the choice of several of `labels`, `chosen` at first; `write` gives the value of the parameter that asks for
    them."""
    key = f"setting_{parameter}"
    st.session_state[key] = list(chosen)
    st.multiselect(
        setting_titles()[parameter],
        list(labels),
        format_func=lambda value: labels[value],
        key=key,
        on_change=lambda: set_parameter(parameter, write(st.session_state[key])),
    )


def draw_words(settings: Settings, parameter: str, hint: str, about: str) -> None:
    """Draw a field for words, set as the address says; what is typed is cleaned before it is written. `about` opens at
    its question mark."""
    key = f"setting_{parameter}"
    st.session_state[key] = getattr(settings, parameter)
    st.text_input(
        setting_titles()[parameter],
        key=key,
        placeholder=hint,
        help=about,
        label_visibility="collapsed",
        on_change=lambda: set_parameter(parameter, typed_words(st.session_state[key] or "")),
    )


def draw_day(
    parameter: str, day: pd.Timestamp, first: pd.Timestamp, last: pd.Timestamp, known: Sequence[pd.Timestamp], text: str
) -> None:
    """Draw the choice of a day from `first` to `last`, set to `day`, beside it what the `text` says of it, and a button
    for each day of `known`."""
    key = f"setting_{parameter}"
    with st.container(horizontal=True, vertical_alignment="center", gap="small", key=f"{key}_choice"):
        draw_day_field(setting_titles()[parameter], key, day, first, last, partial(set_parameter, parameter))
        st.markdown(f"**{escape_markdown(text)}**", width="content")
        for known_day in known:
            label, value = day_name(known_day), f"{known_day:%Y-%m-%d}"
            st.button(label, key=f"{key}_{value}", on_click=set_parameter, args=(parameter, value), type="tertiary")


def draw_switches(
    parameter: str, labels: Mapping[str, str], off: Collection[str], write: Callable[[frozenset[str]], str]
) -> None:
    """Draw a row of switches, all on but those `off`; `write` gives the value of the parameter that switches some off.

    The labels must not change from run to run: a browser names what is on by its label, and may lag behind.
    """
    key = f"setting_{parameter}"
    st.session_state[key] = [value for value in labels if value not in off]
    st.pills(
        setting_titles()[parameter],
        list(labels),
        selection_mode="multi",
        format_func=lambda value: escape_markdown(labels[value]),
        key=key,
        on_change=lambda: set_parameter(parameter, write(frozenset(labels.keys() - set(st.session_state[key])))),
    )
