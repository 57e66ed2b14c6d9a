"""The rows that a key figure of the overview leads to are those that make it."""

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from components.overview.state_section import WHERE, types_counted
from data.selection.filters import Filters
from data.text.messages import say
from data.view.key_figures import FIGURES
from data.view.sections import section_names
from data.view.selection import Selection
from tests.factory import shipped

OF_EVENTS = [(figure, tally) for figure, (_, _, tally) in WHERE.items() if tally]
TYPES = list(shipped()["event_types"].event_type)


class SelectionOf(Selection):
    """The selection of a view with these rows for its events."""

    def __init__(self, rows: pd.DataFrame, view: Filters) -> None:
        """The rows stand where those that pass would."""
        super().__init__(shipped(), view)
        self.__dict__["events"] = rows


def test_every_key_figure_leads_to_its_rows():
    assert tuple(WHERE) == FIGURES
    assert all(say(f"rows_behind.figure.{figure.__name__}") for figure in FIGURES)


@pytest.mark.parametrize(("figure", "tally"), OF_EVENTS, ids=lambda item: getattr(item, "__name__", item))
@given(requested=st.lists(st.sampled_from(TYPES), unique=True))
def test_the_rows_alone_give_the_figure(figure, tally, requested):
    view = Filters(type=tuple(requested))
    types = types_counted(shipped(), view, tally)
    events = shipped()["events"]
    rows = Filters(type=tuple(types)).keep(shipped()) if types else events.head(0)
    assert figure(SelectionOf(rows, view)) == figure(Selection(shipped(), view))


def test_every_section_with_the_rows_is_one_of_its_page():
    assert all(section in section_names(page) for page, section, _ in WHERE.values())
