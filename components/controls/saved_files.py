"""The names of the files that a reader saves: they say of which view and release they are."""

import streamlit as st

from data.publish.file_names import file_name

VIEW_IN_FILES = "view_in_files"


def name_files_by(view: str, release: str) -> None:
    """Have all files of this run named by the view and the release."""
    st.session_state[VIEW_IN_FILES] = view, release


def saved_name(contents: str, ending: str) -> str:
    """The name of a file that holds `contents`, of the view that the run draws."""
    view, release = st.session_state[VIEW_IN_FILES]
    return file_name(contents, view, release, ending)
