"""Links to the pictures and the documents of a view as files, where the routes that make them are there."""

from collections.abc import Mapping
from urllib.parse import urlencode

import streamlit as st

from components.look.escaping import attributes
from data.text.messages import say
from data.view.picture_names import picture_name, query_of_picture

# Each link's message, the ending of the file, and what its address asks for beside the view.
FILES: Mapping[str, tuple[str, Mapping[str, str]]] = {
    "png": ("png", {}),
    "square": ("png", {"size": "square"}),
    "svg": ("svg", {}),
}
SERVED = set[str]()


def offer_pictures() -> None:
    """Have pages offer pictures as files: whoever serves the routes of pictures says so."""
    SERVED.add("picture")


def draw_picture_links(key: str) -> None:
    """Draw the links to the files of the picture that is drawn with that key, in the view of the reader's address; none
    is made until it is asked for."""
    name = picture_name(key)
    if not SERVED or not name:
        return
    links = [
        f"[{say(f'pictures.link_{kind}')}]({_address(name, ending, **more)})" for kind, (ending, more) in FILES.items()
    ]
    st.caption(say("pictures.save", links=" · ".join(links)), width="content")


def draw_still_picture(name: str, shows: str) -> None:
    """Draw the picture of that name as a file shows it; `shows` says in words what it is."""
    if SERVED:
        look = {"src": _address(name, "svg"), "alt": shows, "data-picture": name, "style": "width:100%"}
        st.html(f"<img {attributes(look)}>")


def draw_document_links(documents: Mapping[str, str]) -> None:
    """Draw the links to documents of the view, each by its label and its address without what the view asks for."""
    if SERVED:
        query = urlencode(_query(), doseq=True)
        links = [f"[{label}]({address}{'&' if '?' in address else '?'}{query})" for label, address in documents.items()]
        st.markdown(say("brief.files", links=" · ".join(links)))


def _address(name: str, ending: str, **more: str) -> str:
    own = query_of_picture(_query()) | ({"theme": ["dark"]} if st.context.theme.type == "dark" else {})
    return f"picture/{name}.{ending}?{urlencode({**own, **more}, doseq=True)}"


def _query() -> dict[str, list[str]]:
    return {word: st.query_params.get_all(word) for word in st.query_params}
