"""The messages of the interface: one table a language, from the key that code says to the text that readers see."""

import csv
import io
from functools import cache
from importlib.resources import files
from typing import NamedTuple

LANGUAGE = "en"
# The one file a language: a second language is a second file with the same keys.
FOLDER = files("data") / "text"


class Message(NamedTuple):
    """What readers see. `{name}` stands for a value; `one` is said where `count` is 1, if the text differs then."""

    text: str
    one: str


def say(key: str, /, **values: object) -> str:
    """The text of a message, with the values in its places: `say("caption.share", shown=3, count=5)`.

    `count=1` takes the form for one. A value may be formatted as in f-strings: `{count:,}`.
    Raises KeyError for a key that the table does not have and for a place that got no value.
    """
    found = interface_messages()[key]
    text = found.one if found.one and values.get("count") == 1 else found.text
    return text.format_map(values)


@cache
def interface_messages(language: str = LANGUAGE) -> dict[str, Message]:
    """Every message of a language by its key, in the order of the table."""
    table = (FOLDER / f"{language}.csv").read_bytes().decode("utf-8")
    return {row["key"]: Message(row["text"], row["one"]) for row in csv.DictReader(io.StringIO(table, newline=""))}
