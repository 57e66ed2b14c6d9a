"""Words are found as readers type them: whole or at their beginning, in phrases, as days, as licences, by synonyms."""

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.detentions.custody import searched_people
from data.sanctions.ships import searched_ships
from data.sanctions.targets import searched_targets
from data.search.spelling import spelled
from data.search.wanted import OF_TEXTS, stands_in, wanted
from data.selection.event_words import searched_events
from data.selection.filters import Filters
from data.text.matching import typed_words
from tests.factory import make_events, make_rows, package_with, shipped

SYNONYMS = make_rows(
    "synonyms", [{"term": "green card", "also": ("permanent resident",)}, {"term": "TdA", "also": ("Tren de Aragua",)}]
)


def finds(words: str, text: str) -> bool:
    """Whether the words find an event with that title."""
    package = package_with(
        events=make_events({"title": text, "date": pd.Timestamp("2025-03-07"), "source_ids": ()}), synonyms=SYNONYMS
    )
    return len(Filters(q=words).keep(package)) == 1


FOUND = [
    ("resident", "A resident of Caracas"),
    ("resid", "Residents of Caracas"),
    ("TOCORON", "The prison of Tocorón"),
    ("strike", "Two strikes at sea"),
    ("strikes", "A strike at sea"),
    ("embassies", "The embassy reopened"),
    ("embassy", "Two embassies reopened"),
    ("crashes", "A crash at sea"),
    ("licences", "A licence renewed"),
    ("U.S. strike", "US strike"),
    ("us strike", "U.S. strike"),
    ("US", "The US said so"),
    ("Maduro", "Maduro\u2019s nephews"),
    ("Maduro's", "Nicolás Maduro"),
    ("anti-drug", "An antidrug flight"),
    ("antidrug", "An anti-drug flight"),
    ("anti drug", "An anti-drug flight"),
    ("F-35", "Ten F-35B jets"),
    ("F35", "Ten F-35 jets"),
    ("O'Brien", "Sean O\u2019Brien"),
    ("1250", "Some 1,250 people"),
    ("1,250", "Some 1,250 people"),
    ("boat, strike!", "A strike on a boat"),
    ('"land strike"', "The first land strike"),
    ("\u201cland strike\u201d", "The first land strike"),
    ('"land strike', "The first land strike"),
    ('"land strike" first', "The first land strike"),
    ("green card", "A lawful permanent resident was held"),
    ("green cards", "Two permanent residents were held"),
    ("green-card", "Two permanent residents were held"),
    ("tda", "Tren de Aragua listed"),
]
NOT_FOUND = [
    ("resident", "The president spoke"),
    ("US", "He used it and thus must"),
    ("strike", "A restrike"),
    ("35", "A ship of 350 people"),
    ("F-35", "Area F 350"),
    ("news", "A new envoy"),
    ('"land strike"', "Two land strikes"),
    ('"land strike"', "A strike on land"),
    ('"green card"', "A permanent resident was held"),
    ("permanent resident", "A green card was shown"),
    ("tren de aragua", "TdA listed"),
    ("boat maduro", "A boat"),
    ("'", "It's Maduro's"),
    ("\u00b4 \u00a8", "Anything"),
]


@pytest.mark.parametrize(("words", "text"), FOUND)
def test_words_find(words, text):
    assert finds(words, text)


@pytest.mark.parametrize(("words", "text"), NOT_FOUND)
def test_words_do_not_find(words, text):
    assert not finds(words, text)


DAYS = [
    "2 September",
    "2 september 2025",
    "2nd of September",
    "September 2",
    "September 2nd, 2025",
    "Sept. 2, 2025",
    "2 Sep 2025",
    "2025-09-02",
]
MONTHS = ["September 2025", "Sept 2025", "sep 2025", "2025-09", "September"]


@pytest.mark.parametrize("words", [*DAYS, *MONTHS, '"2 September 2025"', '"Sept 2025"'])
@pytest.mark.parametrize("text", ["Said on 2 September 2025", "Said on Sept. 2, 2025", "Said on 2025-09-02", ""])
def test_a_day_or_month_is_found_however_it_is_written_in_texts_and_as_the_day_of_the_event(words, text):
    day = "2025-03-07" if text else "2025-09-02"
    events = make_events({"title": text or "Example", "date": pd.Timestamp(day)})
    assert len(Filters(q=words).keep(package_with(events=events))) == 1


@pytest.mark.parametrize(
    "words", ["12 September", "2 September 2024", "22 September", "2025-09-03", "October 2025", "2025-13"]
)
def test_another_day_is_not_found(words):
    events = make_events({"title": "Said on 2 September 2025", "date": pd.Timestamp("2025-09-02")})
    assert Filters(q=words).keep(package_with(events=events)).empty


