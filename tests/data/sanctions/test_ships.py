"""Ships are one row each, and what is not known stays unknown."""

import pandas as pd

from data.sanctions.ships import ships_in_view, tankers_taken
from tests.factory import make_events, make_rows, package_with

EVENTS = make_events(
    {"event_id": "e1", "date": pd.Timestamp("2025-12-10"), "title": "First"},
    {"event_id": "e2", "date": pd.Timestamp("2026-01-07"), "title": "Second"},
)


def make_ships() -> pd.DataFrame:
    """Two tankers taken, one tanker never met, one other boat taken."""
    return make_rows(
        "ships",
        [
            {"name": "Zeta", "ship_class": "tanker", "seizing_event_id": "e1", "former_names": ("Ómicron", "Rho")},
            {"name": "Alfa", "ship_class": "tanker", "seizing_event_id": "e2"},
            {"name": "Beta", "ship_class": "tanker"},
            {"name": "Gama", "ship_class": "fishing", "seizing_event_id": "e1"},
        ],
    )


PACKAGE = package_with(ships=make_ships(), events=EVENTS)


def test_only_tankers_count_as_tankers_taken_and_only_by_the_events_given():
    assert list(tankers_taken(make_ships(), EVENTS).name) == ["Zeta", "Alfa"]
    assert list(tankers_taken(make_ships(), EVENTS[:1]).name) == ["Zeta"]


def test_the_ship_seized_last_comes_first_and_those_never_seized_last():
    found = ships_in_view(PACKAGE, "")

    assert list(found.name) == ["Alfa", "Gama", "Zeta", "Beta"]
    assert found.seizure.isna().to_list() == [False, False, False, True]
    assert found.seizure.iloc[0] == "Second"


def test_words_find_a_ship_by_a_former_name():
    assert list(ships_in_view(PACKAGE, "omicron").name) == ["Zeta"]
