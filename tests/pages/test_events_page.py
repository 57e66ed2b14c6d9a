"""The page of events shows what its grade and columns ask for, and says how many of the view's events that is."""

from data.events.columns import read_columns
from data.events.facets import with_corroboration
from tests.factory import shipped
from tests.pages.test_matrix import opened, visible_text


def test_one_grade_is_shown_and_its_share_of_the_view_is_said():
    one = with_corroboration(shipped(), shipped()["events"], "one")
    app = opened("events", {"grade": ["one"]})
    assert not app.exception
    assert f"shows {len(one):,} of the {len(shipped()['events']):,} events" in visible_text(app)
    assert len(app.dataframe[0].value) == len(one)


def test_the_chosen_columns_are_shown_in_their_order():
    app = opened("events", {"columns": ["title.date.grade"]})
    assert tuple(app.dataframe[0].value.columns) == read_columns("title.date.grade", shipped())


def test_an_unknown_column_or_grade_is_ignored_in_one_line():
    app = opened("events", {"columns": ["title.nope"], "grade": ["best"]})
    assert not app.exception
    assert "columns=title.nope" in visible_text(app)
    assert "grade=best" in visible_text(app)
    assert len(app.dataframe[0].value) == len(shipped()["events"])


def test_a_facet_links_to_its_filter():
    app = opened("events", {"section": ["counts"], "side": ["US"], "grade": ["one"]})
    text = "\n".join(item.value for item in app.markdown)
    assert "(events?side=US&grade=one&month=2025-09)" in text
