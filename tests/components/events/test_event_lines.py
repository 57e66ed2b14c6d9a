"""A chain of events runs in time, and the record's own days stand in it, as exactly as they are known."""

from dataclasses import replace

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from components.events.event_lines import chain_lines
from components.look.escaping import escape_markdown
from components.look.theme import theme_for
from components.view.view import PAGES, View
from data.selection.filters import Filters
from data.text.formats import day_name
from data.versions.data_version import DataVersion, version_state
from data.view.selection import Selection
from data.view.settings import Settings
from tests.factory import make_events, shipped

DAYS = st.sampled_from(list(pd.date_range("2025-01-20", periods=40)))


@pytest.fixture(scope="module")
def view():
    package = shipped()
    data_version = DataVersion(package, package, version_state(package))
    return View(Selection.of(package, Filters()), data_version, Settings(), PAGES[0], theme_for(package, "light"))


@settings(deadline=None)
@given(st.lists(DAYS, max_size=6), DAYS)
def test_lines_come_by_day_and_the_own_one_before_events_of_its_day(view, days, own):
    events = make_events(*({"date": day} for day in sorted(days)))
    lines = chain_lines(view, events, [(own, day_name(own), "Happened")])
    text = [pd.Timestamp(line.removeprefix("- ").split(":")[0]) for line in lines]
    assert text == sorted([*days, own])
    at = next(place for place, line in enumerate(lines) if "this record" in line)
    assert all(day < own for day in text[:at])


def test_an_own_day_is_said_with_its_precision_marked_and_not_linked(view):
    own = (pd.Timestamp("2025-03-01"), "between 1 March 2025 and 4 March 2025", "Detained [x](https://x)")
    (line,) = chain_lines(view, make_events(), [own])
    assert (
        line
        == f"- Between 1 March 2025 and 4 March 2025: **{escape_markdown('Detained [x](https://x)')}** (this record)"
    )


def test_links_of_a_chain_keep_the_view(view):
    words = replace(view, selection=Selection.of(view.package, Filters(q="tanker")))
    (line,) = chain_lines(words, make_events({"event_id": "2025-09-02-example"}), [])
    assert "events?q=tanker&event=2025-09-02-example" in line
