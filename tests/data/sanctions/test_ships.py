"""Ships are one row each, and what is not known stays unknown."""

import pandas as pd

from data.sanctions.ships import SEARCHED, ships_in_view, tankers_taken


def made(columns: tuple[str, ...], rows: list[dict[str, object]]) -> pd.DataFrame:
    """Rows with the named text columns, empty where a row does not give them."""
    return pd.DataFrame([{**dict.fromkeys(columns, ""), **row} for row in rows])


EVENTS = pd.DataFrame(
    {"event_id": ["e1", "e2"], "date": pd.to_datetime(["2025-12-10", "2026-01-07"]), "title": ["First", "Second"]}
)


def make_ships() -> pd.DataFrame:
    """Two tankers taken, one tanker never met, one other boat taken."""
    ships = made(
        ("ship_class", "seizing_event_id", *SEARCHED),
        [
            {"name": "Zeta", "ship_class": "tanker", "seizing_event_id": "e1"},
            {"name": "Alfa", "ship_class": "tanker", "seizing_event_id": "e2"},
            {"name": "Beta", "ship_class": "tanker"},
            {"name": "Gama", "ship_class": "fishing", "seizing_event_id": "e1"},
        ],
    )
    return ships.drop(columns="other_names").assign(former_names=[("Ómicron", "Rho"), (), (), ()])


def test_only_tankers_count_as_tankers_taken_and_only_by_the_events_given():
    assert list(tankers_taken(make_ships(), EVENTS).name) == ["Zeta", "Alfa"]
    assert list(tankers_taken(make_ships(), EVENTS[:1]).name) == ["Zeta"]


def test_the_ship_seized_last_comes_first_and_those_never_seized_last():
    found = ships_in_view(make_ships(), EVENTS, "")

    assert list(found.name) == ["Alfa", "Gama", "Zeta", "Beta"]
    assert found.seizure.isna().to_list() == [False, False, False, True]
    assert found.seizure.iloc[0] == "Second"


def test_words_find_a_ship_by_a_former_name():
    assert list(ships_in_view(make_ships(), EVENTS, "omicron").name) == ["Zeta"]
