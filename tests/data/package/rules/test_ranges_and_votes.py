"""Ranges of people, the sea of a strike, checks of rows and votes of Congress fit what stands beside them."""

import pandas as pd
import pytest

from data.package.rules.registry import check_rules
from tests.factory import make_events, make_rows, shipped


def broken(events: pd.DataFrame, votes: pd.DataFrame | None = None) -> list[tuple[str, str | None]]:
    frames = {"events": events, **({} if votes is None else {"votes": votes})}
    return [(problem.table, problem.column) for problem in check_rules(frames)]


STRIKE = {"strikes": 1, "country": "XZ", "area": "caribbean"}


@pytest.mark.parametrize(
    ("row", "column"),
    [
        ({"released": 4, "released_low": 5, "released_high": 3}, "released_low"),
        ({"released_low": 3}, "released_low"),
        ({"detained_high": 3}, "detained_low"),
        ({"released": 6, "released_low": 3, "released_high": 5}, "released"),
        ({"detained": 2, "detained_low": 3, "detained_high": 5}, "detained"),
        ({**STRIKE, "area": ""}, "area"),
        ({**STRIKE, "strikes": None, "country": "VE"}, "area"),
        ({"checked_on": "2026-12-01"}, "checked_on"),
        ({"checked_by": "author"}, "checked_on"),
    ],
)
def test_what_does_not_fit_is_named(row, column):
    events = make_events({name: pd.Timestamp(value) if name == "checked_on" else value for name, value in row.items()})
    assert ("events", column) in broken(events)


@pytest.mark.parametrize(
    "row",
    [
        {"released": 5, "released_low": 3, "released_high": 5},
        {"released_low": 12, "released_high": 80},
        {"released": 5},
        STRIKE,
        {"checked_on": pd.Timestamp("2026-12-01"), "checked_by": "author"},
    ],
)
def test_what_fits_is_left_alone(row):
    assert broken(make_events(row)) == []


VOTE = {"event_id": "2025-09-02-0", "chamber": "house", "question": "A resolution", "yes": 215, "no": 215}


@pytest.mark.parametrize(
    ("vote", "column"),
    [
        ({"day": "2025-09-02", "outcome": "failed"}, None),
        ({"day": "2025-09-02", "outcome": "carried"}, "outcome"),
        ({"day": "2025-09-02", "outcome": "failed", "yes": 216}, "outcome"),
        ({"day": "2025-09-04", "outcome": "failed"}, None),
        ({"day": "2025-09-05", "outcome": "failed"}, "day"),
        ({"day": "2025-09-01", "outcome": "failed"}, "day"),
    ],
)
def test_a_vote_fits_its_event_and_its_tally(vote, column):
    votes = make_rows("votes", [{**VOTE, **vote, "day": pd.Timestamp(vote["day"])}])
    events = make_events({"end_date": pd.Timestamp("2025-09-04")})
    assert broken(events, votes) == ([("votes", column)] if column else [])


def test_every_strike_at_sea_that_ships_has_its_sea_and_every_vote_its_event():
    events, votes = shipped()["events"], shipped()["votes"]
    assert (events.area[events.strikes.notna()] != "").all()
    reported = events.set_index("event_id").loc[list(votes.event_id)]
    assert list(reported.date) == list(votes.day)
    tallies = zip(votes["yes"], votes["no"], reported.title + reported.summary, strict=True)
    assert all(str(yes) in text and str(no) in text for yes, no, text in tallies)
