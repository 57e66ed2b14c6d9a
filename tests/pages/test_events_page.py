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


def test_while_words_are_set_those_in_the_title_come_first_and_a_column_says_where_they_stand():
    app = opened("events", {"q": ["tocoron"]})
    assert "Events with your words in the title come first" in visible_text(app)
    shown = app.dataframe[0].value
    in_title = shown.found_in == "Title"
    assert 0 < in_title.sum() < len(shown)
    assert in_title.is_monotonic_decreasing
    assert shown.title[in_title].str.contains("Tocorón").all()
    assert not shown.title[~in_title].str.contains("Tocorón").any()
    for part in (shown[in_title], shown[~in_title]):
        assert part.date.is_monotonic_decreasing
    assert list(shown.columns).index("found_in") == list(shown.columns).index("title") + 1


def test_without_words_no_column_says_where_they_stand():
    app = opened("events", {})
    assert "found_in" not in app.dataframe[0].value
    assert "Events with your words" not in visible_text(app)


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
