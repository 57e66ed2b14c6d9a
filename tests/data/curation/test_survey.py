"""What a curator is told to look at."""

import pytest

from data.curation.survey import notes_without_doubt, stats_lines
from tests.factory import make_events, package_with, shipped


@pytest.mark.parametrize(
    ("note", "is_found"),
    [
        ("Published in full on 29 January 2025.", True),
        ("The carrier was in the Mediterranean when ordered.", True),
        ("The day is approximate.", False),
        ("Reuters and AP disagree on the number.", False),
        ("No US confirmation was found.", False),
        ("", False),
    ],
)
def test_a_note_that_tells_a_plain_fact_is_one_to_look_at(note, is_found):
    events = make_events({"note": note})
    assert bool(notes_without_doubt(events)) is is_found
    about = package_with(events=events)
    assert any(line.startswith("Notes to look at") and "none" not in line for line in stats_lines(about)) is is_found


def test_every_note_that_ships_tells_what_is_uncertain():
    assert notes_without_doubt(shipped()["events"]) == []
