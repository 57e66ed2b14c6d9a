"""What a mistyped word was probably meant to be: the nearest of the known words, or the form that a pattern asks for.

The likeness is rapidfuzz's ratio (100 for the same letters in the same order). Case, accents, kinds of quotation marks
and what stands between words do not count; a lost leading zero is found again.
"""

import re
from collections.abc import Iterable
from functools import lru_cache
from itertools import takewhile

from rapidfuzz import fuzz, process

from data.text.matching import folded

# Of words as long as ours, two wrong letters of eight are still near; half of the letters are not.
LEAST_LIKENESS = 75.0
TRIED = 5
# Words whose bare form is kept: more than any table has, so that many wrong cells are looked up quickly.
CACHED = 8192
QUOTES = str.maketrans("", "", "\"'`´“”„‟‘’‚«»")
BETWEEN = re.compile(r"[\s_\-‐-―]+")
NO_LETTERS = re.compile(r"[\W\d_]+")


def nearest(text: str, known: Iterable[str]) -> str | None:
    """The known word that the text is near enough to, the nearest first; None when none is.

    The letters alone must be near too, so that two events of one day are not taken for each other.
    """
    spellings = {value: _simplified(value) for value in sorted(known) if value}
    typed = _simplified(text)
    if zeros := _with_zeros(typed, spellings):
        return zeros
    found = process.extract(typed, spellings, scorer=fuzz.ratio, score_cutoff=LEAST_LIKENESS, limit=TRIED)
    near = [(score, _begin_alike(typed, letters), value) for letters, score, value in found if value != text]
    near = [candidate for candidate in near if _letters_alike(typed, spellings[candidate[2]])]
    return max(near)[2] if near else None


def did_you_mean(text: str, known: Iterable[str]) -> str:
    """The question that names the nearest known word; empty when none is near."""
    words = set(known)
    without_zeros = text.lstrip("0")
    if text.isdecimal() and without_zeros != text and without_zeros in words:
        return f'has "{without_zeros}" there lost the zero in front?'
    meant = nearest(text, words)
    return f'did you mean "{meant}"?' if meant else ""


def as_pattern(pattern: str, text: str) -> str:
    """How the text would be written to match the pattern, as words for a curator; empty without a guess."""
    bare = text.strip()
    slug = re.sub(r"[^a-z0-9]+", "-", folded(bare).translate(QUOTES)).strip("-")
    tries = (
        *(bare, bare.upper(), bare.lower(), slug, slug.replace("-", "_")),
        *(bare.removesuffix(".0"), re.sub(r"[\s,.]", "", bare), f"https://{bare}", f"#{bare.upper()}"),
    )
    fits = next((guess for guess in tries if guess != text and re.fullmatch(pattern, guess)), "")
    return f'write "{fits}"' if fits else ""


@lru_cache(maxsize=CACHED)
def _simplified(text: str) -> str:
    return BETWEEN.sub("-", folded(text).translate(QUOTES)).strip("-")


def _with_zeros(typed: str, spellings: dict[str, str]) -> str | None:
    """The known number from which a spreadsheet took the zeros in front."""
    if not typed.isdecimal():
        return None
    return next((value for value, digits in spellings.items() if digits != typed and digits.lstrip("0") == typed), None)


def _begin_alike(one: str, other: str) -> int:
    """How many letters at the start are the same."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))


def _letters_alike(one: str, other: str) -> bool:
    first, second = NO_LETTERS.sub("", one), NO_LETTERS.sub("", other)
    return fuzz.ratio(first, second) >= LEAST_LIKENESS
