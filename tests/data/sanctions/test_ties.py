"""Ties read as sentences, and kinship leads tie by tie to the centre of a picture."""

import pandas as pd

from data.sanctions.ties import centre_of, chain_to_centre, kin_of_centre, ties
from tests.factory import make_rows, package_with

TARGETS = make_rows(
    "sanctions_targets",
    [
        {"target_id": "a", "display_name": "Ana Peña", "listed_on": "2025-12-19"},
        {"target_id": "b", "display_name": "Bo Rojas"},
        {"target_id": "c", "display_name": "Ceiba"},
    ],
)


def make_relations(*sentences: tuple[str, str, str, str]) -> pd.DataFrame:
    """Ties: first end, relation, last end, kind."""
    names = ("from_target_id_or_name", "relation", "to_name", "kind")
    return make_rows("sanctions_relations", [dict(zip(names, row, strict=True)) for row in sentences])


RELATIONS = make_relations(("a", "sister of", "Núria Gómez", "family"), ("b", "owner of", "c", "ownership"))
PACKAGE = package_with(sanctions_targets=TARGETS, sanctions_relations=RELATIONS)


def test_a_tie_reads_as_a_sentence_of_names_with_the_first_one_s_day():
    first, second = (row for _, row in ties(PACKAGE).iterrows())

    assert list(first[["from_target_id_or_name", "relation", "to_name"]]) == ["Ana Peña", "sister of", "Núria Gómez"]
    assert first.listed_on == pd.Timestamp("2025-12-19")
    assert second.to_name == "Ceiba"


def test_words_choose_ties():
    assert list(ties(PACKAGE, "gomez").kind) == ["family"]
    assert ties(PACKAGE, "nobody").empty


PLACES = make_rows(
    "ties_places",
    [
        {"picture": "family", "node": "King", "centre": 1},
        {"picture": "family", "node": "Queen", "centre": 2},
        {"picture": "companies", "node": "King"},
    ],
)
KIN = make_relations(
    ("King", "husband of", "Queen", "family"),
    ("a", "sister-in-law of", "King", "family"),
    ("a", "sister of", "Queen", "family"),
    ("b", "wife of", "a", "family"),
    ("c", "owner of", "a", "ownership"),
    ("a", "mother of", "d", "family"),
)


def test_a_chain_goes_through_the_one_next_to_the_centre_even_where_a_shorter_way_is_there():
    assert chain_to_centre("a", KIN, PLACES) == [2, 0]
    assert chain_to_centre("b", KIN, PLACES) == [3, 2, 0]
    assert chain_to_centre("d", KIN, PLACES) == [5, 2, 0]


def test_business_is_no_kinship_and_a_stranger_has_no_chain():
    assert chain_to_centre("c", KIN, PLACES) == []
    assert chain_to_centre("nobody", KIN, PLACES) == []


def test_a_circle_of_ties_has_an_end():
    circle = make_relations(("a", "cousin of", "b", "family"), ("b", "cousin of", "a", "family"))
    assert chain_to_centre("a", circle, PLACES) == []


def test_without_a_marked_picture_nobody_is_kin_of_the_centre():
    assert chain_to_centre("a", KIN, PLACES[:1]) == []
    assert centre_of(PLACES[:1]) == ""
    assert centre_of(PLACES) == "King"


def test_kin_are_told_with_their_chain_and_each_tie_reads_from_its_first_end():
    kin = kin_of_centre(TARGETS, KIN, PLACES)
    assert dict(zip(kin.target_id, kin.chain, strict=True)) == {
        "a": "sister of Queen; King: husband of Queen",
        "b": "wife of Ana Peña, sister of Queen; King: husband of Queen",
    }
    assert list(kin.to_centre) == ["sister-in-law of King", ""]
