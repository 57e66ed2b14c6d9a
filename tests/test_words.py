"""What readers see is said in short sentences."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from data.text.messages import interface_messages
from tests.factory import shipped

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


@pytest.mark.parametrize(("table", "column"), [("story", "text"), ("headlines", "text")])
def test_no_sentence_that_curators_write_has_more_than_25_words(table, column):
    texts = shipped()[table][column]
    assert list(long_sentences({f"{table}, row {row}": text for row, text in texts.items()})) == []


TITLE = re.compile(r'\s*subheader \{"body":"(.*?)","tag"')
RECORDS = sorted((Path(__file__).parent / "golden" / "pages").glob("*.txt"))


def test_no_title_that_the_golden_addresses_show_has_more_than_25_words():
    texts = {
        f"{path.stem}, line {number}": found[1]
        for path in RECORDS
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1)
        if (found := TITLE.match(line))
    }
    assert len(texts) > len(RECORDS)
    assert list(long_sentences(texts)) == []
