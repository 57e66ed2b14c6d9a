"""What readers see is said in short sentences."""

import re
from collections.abc import Iterator

from data.text.messages import interface_messages

MOST_WORDS = 25
# A sentence ends at its stop, question mark or line; what a value brings along counts as one word.
END, WORD = re.compile(r"(?<=[.!?])[*”\"]*\s+|\n+"), re.compile(r"[\w{]")


def sentences(text: str) -> list[str]:
    return END.split(text)


def words(sentence: str) -> int:
    return sum(bool(WORD.search(word)) for word in sentence.split())


def long_sentences(texts: dict[str, str]) -> Iterator[str]:
    for name, text in texts.items():
        yield from (f"{name}: {one}" for one in sentences(text) if words(one) > MOST_WORDS)


def test_no_sentence_of_the_interface_has_more_than_25_words():
    found = interface_messages().items()
    texts = {key: message.text for key, message in found} | {f"{key}, one": message.one for key, message in found}
    assert list(long_sentences(texts)) == []
