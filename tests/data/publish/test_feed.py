"""Feeds tell first what is new or put right, corrections field by field, and of persons only that it was done."""

from dataclasses import replace
from datetime import UTC, datetime

import feedparser
import pytest

from data.detentions.custody import PEOPLE
from data.package.descriptor import FOLDER
from data.package.package import load_package
from data.publish.feed import atom, correction_entries, event_entries
from data.versions.changes import Step, changes, last_written, moment_of
from tests.edited_tables import WHY, copy_tables, edit, second_state
from tests.factory import shipped

pytestmark = pytest.mark.slow
LATER = datetime(2099, 1, 1, tzinfo=UTC)


def link_of(parameter: str, row_id: str) -> str:
    return f"https://example.org/{parameter}/{row_id}"


def a_step(tmp_path, change=second_state):
    new = copy_tables(tmp_path / "new")
    change(new)
    return Step(LATER, shipped(), load_package(new), changes(FOLDER, new))


def test_what_was_added_or_put_right_last_comes_first(tmp_path):
    step = a_step(tmp_path)
    events = step.new["events"]
    entries = event_entries(step.new, events, [step], link_of)
    assert {entry.name for entry in entries[:2]} == {"2025-01-20-added-later", events.event_id.iloc[0]}
    assert [entry.updated for entry in entries[:3]] == [LATER, LATER, moment_of(step.old)]
    assert entries[2].name == events[events.date == events.date.max()].sort_values("importance").event_id.iloc[0]
    assert len(last_written(step.new, [step])) == len(events)


def test_a_correction_is_told_field_by_field_and_an_addition_is_none(tmp_path):
    entries = correction_entries([a_step(tmp_path)], link_of)
    titles = [entry.title for entry in entries]
    assert "Corrected: A title put right" in titles
    assert not [title for title in titles if "added later" in title]
    corrected = entries[titles.index("Corrected: A title put right")]
    assert f"is now “A title put right” ({WHY})" in corrected.summary
    assert corrected.link.startswith("https://example.org/event/")


def test_a_correction_is_known_again_whenever_its_files_were_written(tmp_path):
    step = a_step(tmp_path)
    later = replace(step, moment=datetime(2099, 12, 24, tzinfo=UTC))
    names = [[entry.name for entry in correction_entries([item], link_of)] for item in (step, later)]
    assert names[0] == names[1]
    assert len(set(names[0])) == len(names[0])


def test_a_name_that_was_taken_out_does_not_go_round_the_world_once_more(tmp_path):
    name = shipped()[PEOPLE].name.iloc[0]

    def take_out(folder):
        edit(folder, PEOPLE, lambda rows: rows[0].update(name="US citizen, unnamed"))

    package, entries = shipped(), correction_entries([a_step(tmp_path, take_out)], link_of)
    feed = atom(package, entries, "Corrections.", "https://example.org/corrections.atom").decode()
    assert len(entries) == 1
    assert name not in feed
    assert package[PEOPLE].person_id.iloc[0] not in feed


def test_a_feed_is_read_by_readers_of_feeds_whatever_stands_in_the_rows():
    events = shipped()["events"].head(2).assign(title=["<b>&amp;\x0b</b>", "Ñandú “x”"])
    entries = event_entries(shipped(), events, [], link_of)
    feed = feedparser.parse(atom(shipped(), entries, "About & more", "https://example.org/feed.atom"))
    assert not feed.bozo
    assert {entry.title for entry in feed.entries} == {"<b>&amp; </b>", "Ñandú “x”"}
    assert len({entry.id for entry in feed.entries}) == 2


def test_without_any_change_nothing_is_corrected():
    assert correction_entries([], link_of) == []
    assert b"<entry>" not in atom(shipped(), [], "None.", "https://example.org/corrections.atom")
