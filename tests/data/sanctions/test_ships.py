"""Ships are one row each, and what is not known stays unknown."""

import pandas as pd
import pytest

from data.package.release_files import known_releases
from data.sanctions.ships import programmes_text, ships_in_view, tankers_taken
from data.versions.release import open_release
from tests.factory import make_events, make_rows, package_with, shipped

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


def test_a_programme_that_is_not_about_venezuela_is_marked_as_such():
    assert programmes_text(shipped(), ("SDGT",)).endswith(" (not a Venezuela programme)")
    assert "not a Venezuela" not in programmes_text(shipped(), ("VENEZUELA-EO13850", "SDGT"))
    assert programmes_text(shipped(), ()) == ""


@pytest.mark.parametrize("ship", ["skipper", "bertha", "veronica-iii"])
def test_a_ship_listed_under_another_programme_stands_in_the_table_with_it(ship):
    row = ships_in_view(shipped(), "").set_index("ship_id").loc[ship]
    assert "not a Venezuela programme" in row.programmes
    assert row.imo
    assert row.list_status


def test_a_release_from_before_programmes_of_ships_names_none():
    release = open_release(known_releases()[0], shipped())
    assert set(ships_in_view(release, "").programmes) == {""}
