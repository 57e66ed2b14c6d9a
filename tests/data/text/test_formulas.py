"""Whatever a spreadsheet drops or splits at before a sign, no text of ours is run, and each comes back exactly."""

import re
import sys
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.text.formulas import BREAKS, escape_formula, is_formula, unguarded

FORMULAS = {
    "a space before it": " =1+1",
    "a line feed before it": "\n=1+1",
    "a line return and feed before it": "\r\n=1+1",
    "a tab before it": "\t=1+1",
    "a no-break space before it": "\xa0=1+1",
    "a narrow no-break space before it": "\u202f=1+1",
    "a space of no width before it": "\u200b=1+1",
    "a byte order mark before it": "\ufeff=1+1",
    "a quotation mark before it": '"=1+1',
    "apostrophes before it": "''=1+1",
    "several of these before it": "\ufeff \xa0\t\n =1+1",
    "a full-width equals sign": "＝1+1",
    "a full-width plus sign": "＋1",
    "a full-width minus sign": "－1",
    "a full-width at sign": "＠SUM(A1)",
    "a small minus sign": "﹣1",
    "a later item of a list": "plain;=HYPERLINK(A1)",
    "a later item with a space": "plain; +1",
    "an item after an empty one": "plain;;@SUM(A1)",
    "a later item in quotation marks": 'plain;"=1+1"',
    "a later line": "plain\n-1",
    "a later line of an old Mac": "plain\r-1",
    "a line after a line separator": "plain\u2028=1",
    "what stands after a tab": "plain\t=1",
}
HARMLESS = ["", "plain", "a - b", "1-2", "a,-b", "e=mc2", "me@example.org", "a; b", "'quoted'", "tout à fait; non"]
# Made of what matters alone, so that it meets in every order.
KNOTTY = st.text(st.sampled_from("=+-@＝－;\t\n\r'\" \xa0\u200b\u2028\ufeffa,"), max_size=12)
TEXT = KNOTTY | st.text(max_size=20)
ITEM = TEXT.map(lambda text: text.replace(";", ""))
SPLITTERS = re.compile(f"[;{BREAKS}]")


def runs(cell):
    """Whether a spreadsheet that drops what does not show before it would find a sign."""
    shown = (one for one in cell if one not in '" ' and unicodedata.category(one) not in ("Cc", "Cf", "Zs", "Zl", "Zp"))
    return unicodedata.normalize("NFKC", next(shown, "a")) in {"=", "+", "-", "@"}


@pytest.mark.parametrize("text", FORMULAS.values(), ids=FORMULAS.keys())
def test_what_hides_a_formula_is_seen_guarded_and_undone(text):
    assert is_formula(text)
    assert not any(map(runs, [escape_formula(text), *SPLITTERS.split(escape_formula(text))]))
    assert unguarded(escape_formula(text)) == text


@pytest.mark.parametrize("text", HARMLESS)
def test_a_text_that_nothing_would_run_is_left_as_it_is(text):
    assert not is_formula(text)
    assert escape_formula(text) == unguarded(text) == text


@given(KNOTTY)
def test_no_part_of_a_guarded_text_begins_as_a_formula_wherever_it_is_split(text):
    assert not any(map(runs, [escape_formula(text), *SPLITTERS.split(escape_formula(text))]))


@given(TEXT)
def test_every_text_comes_back_exactly(text):
    assert unguarded(escape_formula(text)) == text
    assert is_formula(text) == (escape_formula(text) != text)


@given(st.lists(ITEM, min_size=1, max_size=4))
def test_a_list_comes_back_as_a_whole_and_item_by_item(items):
    joined = ";".join(items)
    assert escape_formula(joined) == ";".join(map(escape_formula, items))
    assert list(map(unguarded, escape_formula(joined).split(";"))) == items
    assert unguarded(escape_formula(joined)) == joined


def test_no_character_without_a_shape_of_its_own_hides_a_sign():
    shapeless = [
        one
        for one in map(chr, range(sys.maxunicode + 1))
        if one.isspace() or unicodedata.category(one) in ("Cc", "Cf", "Zs", "Zl", "Zp")
    ]
    assert [one for one in shapeless if not is_formula(f"{one}=1") or not is_formula(f"a;{one}=1")] == []
