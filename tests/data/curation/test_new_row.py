"""A new event is asked for field by field: wrong answers are asked again, twins are shown, sources come on the way."""

import pytest

from data.curation.incoming.twins import likely_twins
from data.package.package import load_package
from tests.edited_tables import edit
from tests.factory import shipped

pytestmark = pytest.mark.slow
EVENTS = shipped()["events"].assign(date=lambda rows: rows.date.dt.strftime("%Y-%m-%d"))
KNOWN = EVENTS.iloc[-1]
SOURCE_ID = shipped()["sources"].source_id.iloc[0]
ORIGIN = shipped()["origins"].origin.iloc[0]
EVENT_ID = "2026-12-01-a-quite-unheard-of-thing-was-done"


def answers(sources=(SOURCE_ID,), title="A quite unheard-of thing was done", twin=(), **others):
    """What a curator types for an event; an empty line takes what is proposed."""
    fields = {
        "event_type": ["no such type", "statement"],
        "summary": ["", "It was done."],
        "actor": ["Somebody"],
        "actor_side": ["US"],
        "dyad": ["none"],
        "geo_precision": ["none"],
        "geo_note": ["no place was reported"],
        "verification": ["single"],
        "importance": ["4", "3"],
        "source_ids": [*sources],
        **others,
    }
    order = [
        column.name for column in shipped().descriptor.table("events").columns if column.constraints.get("required")
    ]
    rest = [
        answer for name in order if name not in ("event_id", "date", "title") for answer in fields.get(name, ["day"])
    ]
    return ["soon", "2026-12-01", title, "", *twin, "", *rest]


def typed(*lines):
    return "\n".join(lines) + "\n"


def test_an_event_is_added_in_its_order_and_wrong_answers_are_asked_again(desk):
    result = desk.run("add", typed=typed(*answers(), "", "y"))
    assert result.exit_code == 0, result.output
    events = load_package(desk.folder)["events"]
    event = events.set_index("event_id").loc[EVENT_ID]
    assert (event.title, event.event_type, event.importance) == ("A quite unheard-of thing was done", "statement", 3)
    assert list(events.event_id) == sorted(events.event_id)
    for sentence in ("must be a date written YYYY-MM-DD", "must stand in column event_type", "must be one of: 1, 2, 3"):
        assert f"No: {sentence}" in result.output
    assert "1: Milestone. A turning point of the crisis." in result.output
    for row in shipped()["verifications"].itertuples():
        assert f"{row.verification}: {row.label}. {row.description}" in result.output
    assert "Another field of events (" in result.output


def test_a_source_that_is_not_there_is_asked_for_on_the_way(desk):
    new = "a-new-source-2026-12-01"
    source = ["A Publisher", "A report", "2026-12-01", "https://example.org/report", "wire", "read"]
    if any(column.name == "origins" and column.constraints.get("required") for column in SOURCES.columns):
        source.append(ORIGIN)
    result = desk.run("add", typed=typed(*answers(sources=(new,)), "y", *source, "", "", "y"))
    assert result.exit_code == 0, result.output
    package = load_package(desk.folder)
    assert package["events"].set_index("event_id").source_ids[EVENT_ID] == (new,)
    assert package["sources"].set_index("source_id").publisher[new] == "A Publisher"


SOURCES = shipped().descriptor.table("sources")


def test_another_field_is_asked_for_by_its_name(desk):
    result = desk.run("add", typed=typed(*answers(), "nota", "note", "A note.", "", "y"))
    assert result.exit_code == 0, result.output
    assert 'has no field "nota"' in result.output
    assert load_package(desk.folder)["events"].set_index("event_id").note[EVENT_ID] == "A note."


def test_an_event_that_is_there_already_is_shown_and_not_added(desk):
    before = desk.bytes()
    result = desk.run("add", typed=typed(KNOWN.date, KNOWN.title.upper(), KNOWN.place, "n"))
    assert (result.exit_code, desk.bytes()) == (1, before)
    assert f"{KNOWN.event_id}: {KNOWN.title}" in result.output
    assert "the event is there already" in result.output


def test_a_field_that_does_not_fit_the_others_is_asked_for_again_and_no_answer_is_lost(desk):
    # The rule on the two is about both: neither answer is wrong by itself.
    lines = [*answers(dyad=["us_to_ve"]), "", "VEN", "USA", "y"]
    result = desk.run("add", typed=typed(*lines))
    assert result.exit_code == 0, result.output
    assert 'column from_code: must be "USA"' in result.output
    assert load_package(desk.folder)["events"].set_index("event_id").from_code[EVENT_ID] == "USA"


def test_what_is_broken_elsewhere_ends_the_asking(desk):
    edit(desk.folder, "events", lambda rows: rows[0].update(killed_low="9", killed_high="1"))
    before = desk.bytes()
    result = desk.run("add", typed=typed(*answers(), "", "y"))
    assert (result.exit_code, desk.bytes()) == (1, before)
    assert "killed_low" in result.output


def test_a_source_is_proposed_the_origin_of_its_publisher_and_a_new_origin_is_not(desk):
    sources = shipped()["sources"]
    known = sources[sources.publisher == sources.publisher.mode()[0]]
    source = [known.publisher.iloc[0], "A report", "2026-12-01", "https://example.org/report", "wire", "read"]
    lines = [*answers(sources=("a-new-source-2026-12-01",)), "y", *source, "Nobody so far", "", "", "", "", "y"]
    result = desk.run("add", typed=typed(*lines))
    assert result.exit_code == 0, result.output
    assert "There is no origins row Nobody so far. Add it now? (y/n) [n]" in result.output
    found = load_package(desk.folder)["sources"].set_index("source_id").origins["a-new-source-2026-12-01"]
    assert found == known.origins.mode()[0]


@pytest.mark.parametrize("lines", [answers()[:5], [*answers(), "", "n"], []], ids=["cut off", "not wanted", "nothing"])
def test_a_row_that_is_not_finished_leaves_every_file_as_it_was(desk, lines):
    before = desk.bytes()
    assert desk.run("add", typed=typed(*lines)).exit_code == 1
    assert desk.bytes() == before


def test_twins_are_alike_in_words_and_near_in_days():
    found = likely_twins(EVENTS, KNOWN.date, KNOWN.title, KNOWN.place)
    assert found[0] == f"{KNOWN.event_id}: {KNOWN.title}"
    assert len(found) <= 5
    assert likely_twins(EVENTS, "2031-01-01", KNOWN.title, KNOWN.place) == []
    assert likely_twins(EVENTS, KNOWN.date, "Zzz qqq", "") == []
    assert likely_twins(EVENTS, "soon", KNOWN.title, "") == []
