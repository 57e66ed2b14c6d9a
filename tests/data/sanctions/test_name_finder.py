"""The name finder: accents, order and small misspellings do not matter, and every score is between 0 and 100."""

import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from data.sanctions.name_finder import COLUMNS, LEAST_LIKENESS, LEAST_SCORE, MOST, find_names, likeness, split_words
from tests.factory import shipped


def names(typed: str) -> list[str]:
    """The names found, best first."""
    return list(find_names(shipped(), typed).name)


def scores(typed: str) -> dict[str, float]:
    """The score of each name found."""
    found = find_names(shipped(), typed)
    return dict(zip(found.name, found.score, strict=True))


ABOUT = (Path(__file__).parents[3] / "components" / "about" / "about.md").read_text(encoding="utf-8")
EXAMPLES = re.findall(r"^\| ([^|]+) \| ([^|]+) \| (\d+) \|$", ABOUT.split("## The name finder")[1], re.MULTILINE)


@pytest.mark.parametrize(("typed", "name", "score"), EXAMPLES)
def test_an_example_of_the_method_page_comes_out_as_it_is_told(typed, name, score):
    assert f"{scores(typed)[name]:.0f}" == score


def test_the_method_page_has_examples_and_the_limits_that_hold():
    assert len(EXAMPLES) >= 5
    text = ABOUT.split("## The name finder")[1].split("## ")[0]
    assert f"Below {LEAST_LIKENESS:.0f}" in text
    assert f"under {LEAST_SCORE:.0f}" in text
    assert f"more than {MOST}" in text


@pytest.mark.parametrize("typed", ["malpica erik", "Erik Malpica", "ERIK MALPÍCA", "  erik,malpica  "])
def test_order_case_accents_and_marks_do_not_matter(typed):
    assert names(typed)[0] == "Carlos Erik Malpica Flores"
    assert scores(typed) == scores("malpica erik")


def test_a_relation_finds_those_who_stand_in_it_and_only_a_name_is_worth_the_whole_score():
    found = scores("Cilia Flores nephew")
    nephews = {"Efraín Antonio Campo Flores", "Franqui Francisco Flores de Freitas", "Carlos Erik Malpica Flores"}
    assert {name for name, score in found.items() if score == 90} == nephews
    assert scores("Cilia Flores")["Cilia Flores"] == 100


def test_other_names_lead_to_the_one_who_bears_them():
    assert names("rosita")[0] == "Jimena Romina Araya Navarro"
    assert names("niño guerrero")[0] == "Héctor Rusthenford Guerrero Flores"
    assert names("lunar tide")[0] == "Rosalind"


def test_a_synonym_finds_those_whom_it_means():
    nephews = {"Efraín Antonio Campo Flores", "Franqui Francisco Flores de Freitas"}
    assert {name for name, score in scores("narco-nephews").items() if score == 100} >= nephews


def test_a_number_is_found_whole_or_not_at_all():
    assert names("9304668") == []
    assert names("56485") == ["Franqui Francisco Flores de Freitas"]


def test_a_hit_opens_the_record_of_a_target_or_a_ship_and_a_name_outside_the_tables_none():
    opened = {
        typed: tuple(find_names(shipped(), typed).iloc[0][["parameter", "row_id"]]) for typed in ("erik", "skipper")
    }
    assert opened == {"erik": ("target", "malpica-flores-carlos-erik"), "skipper": ("ship", "skipper")}
    assert tuple(find_names(shipped(), "Cilia Flores").iloc[0][["parameter", "row_id"]]) == ("", "")


def test_no_one_is_found_twice_and_no_more_than_twenty_are():
    for typed in ("flores", "tren de aragua", "de"):
        found = find_names(shipped(), typed)
        assert not found.duplicated(["parameter", "row_id", "name"]).any()
        assert len(found) <= MOST
    assert len(find_names(shipped(), "de")) == MOST


@pytest.mark.parametrize("typed", ["", "   ", "´`¨^~", "\u0301\u0303", "...", "—", "\x00", "x" * 5000, "ñ" * 5000])
def test_what_holds_no_name_finds_nothing(typed):
    found = find_names(shipped(), typed)
    assert found.empty
    assert list(found) == COLUMNS


def test_five_thousand_characters_that_start_with_a_name_find_it_or_nothing():
    found = find_names(shipped(), "malpica " * 625)
    assert list(found.name.head(1)) == ["Iriamni Malpica Flores"] or found.empty


@settings(max_examples=40, deadline=None)
@given(st.text(max_size=300))
def test_whatever_is_typed_scores_lie_between_the_least_and_a_hundred_best_first(typed):
    found = find_names(shipped(), typed)
    assert found.score.between(LEAST_SCORE, 100).all()
    assert found.score.is_monotonic_decreasing


@settings(deadline=None)
@given(st.text(alphabet="abcdeñz", min_size=1, max_size=8), st.text(alphabet="abcdeñz", min_size=1, max_size=8))
def test_likeness_is_whole_for_one_word_and_the_same_both_ways(one, other):
    assert likeness(one, one) == 100
    assert likeness(one, other) == pytest.approx(likeness(other, one))


def test_words_are_split_at_marks_and_folded():
    assert split_words("FLORES de Malpica, Eloísa (S.A.)") == ("flores", "de", "malpica", "eloisa", "s", "a")
