"""The records before and after one: in order, within the view where the record is in it, else within all."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from data.detentions.custody import custody_spans
from data.records.neighbours import position_of
from data.selection.filters import Filters
from data.selection.record_kinds import EVENT, KINDS, PERSON, SHIP, SOURCE, TARGET
from data.view.selection import Selection
from tests.factory import shipped

EVENTS = shipped()["events"]
NOTHING = Filters(q="zzzz no such words")


def selection(filters=Filters()):  # noqa: B008 (frozen)
    return Selection(shipped(), filters)


def rows_of(kind):
    """The ids in the order of the page's own table: the tables of people and ships have one of their own."""
    package, everything = shipped(), selection()
    if kind is PERSON:
        return custody_spans(package["detainees"], package.choices("detainees", "category")).person_id
    if kind is SHIP:
        return everything.ships.ship_id
    rows = package[kind.table].sort_values(kind.sort_column, ascending=False, kind="stable")
    return rows[kind.id_column]


@pytest.mark.parametrize("kind", KINDS.values(), ids=KINDS)
def test_walking_on_from_the_first_record_meets_every_row_outside_the_view_once_in_the_order_of_its_list(kind):
    listed = set(selection().rows(kind)[kind.id_column])
    wanted = [row_id for row_id in rows_of(kind) if row_id in listed]
    walked, here = [], wanted[0]
    while here and len(walked) <= 30:
        walked.append(here)
        position = position_of(selection(NOTHING), kind, here)
        assert (position.number, position.total, position.in_view) == (len(walked), len(wanted), False)
        here = position.after.row_id if position.after else ""
    assert walked == wanted[: len(walked)]


@settings(deadline=None, max_examples=20)
@given(st.sampled_from(list(KINDS.values())), st.data())
def test_the_record_after_one_has_that_one_before_it(kind, data):
    row_id = data.draw(st.sampled_from(list(rows_of(kind))))
    position = position_of(selection(), kind, row_id)
    following = position_of(selection(), kind, position.after.row_id) if position.after else None
    # After one that is outside the view may come one inside it, which has its neighbours there.
    if following and following.in_view == position.in_view:
        assert following.before.row_id == row_id
    assert (position.before is None) == (position.number == 1)
    assert (position.after is None) == (position.number == position.total)


def test_within_a_view_the_neighbours_are_of_the_view():
    view = selection(Filters(q="tanker"))
    ordered = view.events.sort_values("date", ascending=False, kind="stable")
    position = position_of(view, EVENT, ordered.event_id.iloc[1])
    assert position.in_view
    assert position.total == len(view.events)
    assert (position.before.row_id, position.after.row_id) == (ordered.event_id.iloc[0], ordered.event_id.iloc[2])


def test_rows_without_a_day_come_last():
    targets = shipped()["sanctions_targets"]
    undated = targets.target_id[targets.listed_on.isna()]
    numbers = [position_of(selection(), TARGET, one).number for one in undated]
    assert numbers == list(range(len(targets) - len(undated) + 1, len(targets) + 1))


def test_a_source_that_no_event_names_stands_among_all_sources():
    of_events = set(selection().sources.source_id)
    other = next(source for source in shipped()["sources"].source_id if source not in of_events)
    position = position_of(selection(), SOURCE, other)
    assert (position.in_view, position.total) == (False, len(shipped()["sources"]))
