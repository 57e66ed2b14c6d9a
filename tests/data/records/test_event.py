"""What a record says of an event: its days and place with their precision, its whole, its parts, its linked events."""

import pytest

from data.records.event import parts_of, related_to, when, where, whole_of
from tests.factory import make_events, shipped

EVENTS = shipped()["events"]


@pytest.mark.parametrize(
    ("values", "text"),
    [
        ({}, "2 September 2025"),
        ({"end_date": "2025-09-04"}, "2 to 4 September 2025"),
        ({"date_precision": "approx"}, "about 2 September 2025"),
        ({"date_precision": "month"}, "September 2025"),
    ],
)
def test_days_are_as_exact_as_they_are_known(values, text):
    assert when(make_events(values).iloc[0]) == text


@pytest.mark.parametrize(
    ("values", "text"),
    [
        ({}, "no place reported (no place for the map)"),
        (
            {"place": "Maracaibo", "country": "VE", "geo_precision": "locality"},
            "Maracaibo, Venezuela (town or district)",
        ),
        (
            {"place": "Zulia, Venezuela", "country": "VE", "geo_precision": "admin1"},
            "Zulia, Venezuela (state or province)",
        ),
        (
            {"place": "Port of Cubagua", "country": "CU", "geo_precision": "locality"},
            "Port of Cubagua, Cuba (town or district)",
        ),
        ({"place": "Cuban waters", "country": "CU", "geo_precision": "country"}, "Cuban waters (country)"),
        ({"place": "Caribbean Sea", "country": "XZ", "geo_precision": "sea_area"}, "Caribbean Sea (area at sea)"),
    ],
)
def test_a_place_is_told_with_its_precision(values, text):
    assert where(shipped(), make_events(values).iloc[0]) == text


def test_a_part_is_among_the_parts_of_its_whole_and_not_among_linked_events():
    for _, part in EVENTS[EVENTS.part_of != ""].iterrows():
        whole = whole_of(shipped(), part).iloc[0]
        assert part.event_id in set(parts_of(shipped(), whole.event_id).event_id)
        assert part.event_id not in set(related_to(shipped(), whole).event_id)


def test_linked_events_know_each_other():
    for _, event in EVENTS.iloc[::20].iterrows():
        for _, other in related_to(shipped(), event).iterrows():
            assert event.event_id in {event.part_of, *related_to(shipped(), other).event_id, other.part_of}
