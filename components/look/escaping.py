"""Makes a cell's text safe to show: whatever stands in it is read as text, never as markup."""

import html
import re
from collections.abc import Mapping

MARKUP = re.compile(r"([!-/:-@\[-`{-~])")
ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")
# Escapes alone do not hold. When Markdown has been read and no escape is left, the front end goes over the text again:
# web and e-mail addresses become links, :streamlit: and :material_home: pictures, :smile: an emoji, "->" an arrow. It
# looks at one piece of text at a time, so each of these is cut in two by an element that shows nothing: Streamlit's
# colour of a text, without a colour and without text. It adds nothing to what a reader sees or copies. An HTML comment
# will not do, which is shown where HTML is not allowed; nor a character of no width, which would be copied.
NOTHING = ":color{}"
READ_AGAIN = re.compile(r"(?<=[:@])(?=\S)|(?<=ww)(?=w)|(?<=[<>~=-])(?=[<>~=-])", re.IGNORECASE)
# A path of this site, not that of another one, as //example.org is.
ADDRESS = re.compile(r"https?://|/(?!/)|\?|[a-z]+\?")


def escape_markdown(text: str) -> str:
    """The text for whatever Streamlit reads as Markdown: shown as it stands, on one line, with nothing in it a link, a
    picture or markup."""
    return NOTHING.join(MARKUP.sub(r"\\\1", part) for part in READ_AGAIN.split(" ".join(text.split())))


def without_escapes(text: str) -> str:
    """The text that `escape_markdown` was given, on one line."""
    return ESCAPED.sub(r"\1", text.replace(NOTHING, ""))


def escape_in_picture(text: str) -> str:
    """The text escaped for plotly, which reads a small HTML in titles, labels and hover texts."""
    return html.escape(" ".join(text.split()), quote=False)


def escape_html(text: str) -> str:
    """The text escaped for HTML, where it stands between tags or in the quotes of an attribute."""
    return html.escape(text)


def attributes(values: Mapping[str, str]) -> str:
    """The attributes of an HTML tag by their names, every value escaped: `href="/events" title="Events"`."""
    return " ".join(f'{name}="{escape_html(value)}"' for name, value in values.items())


def html_tag(tag: str, **values: str) -> str:
    """An opening tag of HTML with its attributes, every value escaped."""
    return f"<{tag} {attributes(values)}>"


def meta_tags(key: str, contents: Mapping[str, str]) -> list[str]:
    """One tag of metadata for each of the contents, whose name stands in the attribute `key`."""
    return [html_tag("meta", **{key: name, "content": text}) for name, text in contents.items()]


def link(text: str, address: str) -> str:
    """A Markdown link; anything but a web address or a path of this site gives the text alone."""
    if not ADDRESS.match(address):
        return escape_markdown(text)
    destination = re.sub(r"[^!#-;=?-Z_a-z~]|[()\[\]*]", lambda found: _percent(found[0]), address)
    return f"[{escape_markdown(text)}]({destination})"


def _percent(character: str) -> str:
    return "".join(f"%{byte:02X}" for byte in character.encode())


def button_to_copy(label: str, text: str, about: str, kind: str = "") -> str:
    """A button as HTML that copies the text; `about` says what that is good for. The script of
    routes/page_scripts/live_region.py listens to it, so without that script it is not shown."""
    own = attributes({"type": "button", "class": f"copy {kind}".strip(), "data-copy": text, "title": about})
    return f"<button {own}>{escape_html(label)}</button>"
