"""A record in one paragraph: one line of the row's own words, with how well it is known."""

import pytest

from data.events.origins import corroboration
from data.records.paragraphs import PARAGRAPHS, paragraph
from data.selection.record_kinds import EVENT, KINDS, SHIP
from tests.factory import shipped

EVENTS = shipped()["events"]


def test_every_record_can_be_told_in_a_paragraph():
    assert set(PARAGRAPHS) == set(KINDS.values())


@pytest.mark.parametrize("kind", KINDS.values(), ids=KINDS)
def test_the_paragraph_is_one_line_that_names_the_row_and_has_no_holes(kind):
    rows = shipped()[kind.table]
    for _, row in rows.iloc[:: max(1, len(rows) // 40)].iterrows():
        text = paragraph(shipped(), kind, row[kind.id_column])
        assert row[kind.name_column] in text
        assert not {"\n", "nan", "NaT", "<NA>", "()"} & {text, *text.split()}
        assert " :" not in text
        assert ".." not in text.removesuffix("...")


def test_an_events_paragraph_says_how_well_it_is_known_and_its_dead_as_a_range():
    apart = EVENTS[EVENTS.killed_low < EVENTS.killed_high].iloc[0]
    text = paragraph(shipped(), EVENT, apart.event_id)
    assert f"Killed: {apart.killed_low} to {apart.killed_high}." in text
    assert shipped().choices("events", "verification")[apart.verification] in text
    known = shipped().labels("grades", "grade")[corroboration(shipped(), apart.to_frame().T).iloc[0]]
    assert text.endswith(f"known from: {known[0].lower()}{known[1:]}.")


def test_a_ships_paragraph_gives_no_flag_without_what_is_said_of_it():
    ships = shipped()["ships"]
    doubted = ships[ships.flag_note.str.startswith("False")].iloc[0]
    assert f"Flag: {shipped().choices('ships', 'flag')[doubted.flag]} (False: " in paragraph(
        shipped(), SHIP, doubted.ship_id
    )
