"""What a reader's words ask for: patterns, each of which must be found somewhere in the spelled text of a row.

A word is found whole or as the beginning of a word; one of one or two letters only whole, a number never inside a
longer number. Singular finds plural and plural singular. Words in quotation marks are found only as they are, in their
order. What a curator entered as a synonym is found too, unless it stands in quotation marks.
"""

import re
from collections.abc import Callable, Sequence

from data.package.once_per_package import once_per_package
from data.package.package import Package
from data.search.spelling import DATE, LICENCE, WORD, bare_text, date_words, licence_words

SYNONYMS = "synonyms"
QUOTED = re.compile('["“”„«»]([^"“”„«»]*)["“”„«»]?')
NO_LETTER_OR_DIGIT = r"[\W_]+"
# Words of so many letters begin too many others: "US" is no search for "used".
ONLY_WHOLE = 2
LEAST_SINGULAR = 3
# Words that end as plurals do and are none.
NO_PLURALS = {"news"}
OF_ES = ("ses", "xes", "zes", "ches", "shes")
OF_TEXTS = re.compile(r"(?P<lead>[\w ]*)\(\?:(?P<ends>[\w |]+)\)")
# How a part of what a reader typed is found there, and the pattern that it asks for; empty where it asks for nothing.
Reading = tuple[re.Pattern[str], Callable[[re.Match[str]], str]]


def wanted(package: Package, words: str) -> list[re.Pattern[str]]:
    """The patterns that the words ask for; none when nothing in them can be read."""
    found: list[str] = []
    text = bare_text(words)
    synonyms = [(typed, _any_of(texts)) for typed, texts in _synonyms(package)]
    for pattern, meant in (*READINGS, *synonyms, CHUNK):
        found += [meant(match) for match in pattern.finditer(text)]
        text = pattern.sub(" ", text)
    return [re.compile(pattern) for pattern in dict.fromkeys(found) if pattern]


def stands_in(pattern: re.Pattern[str]) -> Callable[[str], bool]:
    """Whether what is wanted stands in a spelled text. Most of it is one text or another, which is found in a third of
    the time that a pattern takes."""
    if not (plain := OF_TEXTS.fullmatch(pattern.pattern)):
        return lambda text: pattern.search(text) is not None
    texts = [plain["lead"] + end for end in plain["ends"].split("|")]
    if len(texts) == 1:
        return lambda text: texts[0] in text
    return lambda text: any(one in text for one in texts)


def _exactly(text: str) -> str:
    """The words as they stand, a day or licence however it is written there."""
    if date := DATE.fullmatch(text.strip()):
        return _whole(date_words(date).split())
    if licence := LICENCE.fullmatch(text.strip()):
        return "|".join(_whole([one]) for one in licence_words(licence))
    return _whole(WORD.findall(text))


def _whole(words: Sequence[str]) -> str:
    return f" {' '.join(words)} " if words else ""


def _phrase(words: Sequence[str]) -> str:
    """The words in their order, of which the last may go on or stand in the other number."""
    *before, last = words
    lead = "".join(f" {word}" for word in before)
    return f"{lead}(?:{'|'.join(_forms(last))})"


def _forms(word: str) -> list[str]:
    if len(word) <= ONLY_WHOLE and word.isalpha():
        return [f" {word} "]
    begins = f" {word}(?![0-9])" if word[-1].isdigit() else f" {word}"
    return [begins, *(f" {other} " for other in _other_numbers(word))]


def _other_numbers(word: str) -> list[str]:
    """The singular of a plural, and a plural that does not begin with its singular."""
    if word.endswith("y"):
        return [f"{word[:-1]}ies"]
    if not word.endswith("s") or word.endswith(("ss", "us", "is")) or word in NO_PLURALS:
        return []
    singulars = [word[:-1], *([f"{word[:-3]}y"] if word.endswith("ies") else [])]
    singulars += [word[:-2]] if word.endswith(OF_ES) else []
    return [singular for singular in singulars if len(singular) >= LEAST_SINGULAR]


def _of_chunk(match: re.Match[str]) -> str:
    """What stands between two spaces: one word, or parts such as those of "F-35", which may also be written as one."""
    parts = WORD.findall(match[0])
    if len(parts) > 1:
        return f"{_phrase(parts)}|{_phrase([''.join(parts)])}"
    return _phrase(parts) if parts else ""


READINGS: tuple[Reading, ...] = (
    (QUOTED, lambda match: _exactly(match[1])),
    (LICENCE, lambda match: "|".join(_phrase([licence]) for licence in licence_words(match))),
    (DATE, lambda match: _whole(date_words(match).split())),
)
CHUNK: Reading = (re.compile(r"\S+"), _of_chunk)


def written_otherwise(package: Package, words: str) -> list[str]:
    """The words, and as often again with a term in them in place of which a synonym stands."""
    text = bare_text(words)
    found = [(match, texts) for typed, texts in _synonyms(package) if (match := typed.search(text))]
    others = [
        text[: match.start()] + bare_text(other) + text[match.end() :] for match, (_, *also) in found for other in also
    ]
    return [text, *others]


def _any_of(texts: Sequence[str]) -> Callable[[re.Match[str]], str]:
    finds = "|".join(_phrase(found) for text in texts if (found := WORD.findall(bare_text(text))))
    return lambda _match: finds


@once_per_package
def _synonyms(package: Package) -> tuple[tuple[re.Pattern[str], tuple[str, ...]], ...]:
    """How each term is typed, with the term and what it finds too, longest first; none in a release from before there
    were any."""
    if SYNONYMS not in package.frames:
        return ()
    rows = package[SYNONYMS]
    terms = sorted(zip(rows.term, rows.also, strict=True), key=lambda row: -len(row[0]))
    return tuple((_typed(term), (term, *also)) for term, also in terms)


def _typed(term: str) -> re.Pattern[str]:
    words = NO_LETTER_OR_DIGIT.join(WORD.findall(bare_text(term)))
    return re.compile(rf"(?<![^\W_]){words}s?(?![^\W_])")
