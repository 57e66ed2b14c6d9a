"""Draws what the data releases are, and each with the link that opens it and the checksum of its file."""

from urllib.parse import urlencode

import streamlit as st

from components.look.escaping import escape_markdown, link
from components.view.downloads import draw_package_download
from components.view.view import View
from data.package.release_files import Release
from data.text.messages import say
from data.versions.data_version import AS_OF


def draw_releases(view: View) -> None:
    """What the releases are, and all of them, the newest first."""
    st.header(say("releases.heading"), anchor=False)
    st.markdown(say("releases.text"))
    st.markdown(say("releases.available"))
    lines = [f"- {_line(release)}" for release in reversed(view.data_version.version_state.releases)]
    st.markdown("\n".join(lines) or say("releases.none"))
    draw_package_download(view.package)


def _line(release: Release) -> str:
    version = link(release.version, f"?{urlencode({AS_OF: release.version})}")
    return say("releases.line", version=version, file=escape_markdown(release.path.name), checksum=release.sha256)
