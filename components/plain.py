"""Makes a cell's text safe to show: whatever stands in it is read as text, never as markup."""

import html
import re

MARKUP = re.compile(r"([!-/:-@\[-`{-~])")


def plain(text: str) -> str:
    """The text escaped for Markdown: every ASCII punctuation mark loses its meaning, so do line breaks."""
    return MARKUP.sub(r"\\\1", " ".join(text.split()))


def plain_in_picture(text: str) -> str:
    """The text escaped for plotly, which reads a small HTML in titles, labels and hover texts."""
    return html.escape(" ".join(text.split()), quote=False)


def link(text: str, address: str) -> str:
    """A Markdown link; anything but a web address or a path of this site gives the text alone."""
    if not re.match(r"(https?://|/|\?|[a-z]+\?)", address):
        return plain(text)
    destination = re.sub(r"[^!#-;=?-Z_a-z~]|[()\[\]*]", lambda found: _percent(found[0]), address)
    return f"[{plain(text)}]({destination})"


def _percent(character: str) -> str:
    return "".join(f"%{byte:02X}" for byte in character.encode())
