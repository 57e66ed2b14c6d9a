"""The records before and after one: in order, within the view where the record is in it, else within all."""

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from data.records.neighbours import BY, IN_VIEW, position_of
from data.selection.filters import Filters
from data.selection.selection import Scene
from data.view.settings import record_words, setting_kinds
from tests.factory import shipped

EVENTS = shipped()["events"]
NOTHING = Filters(q="zzzz no such words")


def scene(filters=Filters()):  # noqa: B008 (frozen)
    return Scene(shipped(), filters, filters.keep(EVENTS))


def rows_of(word):
    kind = setting_kinds()[word]
    return shipped()[kind.table].sort_values(BY[word], kind="stable")[kind.column]


def test_every_record_has_an_order_and_rows_of_a_view():
    assert set(BY) == set(IN_VIEW) == set(record_words())


@pytest.mark.parametrize("word", record_words())
def test_walking_on_from_the_first_record_meets_every_row_outside_the_view_once(word):
    wanted = list(rows_of(word))
    walked, here = [], wanted[0]
    while here and len(walked) <= 30:
        walked.append(here)
        position = position_of(scene(NOTHING), word, here)
        assert (position.number, position.total, position.in_view) == (len(walked), len(wanted), False)
        here = position.after.row_id if position.after else ""
    assert walked == wanted[: len(walked)]


@settings(deadline=None, max_examples=20)
@given(st.sampled_from(list(record_words())), st.data())
def test_the_record_after_one_has_that_one_before_it(word, data):
    row_id = data.draw(st.sampled_from(list(rows_of(word))))
    position = position_of(scene(), word, row_id)
    following = position_of(scene(), word, position.after.row_id) if position.after else None
    # After one that is outside the view may come one inside it, which has its neighbours there.
    if following and following.in_view == position.in_view:
        assert following.before.row_id == row_id
    assert (position.before is None) == (position.number == 1)
    assert (position.after is None) == (position.number == position.total)


def test_within_a_view_the_neighbours_are_of_the_view():
    view = scene(Filters(q="tanker"))
    ordered = view.events.sort_values("date", kind="stable")
    position = position_of(view, "event", ordered.event_id.iloc[1])
    assert position.in_view
    assert position.total == len(view.events)
    assert (position.before.row_id, position.after.row_id) == (ordered.event_id.iloc[0], ordered.event_id.iloc[2])


def test_rows_without_a_day_come_last():
    targets = shipped()["sanctions_targets"]
    undated = targets.target_id[targets.listed_on.isna()]
    numbers = [position_of(scene(), "target", one).number for one in undated]
    assert numbers == list(range(len(targets) - len(undated) + 1, len(targets) + 1))


def test_a_word_or_an_id_that_is_unknown_is_an_error():
    with pytest.raises(KeyError):
        position_of(scene(), "scale", "plover")
    with pytest.raises(ValueError, match="nope"):
        position_of(scene(), "event", "nope")


def test_days_of_events_never_go_back():
    days = EVENTS.set_index("event_id").date
    ids = list(rows_of("event"))
    assert pd.Series([days[one] for one in ids]).is_monotonic_increasing
