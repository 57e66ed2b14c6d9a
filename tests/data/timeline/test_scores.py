"""Scores are looked up by code, never made up."""

import pandas as pd
import pytest

from data.timeline.scores import plover_score

SCORES = pd.DataFrame(
    {"event": ["COERCE", "COERCE", "AGREE"], "mode": ["", "seize", ""], "score": [-7.0, -6.5, 2.5]}, index=[2, 3, 4]
)


def coded(*codes: tuple[str, str]) -> pd.DataFrame:
    """Events with these PLOVER categories and modes; the index is not 0, 1, 2 on purpose."""
    frame = pd.DataFrame(codes, columns=["plover_event", "plover_mode"], dtype="str")
    return frame.set_axis(range(10, 10 + len(codes)), axis=0)


def test_a_mode_has_its_own_score_and_an_empty_mode_the_category_s():
    scores = plover_score(coded(("COERCE", "seize"), ("COERCE", ""), ("AGREE", "")), SCORES)

    assert scores.to_dict() == {10: -6.5, 11: -7.0, 12: 2.5}


def test_an_event_without_a_code_has_no_score_rather_than_zero():
    scores = plover_score(coded(("", ""), ("AGREE", "")), SCORES)

    assert scores.isna().to_list() == [True, False]
    assert scores.dtype == "float64"


def test_no_event_gives_no_score():
    assert plover_score(coded(), SCORES).empty


@pytest.mark.parametrize("code", [("COERCE", "unheard"), ("UNHEARD", ""), ("", "seize")])
def test_a_code_that_has_no_score_is_named_in_the_error(code):
    with pytest.raises(KeyError, match="no PLOVER score"):
        plover_score(coded(("AGREE", ""), code), SCORES)
