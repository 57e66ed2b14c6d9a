"""On Overview a word makes no number of the world smaller, and the rows of such a number are not chosen by it."""

from urllib.parse import parse_qs

from tests.pages.test_matrix import opened

WORDS = {"q": ["CIA dock"]}


def figures(query) -> dict[str, str]:
    return {metric.label: metric.value for metric in opened("", query).metric}


def test_a_word_leaves_the_numbers_of_people_held_and_of_targets_as_they_are():
    everything, found = figures({}), figures(WORDS)
    assert found["Strikes at sea"] == "0"
    for label in ("US nationals and residents held", "Listed by US authorities"):
        assert found[label] == everything[label]


def test_the_rows_behind_a_number_are_chosen_by_the_words_where_the_number_is():
    links = {link.proto.label: parse_qs(link.proto.query_string) for link in opened("", WORDS).get("page_link")}
    assert links["See the tankers"]["q"] == ["CIA dock"]
    assert "q" not in links["See the people"]
