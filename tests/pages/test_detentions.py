"""The page of detentions: each person opens, each day is said, and the report it began with is two clicks away."""

import re

import pandas as pd
import pytest

from data.detentions.custody import PEOPLE, us_linked
from data.detentions.published_held import held_text
from data.detentions.release_waves import exchanges
from data.text.formats import day_name
from tests.factory import shipped
from tests.pages.test_matrix import opened
from tests.people import people_of
from tests.shown import as_shown, html_as_shown, record_html, record_title, shown_table

PAGE = "detentions"
EXCHANGES = exchanges(shipped(), shipped()["events"])
IN_EXCHANGES = sorted({one for event in EXCHANGES.event_id for one in people_of(shipped(), event).person_id})


def texts(app) -> str:
    """All text of the page, as readers see it."""
    text = [*app.markdown, *app.caption, *app.subheader, *app.title]
    return f"{as_shown(*(element.value for element in text))}\n{html_as_shown(record_html(app))}"


def linked_events(app) -> set[str]:
    """The events whose records the page links to."""
    return {found for element in app.markdown for found in re.findall(r"event=([a-z0-9-]+)", element.value)}


def test_everybody_is_in_the_table_and_in_the_picture():
    app = opened(PAGE, {})
    second = opened(PAGE, {"page": ["2"]})
    shown = [link for page in (app, second) for link in shown_table(page, "people").addresses]
    assert sorted(link.partition("person=")[2].partition("&")[0] for link in shown) == sorted(
        shipped()[PEOPLE].person_id
    )
    spec = app.get("plotly_chart")[0].proto.spec
    assert all(person in spec for person in shipped()[PEOPLE].person_id)


@pytest.mark.parametrize("person_id", IN_EXCHANGES)
def test_each_person_of_the_exchanges_opens_with_name_sources_and_the_presumption_of_innocence(person_id):
    person = shipped()[PEOPLE].set_index("person_id").loc[person_id]
    app = opened(PAGE, {"person": [person_id]})
    assert not app.exception
    assert record_title(app) == person["name"]
    text = record_html(app)
    assert "presumed innocent" in text
    assert "Sources" in text
    assert "Alleged grounds" in text
    assert set(person.event_ids) <= set(re.findall(r"event=([a-z0-9-]+)", text))


def test_without_a_person_in_the_address_no_record_opens():
    assert not opened(PAGE, {}).get("dialog")
    assert not opened(PAGE, {"person": ["nobody"]}).get("dialog")


@pytest.mark.parametrize("day", ["2025-01-30", "2026-01-02", "2026-01-14"])
def test_a_day_in_the_address_is_said_with_our_range_and_what_others_published(day):
    text = held_text(shipped(), us_linked(shipped(), shipped()[PEOPLE]), pd.Timestamp(day))
    app = opened(PAGE, {"day": [day]})
    assert text in texts(app)
    assert str(app.date_input[0].value) == day


def test_a_part_of_the_people_that_words_leave_is_not_set_beside_figures_of_everybody():
    text = texts(opened(PAGE, {"q": ["unnamed"], "day": ["2026-01-02"]}))
    assert re.search(r"On 2 January 2026: \d+( to \d+)? of the \d+ in this view\.", text)
    assert "Remove words, group and custody to see them beside ours" in text
    assert "at least 5" not in text


def test_a_day_outside_the_chosen_months_is_said_so():
    assert "2 January 2026 lies outside the chosen period" in texts(
        opened(PAGE, {"day": ["2026-01-02"], "month": ["2025-03..2025-05"]})
    )


def test_months_keep_the_people_whose_custody_touches_them():
    people = shipped()[PEOPLE]
    chosen = people[(people.detained_on.isna() | (people.detained_on < "2025-06-01"))]
    chosen = chosen[chosen.free_by.isna() | (chosen.free_by >= "2025-05-01")]
    assert f"{len(chosen)} of {len(people)} people" in texts(opened(PAGE, {"month": ["2025-05"]}))


@pytest.mark.parametrize(
    ("section", "none"),
    [
        ("people", "Nobody passes these filters"),
        ("held", "Nobody passes these filters"),
        ("releases", "No release with a number from anybody passes these filters."),
    ],
)
def test_an_empty_selection_says_so_in_every_section(section, none):
    assert none in texts(opened(PAGE, {"section": [section], "q": ["zzzz no such words"]}))


def test_the_page_says_how_a_name_is_removed_and_shows_no_picture_of_anybody():
    app = opened(PAGE, {})
    assert "can have the name replaced by a neutral label" in texts(app)
    assert not app.get("imgs")


def test_months_before_the_data_count_nobody_and_say_so():
    text = texts(opened(PAGE, {"section": ["held"], "month": ["..2010-01"]}))
    assert "The data covers no day of this period, so nobody can be counted." in text


FIVE, NEW_YEAR = "2025-10-01-five-americans-detained-autumn", "2026-01-01-new-year-releases"
STATEMENTS = [
    (FIVE, ["at least five US citizens", "in recent months"]),
    (FIVE, ["cases differ", "some may be linked to drug smuggling", "still being established by Washington"]),
    (FIVE, ["leverage", "US officials"]),
    (FIVE, ["Russia"]),
    (FIVE, ["State Department did not answer requests for comment", "White House"]),
    (FIVE, ["The New York Times first reported"]),
    (NEW_YEAR, ["dozens", "Venezuelan rights groups"]),
    (NEW_YEAR, ["no US citizen among them", "Alfredo Romero (Foro Penal)"]),
]


@pytest.mark.parametrize(("event_id", "words"), STATEMENTS)
def test_what_the_founding_report_says_is_one_link_and_one_record_away(event_id, words):
    assert event_id in linked_events(opened(PAGE, {}))
    record = opened("events", {"event": [event_id]})
    text = texts(record)
    assert [parameter for parameter in words if parameter not in text] == []


def test_the_record_of_an_exchange_names_its_people():
    event = EXCHANGES.iloc[0]
    text = texts(opened("events", {"event": [event.event_id]}))
    assert all(name in text for name in people_of(shipped(), event.event_id).name)
    assert day_name(event.date) in text
