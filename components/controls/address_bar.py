"""Writes what a reader chose to the address, where the next run reads it."""

from collections.abc import Mapping

import streamlit as st

from data.view.settings import Settings

PAGE = "page"


def write_address(query: Mapping[str, str | list[str]]) -> None:
    """Put these parameters into the address, in place of all that it has: a callback."""
    st.query_params.from_dict(query)


def change_address(changes: Mapping[str, str | list[str]]) -> None:
    """Put these parameters into the address, each in place of what it has, and take out those that are empty: a
    callback. All of it is one step of the browser's Back, which each write by itself would be."""
    before = {name: st.query_params.get_all(name) for name in st.query_params}
    given = {name: [value] if isinstance(value, str) and value else list(value) for name, value in changes.items()}
    after = {name: values for name, values in {**before, **given}.items() if values}
    if after != before:
        st.query_params.from_dict(after)


def set_parameter(parameter: str, value: str, *others: str) -> None:
    """Write a setting to the address, or take it out where it is the default, and take out the `others`: a callback.
    The page of a table, which holds other rows from then on, is the first again."""
    cleared = dict.fromkeys((PAGE, parameter, *others), "")
    change_address({**cleared, **Settings(**{parameter: value}).to_query()})
