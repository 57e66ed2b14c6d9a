"""An event names a target when a whole name stands in its texts, or by its id."""

import pytest

from data.sanctions.name_finder import events_naming
from tests.factory import make_events

EVENTS = make_events(
    {"event_id": "2025-09-02-a", "title": "OFAC dropped the tanker Mia", "date": "2025-09-03"},
    {"event_id": "2025-09-02-b", "title": "A flight from Miami", "summary": "Nothing else"},
    {"event_id": "2025-09-02-c", "note": "Niño   Guerrero was named", "date": "2025-09-01"},
)


@pytest.mark.parametrize(
    ("names", "ids", "found"),
    [
        (["Mia"], [], ["a"]),
        (["Nino Guerrero"], [], ["c"]),
        (["Mia"], ["2025-09-02-b"], ["b", "a"]),
        (["", "..."], [], []),
    ],
)
def test_whole_names_and_ids_find_events_in_time(names, ids, found):
    assert [event[-1] for event in events_naming(EVENTS, names, ids).event_id] == found
