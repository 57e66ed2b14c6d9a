"""Links to the picture of a view as a file, where the routes that make them are there."""

from urllib.parse import urlencode

import streamlit as st

from data.text.messages import say
from data.view.picture_names import picture_name, query_of_picture

# Each link's message, the ending of the file, and what its address asks for beside the view.
FILES = {"png": ("png", {}), "square": ("png", {"size": "square"}), "svg": ("svg", {})}
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
    own = query_of_picture({word: st.query_params.get_all(word) for word in st.query_params})
    own |= {"theme": ["dark"]} if st.context.theme.type == "dark" else {}
    links = [
        f"[{say(f'pictures.link_{kind}')}](picture/{name}.{ending}?{urlencode({**own, **more}, doseq=True)})"
        for kind, (ending, more) in FILES.items()
    ]
    st.caption(say("pictures.save", links=" · ".join(links)), width="content")
