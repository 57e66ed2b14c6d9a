"""What readers see is said in short sentences."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from components.about.dataset import METHOD
from data.text.messages import interface_messages
from data.view.sections import SECTIONS
from tests.factory import shipped
from tests.pages.test_matrix import opened

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


def test_no_sentence_of_the_method_has_more_than_25_words():
    assert list(long_sentences({"about": METHOD.read_text(encoding="utf-8")})) == []


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


# Filters of many kinds: those that leave much, those that leave a single day, and words that narrow whom a page shows.
VARIED = [
    {"month": ["2025-09..2026-03"], "type": ["vessel_strike", "sanctions", "detention"], "side": ["US"]},
    {"month": ["2026-01"]},
    {"days": ["2026-01-08..2026-01-23"], "verification": ["official", "disputed"]},
    {"days": ["2025-12-11"]},
    {"q": ["Maduro"], "month": ["..2025-12"]},
    {"q": ["Foro Penal"]},
]
WITHOUT_TITLES = {"about": {item.name for item in SECTIONS["about"]}, "events": {"table"}}
SECTION_NAMES = [(page, item.name) for page, items in SECTIONS.items() for item in items]
DRAWN = [("", ""), ("map", ""), *(place for place in SECTION_NAMES if place[1] not in WITHOUT_TITLES.get(place[0], ()))]
SETTINGS = [{}, {"step": ["week"], "lanes": ["programme"]}, {"step": ["cumulative"], "lanes": ["authority"]}]


# Opens every section six times over.
@pytest.mark.slow
@pytest.mark.parametrize(("page", "section"), DRAWN)
def test_no_title_that_is_made_by_rule_has_more_than_25_words(page, section):
    texts = {}
    for place, filters in enumerate(VARIED):
        app = opened(
            page, {**filters, **SETTINGS[place % len(SETTINGS)], **({"section": [section]} if section else {})}
        )
        assert not app.exception
        texts |= {f"{filters}, title {number}": title.value for number, title in enumerate(app.subheader, 1)}
    assert texts
    assert list(long_sentences(texts)) == []
