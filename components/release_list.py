"""Draws what the data releases are, and each with the link that opens it and the checksum of its file."""

from urllib.parse import urlencode

import streamlit as st

from components.plain import link, plain
from components.view import View
from data.edition import AS_OF

SAID = """A release is a frozen copy of all tables, scores and declarations, and is never changed. `as_of=` in a link
opens the newest release on or before a day, with the numbers of that day; the links under "Cite or share" carry it by
themselves. Above a release stands how many rows of the view have changed since, with a link that lists them: `since=`
on Events lists what was added or put right since any day. What every release changed stands beside the tables in
`data/releases/CHANGELOG.md`, and what it put right in `corrections.csv`. The one exception: where a private person's
name is taken out on request, it is taken out of the releases too, and the changelog says that this was done.

The words and pictures of this site move on; a release keeps its facts, words and scores. A column that a release does
not have yet is empty in it, and for every release that ships a test holds its key numbers as they were."""


def draw_releases(view: View) -> None:
    """What the releases are, and all of them, the newest first."""
    st.header("Data releases", anchor=False)
    st.markdown(SAID)
    lines = [
        f"- {link(release.version, f'?{urlencode({AS_OF: release.version})}')}, file {plain(release.path.name)}, "
        f"SHA-256 `{release.sha256}`"
        for release in reversed(view.edition.standing.releases)
    ]
    st.markdown("\n".join(lines) or "None was made yet.")
