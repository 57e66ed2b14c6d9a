"""Draws the code with which another site shows a picture of the page, to be copied."""

from dataclasses import replace
from html import escape

import streamlit as st

from components.look.escaping import plain
from components.view.addresses import full_address
from components.view.view import View
from data.text.messages import say

# Room for a picture with its heading, its caption and its source line at the width of an article's column.
HEIGHT = 820


def draw_embed_codes(view: View) -> None:
    """One box a picture of this page that can stand alone; nothing on a page without one."""
    pictures = view.package["pictures"].sort_values("order")
    own = pictures[pictures.page == view.page.slug]
    for picture, label in zip(own.picture, own.label, strict=True):
        with st.container(key=f"embed_{picture}", gap="xxsmall"):
            st.markdown(f"**{say('embed_code.heading', picture=plain(label))}**")
            st.code(embed_code(view, picture, label), language=None, wrap_lines=True)


def embed_code(view: View, picture: str, label: str) -> str:
    """The HTML that shows the picture of this view on another site."""
    alone = replace(view, settings=replace(view.settings, picture=picture))
    attributes = {
        "src": f"{full_address(alone)}&embed=true",
        "title": label,
        "width": "100%",
        "height": str(HEIGHT),
        "loading": "lazy",
        "style": "border:0",
    }
    written = " ".join(f'{name}="{escape(value)}"' for name, value in attributes.items())
    return f"<iframe {written}></iframe>"
