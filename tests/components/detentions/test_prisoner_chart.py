"""The picture of political prisoners shows every count, and joins nothing that the sources leave apart."""

import pandas as pd
import pytest

from components.detentions.prisoner_chart import prisoner_figure
from components.look.theme import INKS, Theme

COLOUR = "#589786"
THEME = Theme("light", INKS["light"], {}, {}, {}, {})
TITLES = {"count": "All", "of_which_foreign": "Foreign"}
TURNS = pd.DataFrame({"event_id": ["e"], "date": pd.to_datetime(["2025-02-01"]), "title": ["A <b> law"]})


def make_counts(*rows):
    """Published counts: (day, count, of which foreign, organisation)."""
    counts = pd.DataFrame(rows, columns=["as_of", "count", "of_which_foreign", "organisation"])
    kinds = {"as_of": "datetime64[s]", "count": "Int64", "of_which_foreign": "Int64"}
    return counts.astype(kinds).assign(hover="published by A paper")


def drawn(counts, titles=None, turns=None):
    turns = TURNS.head(0) if turns is None else turns
    figure = prisoner_figure(counts, titles or {"count": "All"}, turns, colour=COLOUR, theme=THEME)
    return [trace for trace in figure.data if not trace.name.startswith("Milestone")], figure.data[-1]


@pytest.mark.parametrize(("later", "joined"), [("2025-02-28", True), ("2025-03-01", False)])
def test_counts_with_a_month_between_them_are_not_joined(later, joined):
    (line,), _ = drawn(make_counts(("2025-01-31", 900, 50, "A"), (later, 800, None, "A")))
    assert (len(line.y) == 2) == joined
    assert not line.connectgaps


def test_each_organisation_has_its_own_line_and_symbol():
    counts = make_counts(("2025-02-01", 900, 50, "A"), ("2025-02-11", 890, 51, "A"), ("2025-02-05", 1000, None, "B"))
    lines, _ = drawn(counts)
    assert [line.name for line in lines] == ["A", "B"]
    assert lines[0].marker.symbol != lines[1].marker.symbol
    assert [list(line.y) for line in lines] == [[900, 890], [1000]]


def test_a_count_without_foreigners_is_missing_from_their_row_and_not_zero():
    lines, _ = drawn(make_counts(("2025-02-01", 900, 50, "A"), ("2025-02-11", 890, None, "A")), TITLES)
    assert [list(line.y) for line in lines] == [[900, 890], [50]]


def test_a_milestone_stands_above_all_counts_and_leads_to_its_record():
    _, marks = drawn(make_counts(("2025-02-01", 900, 50, "A")), turns=TURNS)
    assert marks.y[0] > 900
    assert marks.customdata[0][0] == "e"
    assert "<b>" not in marks.customdata[0][1]


def test_a_long_name_is_cut_in_the_legend_and_whole_beside_the_count():
    (line,), _ = drawn(make_counts(("2025-02-01", 900, 50, "An organisation with a very long name " * 3)))
    assert len(line.name) < 40
    assert line.customdata[0][1] == "published by A paper"
