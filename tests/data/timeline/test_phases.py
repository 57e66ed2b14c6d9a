"""The phases of the crisis: their names, their days and their events."""

from data.selection.filters import Filters
from data.selection.periods import all_phases
from data.selection.spans import DaySpan
from data.timeline.phases import counted_phases
from tests.factory import shipped


def test_every_event_from_the_first_phase_on_is_in_one_and_each_choice_shows_as_many_as_it_says():
    events, phases = shipped()["events"], counted_phases(shipped(), shipped()["events"])
    assert phases.events.sum() == (events.date >= phases.start.min()).sum()
    for phase in phases.itertuples():
        assert len(Filters(days=DaySpan.read(phase.span)).keep(shipped())) == phase.events
    days = (shipped().last_day - phases.start.min()).days + 1
    assert phases.days.sum() == days


def test_no_phase_bears_the_name_of_a_type_unmarked():
    types = {label.casefold().replace("strikes", "strike") for label in shipped()["event_types"].label}
    names = [phase.name for phase in all_phases(shipped())]
    assert not {name.casefold().replace("strikes", "strike") for name in names} & types
    assert "Strikes at sea (phase)" in names
    assert "Naval build-up" in names


def test_a_phase_is_dated_and_one_that_goes_on_says_since_when():
    dates = {phase.name: phase.dates for phase in all_phases(shipped())}
    assert dates["Strikes at sea (phase)"] == "2 September to 9 December 2025"
    assert dates["Blockade and first land strike"] == "10 December 2025 to 2 January 2026"
    assert dates["Transition and easing"] == "since 8 January 2026"
