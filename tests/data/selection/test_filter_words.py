"""What filters say of themselves: the caption of a view, the headings of its filters, and the query of its link."""

from urllib.parse import parse_qs

from data.selection.filters import Filters, filter_kinds, filter_titles
from data.selection.months import MonthSpan
from data.text.formats import day_name
from tests.factory import shipped


def test_a_view_of_everything_says_from_which_day_to_which():
    days = shipped()["events"].date
    expected = f"All events, {day_name(days.min())} to {day_name(shipped().last_day)}"
    assert Filters().say(shipped()) == expected
    assert Filters().phrase(shipped()) == ""


def test_the_parts_of_a_phrase_are_parted_by_commas_in_the_order_of_the_filters():
    filters = Filters(type=("vessel_strike",), month=MonthSpan("2025-12", "2025-12"), side=("US",), q="tocorón")
    phrase = "of type strike at sea, in December 2025, by United States, with the words “tocorón”"
    assert filters.phrase(shipped()) == phrase
    assert filters.say(shipped()) == f"Events {phrase}"


def test_several_values_are_joined_by_or():
    assert Filters(side=("US", "VE")).phrase(shipped()) == "by United States or Venezuela"


def test_labels_stand_in_the_sentence_in_small_letters_unless_they_are_names():
    phrase = Filters(type=("vessel_strike", "land_strike"), verification=("official",)).phrase(shipped())
    assert phrase == "of type strike at sea or strike on land, that are officially acknowledged"


def test_what_chooses_people_says_that_it_is_of_people():
    phrase = Filters(group=("us_citizen", "us_resident"), custody=("held", "unknown")).phrase(shipped())
    assert phrase == "where the group is US citizen or US resident or US-linked, where custody is held or not known"


REST = ["side", "verification", "q", "group", "custody"]


def test_every_filter_has_a_heading_of_its_own():
    titles = filter_titles()
    assert list(titles) == list(filter_kinds()) == ["type", "month", "days", *REST]
    assert (titles["type"], titles["month"], titles["q"]) == ("Event type", "Months", "Words")
    assert len({*titles.values()}) == len(titles)


def test_a_query_repeats_the_key_for_each_value_and_can_be_read_back():
    filters = Filters(type=("vessel_strike", "land_strike"), month=MonthSpan("2025-09"), q="oil & gas")
    assert filters.query_string() == "type=vessel_strike&type=land_strike&month=2025-09..&q=oil+%26+gas"
    assert Filters.from_query(parse_qs(filters.query_string()), shipped()) == (filters, ())
    assert Filters().query_string() == ""
