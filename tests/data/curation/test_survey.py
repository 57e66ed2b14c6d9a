"""What a curator is told to look at."""

import pytest

from data.curation.survey import missing_licences, notes_without_doubt, sources_of_outlets, stats_lines
from tests.factory import make_events, make_rows, package_with, shipped


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


@pytest.mark.parametrize(
    ("source", "is_found"),
    [
        ({"publisher": "A Website", "title": "What the president claims"}, True),
        ({"publisher": "A Website (summary of the transcript)", "title": "Talks"}, True),
        ({"publisher": "A Website (text of the ministry’s post)", "title": "Talks"}, False),
        ({"publisher": "A Website", "title": "Text of the decree"}, False),
        ({"publisher": "Ministry", "title": "Talks", "source_type": "official"}, False),
        ({"publisher": "A Website", "title": "Talks", "origins": ("paper",)}, False),
    ],
)
def test_a_source_that_traces_to_a_government_without_saying_why_is_one_to_look_at(source, is_found):
    rows = make_rows("sources", [{"source_id": "s", "origins": ("caracas",), **source}])
    origins = make_rows("origins", [{"origin": "caracas", "government": "VE"}, {"origin": "paper"}])
    assert bool(sources_of_outlets(package_with(sources=rows, origins=origins))) is is_found


def test_every_source_that_ships_traces_to_the_document_that_was_read():
    assert sources_of_outlets(shipped()) == []


@pytest.mark.parametrize(
    ("versions", "missing"),
    [
        (["", "A", "B"], []),
        (["C", "F", "D"], ["GL 5E"]),
        (["", "C"], ["GL 5A", "GL 5B"]),
        (["Z"], []),
        (["A", "A bis"], []),
    ],
)
def test_a_letter_of_a_licence_between_two_that_are_there_is_named_when_it_has_no_row(versions, missing):
    rows = [{"licence_id": f"gl-5{version}".lower(), "family": "5", "version": version} for version in versions]
    other = {"licence_id": "gl-9", "family": "9", "version": "B"}
    about = package_with(licences=make_rows("licences", [*rows, other]))
    assert missing_licences(about) == missing
    line = f"Letters of licences that are missing between others: {', '.join(missing) or 'none'}."
    assert line in stats_lines(about)


def test_no_letter_of_a_licence_that_ships_is_missing_between_others():
    assert missing_licences(shipped()) == []
