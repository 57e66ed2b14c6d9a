"""Which acts are actions, which way they go, and who took them under what."""

import pandas as pd
import pytest

from data.sanctions.actions import (
    action_type,
    actions,
    actions_by,
    actions_by_month,
    peak_months,
    publishers,
    tightening_or_easing,
)
from tests.factory import make_rows

SCORES = pd.DataFrame(
    {"event": ["SANCTION", "RETREAT", "REQUEST"], "mode": ["", "", ""], "score": [-6.0, 6.5, 0.0]},
)


def make_acts(*rows: tuple[str, str]) -> pd.DataFrame:
    """Acts with a day and a PLOVER category."""
    frame = pd.DataFrame(rows, columns=["date", "plover_event"]).astype({"plover_event": "str"})
    return frame.assign(date=pd.to_datetime(frame.date), plover_mode="", event_type="fine")


def test_actions_are_the_events_that_the_table_of_actions_names_newest_first_with_what_it_says_of_them():
    acts = make_acts(("2025-01-01", ""), ("2025-03-01", ""), ("2025-02-01", "")).assign(event_id=["a", "b", "c"])
    text = make_rows(
        "sanctions_actions",
        [{"event_id": "b", "authority": "EU"}, {"event_id": "a", "authority": "CA", "programme": ("X",)}],
    )

    found = actions(acts, text)
    assert list(found.event_id) == ["b", "a"]
    assert list(found.authority) == ["EU", "CA"]
    assert list(found.programme) == [(), ("X",)]


def test_an_act_stands_in_the_lane_of_each_of_its_programmes_and_one_without_in_the_empty_lane():
    acts = make_acts(("2025-01-01", "SANCTION"), ("2025-03-01", "RETREAT")).assign(
        event_id=["a", "b"], authority=["EU", "CA"], programme=[("X", "Y"), ()]
    )

    lanes = actions_by(acts, "programme", SCORES)
    assert list(zip(lanes.event_id, lanes.lane, lanes.way, strict=True)) == [
        ("a", "X", "tightening"),
        ("a", "Y", "tightening"),
        ("b", "", "easing"),
    ]
    assert list(actions_by(acts, "authority", SCORES).lane) == ["EU", "CA"]


def test_the_page_has_one_event_type_whose_colour_it_takes():
    types = pd.DataFrame({"event_type": ["storm", "fine"], "page": ["map", "sanctions"]})
    assert action_type(types) == "fine"


def test_an_act_tightens_or_eases_by_the_sign_of_its_score_and_goes_neither_way_without_one():
    acts = make_acts(
        ("2025-01-01", "SANCTION"), ("2025-01-01", "RETREAT"), ("2025-01-01", ""), ("2025-01-01", "REQUEST")
    )

    assert list(tightening_or_easing(acts, SCORES)) == ["tightening", "easing", "neither", "neither"]


def test_an_act_with_an_unknown_code_is_an_error_and_never_neither():
    with pytest.raises(KeyError):
        tightening_or_easing(make_acts(("2025-01-01", "UNHEARD")), SCORES)


def test_months_without_an_act_stand_between_others_as_zeros_in_every_direction():
    counts = actions_by_month(make_acts(("2025-01-05", "SANCTION"), ("2025-03-01", "SANCTION")), SCORES)

    assert counts.to_dict("list") == {"tightening": [1, 0, 1], "easing": [0, 0, 0], "neither": [0, 0, 0]}
    assert list(counts.index) == ["2025-01", "2025-02", "2025-03"]


def test_every_month_that_shares_the_highest_count_is_a_peak():
    assert peak_months(pd.Series({"2025-01": 2, "2025-02": 1, "2025-03": 2})) == ["2025-01", "2025-03"]
    assert peak_months(pd.Series({"2025-01": 0})) == []


def test_each_publisher_is_named_once_and_an_unknown_source_is_an_error():
    sources = pd.DataFrame({"source_id": ["s1", "s2", "s3"], "publisher": ["AP", "AP", "Voz"]})

    assert list(publishers(pd.Series([("s1", "s2", "s3"), ()]), sources)) == ["AP; Voz", ""]
    with pytest.raises(KeyError):
        publishers(pd.Series([("s9",)]), sources)
