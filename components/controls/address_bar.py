"""Writes what a reader chose to the address, where the next run reads it."""

from collections.abc import Mapping

import streamlit as st

from data.view.settings import Settings

PAGE = "page"


def write_address(query: Mapping[str, str | list[str]]) -> None:
    """Put these parameters into the address, in place of all that it has: a callback."""
    st.query_params.from_dict(query)


def set_parameter(parameter: str, value: str) -> None:
    """Write a setting to the address, or take it out where it is the default: a callback. The page of a table, which
    holds other rows from then on, is the first again."""
    if PAGE in st.query_params:
        del st.query_params[PAGE]
    if parameter in st.query_params:
        del st.query_params[parameter]
    for name, written in Settings(**{parameter: value}).to_query().items():
        st.query_params[name] = written
