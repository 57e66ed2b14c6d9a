"""Words as readers type them: matched without regard to accents or case."""

import re
import unicodedata
from collections.abc import Mapping, Sequence
from functools import lru_cache

LONGEST = 200
# Texts whose folded form is kept: more than the rows of all tables that are searched.
FOLDED = 8192


def values_given(query: Mapping[str, Sequence[str]], name: str) -> list[str]:
    """The values that an address gives to `name`. Empty ones and spaces alone are left out: a form sends them for
    fields that nobody filled, and they ask for the default."""
    return [value for value in query.get(name, ()) if value.strip()]


@lru_cache(maxsize=FOLDED)
def folded(text: str) -> str:
    """The text without accents and in one case, so that Tocorón, TOCORON and tocoron are the same."""
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    bare = "".join(letter for letter in decomposed if not unicodedata.combining(letter))
    return bare.casefold()


def mentions_name(name: str, text: str) -> bool:
    """Whether a name stands in the text as whole words, whatever their accents and case: "Niger" not in "Nigeria"."""
    return re.search(rf"\b{re.escape(folded(name))}\b", folded(text)) is not None


def typed_words(text: str) -> str:
    """What a reader typed as one clean line: no control characters, single spaces, at most 200 characters."""
    cleaned = "".join(" " if letter.isspace() else letter for letter in text)
    cleaned = "".join(letter for letter in cleaned if unicodedata.category(letter)[0] != "C")
    return re.sub(r" +", " ", cleaned).strip()[:LONGEST].rstrip()


def with_phrase(words: str, phrase: str) -> str:
    """What finds only those of the rows found by `words` that hold the phrase, too."""
    return f'{words} "{phrase}"'.strip()
