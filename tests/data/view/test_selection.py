"""A selection holds what the filters leave, works each part out once, and lists the rows of every kind of record."""

import pytest

from data.selection.filters import Filters
from data.selection.record_kinds import EVENT, KINDS
from data.view import selection as module
from data.view.key_figures import key_figures
from data.view.monthly import monthly_series
from data.view.sanctions_figures import sanctions_figures
from data.view.selection import ROWS, Selection
from tests.factory import shipped

WORDS = Filters(q="tanker")
# Each part of a selection, with the function of its subject that works it out.
PARTS = {
    "custody": "custody_in",
    "targets": "targets_in_view",
    "actions": "actions",
    "ships": "ships_in_view",
}


def test_the_events_are_those_that_the_filters_keep():
    selection = Selection(shipped(), WORDS)
    assert selection.events.equals(WORDS.keep(shipped()))
    assert 0 < len(selection.events) < len(shipped()["events"])


@pytest.mark.parametrize(("part", "function"), PARTS.items(), ids=PARTS)
def test_a_part_is_worked_out_once_and_not_before_it_is_asked_for(part, function, monkeypatch):
    calls, real = [], getattr(module, function)
    monkeypatch.setattr(module, function, lambda *about: calls.append(about) or real(*about))
    selection = Selection(shipped(), WORDS)
    assert calls == []
    assert getattr(selection, part) is getattr(selection, part)
    assert len(calls) == 1


def test_all_figures_of_a_view_ask_for_its_custody_and_its_targets_once(monkeypatch):
    calls = []
    for function in ("custody_in", "targets_in_view", "actions"):
        real = getattr(module, function)
        monkeypatch.setattr(module, function, lambda *about, of=real: calls.append(of.__name__) or of(*about))
    selection = Selection(shipped(), Filters())
    key_figures(selection), monthly_series(selection), sanctions_figures(selection)
    assert sorted(calls) == ["actions", "custody_in", "targets_in_view"]


def test_every_kind_of_record_has_its_rows():
    assert list(ROWS) == list(KINDS.values())


@pytest.mark.parametrize("kind", KINDS.values(), ids=KINDS)
@pytest.mark.parametrize("filters", [Filters(), WORDS, Filters(q="zzzz no such words")], ids=Filters.to_query)
def test_the_rows_of_a_kind_are_rows_of_its_table(kind, filters):
    rows, table = Selection(shipped(), filters).rows(kind), shipped()[kind.table]
    assert set(rows[kind.id_column]) <= set(table[kind.id_column])
    assert rows[kind.id_column].is_unique
    assert set(table.columns) <= set(rows.columns)


def test_without_filters_only_sources_of_no_event_are_left_out():
    everything = Selection(shipped(), Filters())
    for kind in KINDS.values():
        left_out = set(shipped()[kind.table][kind.id_column]) - set(everything.rows(kind)[kind.id_column])
        assert not left_out or kind.parameter == "source"
    found = {source for ids in everything.rows(EVENT).source_ids for source in ids}
    assert set(everything.sources.source_id) == found
