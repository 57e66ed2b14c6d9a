"""A list of events under words says where they stand, as the table of events does; in the title anybody sees them."""

from components.events.event_lines import event_lines, numbered_lines
from components.timeline.timeline_labels import milestones_of
from data.selection.event_words import where_found
from data.selection.filters import Filters
from tests.components.overview.test_headlines import view_of
from tests.factory import shipped
from tests.shown import as_shown


def test_a_line_says_where_words_stand_that_its_title_does_not_hold():
    view = view_of(Filters(q="Maduro"))
    found = where_found(shipped(), view.events, "Maduro")
    lines = event_lines(view, view.events)
    assert len(lines) == len(view.events)
    assert ["your words in" in line for line in lines] == list(found != "Title")
    assert any(as_shown(line).endswith("(your words in: sources)") for line in lines)


def test_without_words_a_line_is_day_and_title():
    view = view_of(Filters())
    assert not any("your words in" in line for line in event_lines(view, view.events))


def test_milestones_have_their_numbers():
    view = view_of(Filters())
    assert numbered_lines(view, milestones_of(view.events))[2].startswith("3. ")
