"""Forms that need no script: what is typed or ticked is asked for by the address that the browser makes of it."""

from collections.abc import Mapping, Sequence

from components.look.escaping import escape_html, html_tag
from data.text.matching import LONGEST
from data.text.messages import say


def form_html(address: str, query: Mapping[str, Sequence[str]], fields: str) -> str:
    """A form of these fields, with its button, that leads to the address; the parameters of `query` it carries on."""
    hidden = "".join(
        html_tag("input", type="hidden", name=name, value=value) for name, values in query.items() for value in values
    )
    button = f"<button>{escape_html(say('drawn.apply'))}</button>"
    return f"{html_tag('form', method='get', action=address)}{hidden}{fields}{button}</form>"


def field_html(name: str, title: str, written: str, hint: str = "") -> str:
    """A field to type in, with its title and a hint of how its value is written."""
    about = f" <small>{escape_html(hint)}</small>" if hint else ""
    own = html_tag("input", type="text", name=name, value=written, maxlength=str(LONGEST))
    return f"<label>{escape_html(title)}{about} {own}</label>"
