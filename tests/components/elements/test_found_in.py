"""While words are set every table of records says where they stand in each row."""

import pytest

from data.detentions.custody import searched_people
from data.sanctions.licences import searched_licences
from data.sanctions.ships import searched_ships
from data.sanctions.targets import searched_targets
from data.selection.event_words import searched_events
from data.selection.filters import Filters
from data.view.selection import Selection
from tests.factory import shipped
from tests.pages.test_matrix import opened

ROWS = {
    "people": (lambda selection: selection.custody.people, searched_people, "name"),
    "targets": (lambda selection: selection.targets.rows, searched_targets, "display_name"),
    "ships": (lambda selection: selection.ships, searched_ships, "name"),
    "licences": (lambda selection: selection.licences, searched_licences, "subject"),
    "actions": (lambda selection: selection.actions, searched_events, "title"),
}
NAMES = {"people": "Logan", "targets": "Flores", "ships": "Skipper", "licences": "gold", "actions": "nephews"}


@pytest.mark.parametrize("kind", ROWS)
def test_every_row_that_words_find_says_where_they_stand_and_a_row_whose_name_holds_them_says_so(kind):
    rows_of, searched, column = ROWS[kind]
    word = NAMES[kind]
    rows = rows_of(Selection(shipped(), Filters(q=word)))
    places = searched(shipped()).where(shipped(), rows, word)
    assert len(rows)
    assert all(places)
    in_name = places[rows[column].str.contains(rf"\b{word}\b", case=False)]
    assert len(in_name)
    assert in_name.nunique() == 1


def tables(app):
    return "".join(block.proto.body for block in app.get("html"))


@pytest.mark.parametrize(
    ("page", "section"),
    [("detentions", "people"), ("sanctions", "targets"), ("sanctions", "ships"), ("sanctions", "licences")],
)
def test_the_table_has_the_column_only_while_words_are_set(page, section):
    word = NAMES[section]
    with_words, without = (
        tables(opened(page, query)) for query in ({"section": [section], "q": [word]}, {"section": [section]})
    )
    assert "Found in" in with_words
    assert "Found in" not in without