def test_every_day_of_an_event_is_found_and_of_a_month_alone_no_day():
    days = {"date": pd.Timestamp("2025-09-01"), "end_date": pd.Timestamp("2025-09-04")}
    events = make_events(days, {"date": pd.Timestamp("2025-09-01"), "date_precision": "month"})
    found = {
        words: list(Filters(q=words).keep(package_with(events=events)).index)
        for words in ("3 September", "1 September", "Sept 2025")
    }
    assert found == {"3 September": [0], "1 September": [0], "Sept 2025": [0, 1]}


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("GL 46", ["46", "46A", "46 and 47"]),
        ("GL46", ["46", "46A", "46 and 47"]),
        ("General License No. 46", ["46", "46A", "46 and 47"]),
        ("general licence 46a", ["46A"]),
        ("GL 46A", ["46A"]),
        ('"GL 46"', ["46", "46 and 47"]),
        ("GL 47", ["46 and 47"]),
        ("gl-5", ["5U"]),
        ("GL 5U", ["5U"]),
        ("GL 4", []),
    ],
)
def test_a_licence_is_found_with_its_versions_and_in_quotation_marks_without(words, found):
    texts = {
        "46": "OFAC issued GL 46",
        "46A": "General License 46A issued",
        "46 and 47": "General Licences 46 and 47",
        "5U": "GL-5U",
        "": "GL 460",
    }
    events = make_events(*({"title": text, "note": key} for key, text in texts.items()))
    assert list(Filters(q=words).keep(package_with(events=events)).note) == found


def test_an_event_is_found_by_what_claims_sources_and_licences_say_of_it():
    events = make_events({"event_id": "e", "title": "Example", "source_ids": ("s",), "note": "See below"})
    package = package_with(
        events=events,
        claims=make_rows("claims", [{"event_id": "e", "claimant": "Foro Penal", "value": "at least nine"}]),
        sources=make_rows("sources", [{"source_id": "s", "publisher": "El Pitazo", "title": "Nueve presos"}]),
        licences=make_rows("licences", [{"licence_id": "gl-46a", "subject": "Diluents", "event_id": "e"}]),
    )
    places = {
        words: searched_events(package).found_in(package, words).iloc[0]
        for words in (
            "foro penal",
            "pitazo",
            "presos",
            "GL 46",
            "diluents",
            "below",
            "example",
            "example pitazo",
            "zzzz",
        )
    }
    assert places == {
        "foro penal": ("claims",),
        "pitazo": ("sources",),
        "presos": ("sources",),
        "GL 46": ("licence",),
        "diluents": ("licence",),
        "below": ("note",),
        "example": ("title",),
        "example pitazo": ("title", "sources"),
        "zzzz": (),
    }


@given(st.text(max_size=200).map(typed_words))
def test_whatever_is_typed_finds_some_events_or_none_and_what_is_found_stands_somewhere(words):
    rows, package = searched_events(shipped()), shipped()
    found = rows.mention(package, words)
    places = rows.found_in(package, words)
    assert list(found.index) == list(package["events"].index)
    if words.strip():
        assert all(places[found].map(len) > 0)
    else:
        assert found.all()


@given(st.text(alphabet="abc \"'-.,/é1", max_size=60))
def test_a_spelled_text_is_a_line_of_words_with_a_space_on_either_side(text):
    line = spelled(text)
    assert line.startswith(" ")
    assert line.endswith(" ")
    assert line == line.casefold()


def test_every_synonym_of_the_table_finds_something_that_the_term_alone_may_not():
    """A synonym that stands nowhere is a slip of the pen."""
    package = shipped()
    searched = [of(package) for of in (searched_events, searched_people, searched_ships, searched_targets)]
    idle = [
        text
        for also in package["synonyms"].also
        for text in also
        if not any(rows.mention(package, text).any() for rows in searched)
    ]
    assert idle == []


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("delist", {"2026-04-01-delcy-rodriguez-delisted"}),
        ("narco-nephews", set()),
        ("GL 46", {"2026-02-10-gl-48-46a-30b"}),
    ],
)
def test_what_a_desk_officer_types_finds_events_of_the_shipped_tables(words, found):
    ids = set(Filters(q=words).keep(shipped()).event_id)
    assert ids
    assert found <= ids


@pytest.mark.parametrize(
    "words", ["tanker", "drug boats", '"drug boat"', "us", "46a", "companies", "green card", "F-35", "of"]
)
def test_texts_that_are_looked_for_without_a_pattern_are_found_where_the_pattern_stands(words):
    texts = searched_events(shipped()).whole
    for pattern in wanted(shipped(), words):
        stands = stands_in(pattern)
        assert [stands(text) for text in texts] == [bool(pattern.search(text)) for text in texts]


def test_a_word_needs_no_pattern():
    (pattern,) = wanted(shipped(), "companies")
    assert OF_TEXTS.fullmatch(pattern.pattern)
