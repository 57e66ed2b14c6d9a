"""What acts on what: of every key figure of every page the filters that choose what it counts, and what it says."""

from dataclasses import replace
from functools import cache

import pytest

from data.map.scene import map_scene
from data.map.summary import place_figures
from data.selection.filters import Filters, filter_kinds
from data.selection.months import MonthSpan
from data.selection.spans import DaySpan
from data.view.custody_figures import custody_figures
from data.view.figure_scope import SCOPES, set_filters
from data.view.key_figures import FIGURES, key_figures
from data.view.sanctions_figures import sanctions_figures
from data.view.selection import Selection
from tests.factory import shipped

# Filters that leave something, but not all, of what each figure counts.
SET = {
    "type": ("diplomacy",),
    "month": MonthSpan("2025-07", "2025-12"),
    "days": DaySpan("2025-07-01", "2025-12-31"),
    "side": ("VE",),
    "verification": ("claimed",),
    "area": ("atlantic",),
    "q": "flores",
    "group": ("us_resident_or_linked",),
    "custody": ("held",),
}
EVENTS, PEOPLE = {*filter_kinds("events")}, {"month", "days", "q", "group", "custody"}
TARGETS, WORLD = {"month", "days", "q"}, {"month", "days"}
# Page by page each figure by its label, and the filters that act on it. Overview and Brief show the same five.
OVERVIEW = {
    "Strikes at sea": EVENTS,
    "Attacks on land": EVENTS,
    "Tankers taken": EVENTS,
    "US nationals and residents held": WORLD,
    "Listed by US authorities": WORLD,
}
DETENTIONS = {
    "US nationals and residents held": PEOPLE,
    "Most of them held at once": PEOPLE,
    "Freed in exchanges": PEOPLE,
    "Wrongful-detention findings": PEOPLE,
    "US citizen": PEOPLE,
    "US resident or US-linked": PEOPLE,
    "Other foreigner": PEOPLE,
}
SANCTIONS = {
    "Individual": TARGETS,
    "Organisation or company": TARGETS,
    "Ship": TARGETS,
    "Delisted": TARGETS,
    "Tankers taken": EVENTS,
    "Actions": EVENTS,
    "Licences in force": {"q"},
}
PAGES = {key_figures: OVERVIEW, custody_figures: DETENTIONS, sanctions_figures: SANCTIONS}
CASES = [
    pytest.param(page, label, acting, name, id=f"{label}-{name}")
    for page, figures in PAGES.items()
    for label, acting in figures.items()
    for name in SET
]


@cache
def figures_of(page, filters):
    """The figures of a page by their labels."""
    return {one.label: one for one in page(Selection(shipped(), filters))}


def figure(page, label, filters):
    """The figure of that label on that page."""
    return figures_of(page, filters)[label]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.__name__)
def test_the_table_names_every_figure_of_a_page(page):
    assert list(figures_of(page, Filters())) == list(PAGES[page])


def test_every_filter_is_tried():
    assert list(SET) == list(filter_kinds())
    assert set_filters(Filters(**SET)) == list(SET)


@pytest.mark.parametrize(("page", "label", "acting", "name"), CASES)
def test_a_filter_moves_the_figures_on_which_it_acts_and_no_other(page, label, acting, name):
    unfiltered, filtered = (figure(page, label, filters) for filters in (Filters(), Filters(**{name: SET[name]})))
    if name in acting:
        assert "not filtered by" not in filtered.detail
        assert (filtered.value, filtered.detail) != (unfiltered.value, unfiltered.detail)
    else:
        assert filtered.value == unfiltered.value
        assert filtered.detail.startswith(f"{unfiltered.detail}; not filtered by ")


@pytest.mark.parametrize(("page", "label"), [(page, label) for page, labels in PAGES.items() for label in labels])
def test_a_definition_names_the_filters_that_act(page, label):
    titles = {
        "type": "event type",
        "month": "months",
        "days": "days",
        "side": "who acted",
        "verification": "how well known",
        "area": "sea",
        "q": "words",
        "group": "group of people",
        "custody": "custody",
    }
    expected = [titles[name] for name in SET if name in PAGES[page][label]]
    assert figure(page, label, Filters()).definition.endswith(f" Filters that act on it: {', '.join(expected)}.")


def test_every_scope_is_of_a_figure_and_names_filters_that_there_are():
    assert {name for scope in SCOPES.values() for name in scope.filters} == set(filter_kinds())
    assert {one.__name__ for one in FIGURES} <= SCOPES.keys()


def test_a_word_makes_no_number_of_the_world_zero_and_other_tiles_say_what_they_count():
    words = Filters(q="CIA dock")
    events = len(words.keep(shipped()))
    assert 0 < events < 10
    for label, acting in OVERVIEW.items():
        unfiltered, found = figure(key_figures, label, Filters()), figure(key_figures, label, words)
        if acting is WORLD:
            assert found.value == unfiltered.value
            assert found.detail.endswith("not filtered by words")
        else:
            assert found.detail.endswith(f"of the {events} events found")


def test_the_figures_of_the_map_count_the_events_of_the_view():
    for name, value in SET.items():
        selection = Selection(shipped(), Filters(**{name: value}))
        figures = place_figures(shipped(), map_scene(shipped(), selection.events, selection.custody.people))
        assert sum(int(one.value) for one in figures) == len(selection.events)


@pytest.mark.parametrize(
    ("months", "number", "detail"),
    [
        (MonthSpan(), "3", "of 57 listed"),
        (MonthSpan("2026-01", None), "3", "0 of them listed in these months"),
        (MonthSpan("2026-05", "2026-05"), "2", "0 of them listed in these months"),
        (MonthSpan(None, "2025-12"), "0", "0 of them listed in these months"),
    ],
)
def test_delistings_count_by_the_day_of_delisting(months, number, detail):
    delisted = figure(sanctions_figures, "Delisted", Filters(month=months))
    assert (delisted.value, delisted.detail) == (number, detail)
    listed = figure(key_figures, "Listed by US authorities", Filters(month=months))
    assert listed.detail.startswith(f"{number} delisted")


def test_held_is_of_the_last_day_taken_of_the_event_and_listed_of_the_listing():
    summer = Filters(month=MonthSpan("2025-07", "2025-07"))
    assert figure(key_figures, "US nationals and residents held", summer).detail == "on 31 July 2025"
    assert figure(key_figures, "Tankers taken", summer).value == "0"
    winter = replace(summer, month=MonthSpan("2025-12", "2026-02"))
    assert figure(key_figures, "Tankers taken", winter).value == "10"
    assert figure(key_figures, "Listed by US authorities", summer).value == "7"


def test_words_that_none_of_what_a_figure_counts_holds_make_it_no_number():
    selection = Selection(shipped(), Filters(q="CIA dock"))
    assert len(selection.events)
    assert selection.custody.people.empty
    figures = custody_figures(selection)
    assert {figure.value for figure in figures} == {"–"}
    assert all(figure.detail == "no person has these words" for figure in figures)
