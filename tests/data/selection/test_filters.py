"""Filters: what they keep, and that links lose and invent nothing."""

import calendar
import re
import string

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from data.package.problems import shortened
from data.selection.filters import Choice, Filters, filter_kinds
from data.selection.months import MonthSpan
from data.selection.spans import DaySpan
from data.text.matching import LONGEST, typed_words
from tests.factory import make_events, package_with, shipped

YEARS_AND_MONTHS = st.builds(lambda year, month: f"{year:04d}-{month:02d}", st.integers(1, 9999), st.integers(1, 12))


def subsets(column: str, table: str = "events"):
    known = list(shipped().choices(table, column))
    return st.sets(st.sampled_from(known)).map(lambda chosen: tuple(value for value in known if value in chosen))


def spans():
    ends = st.tuples(st.none() | YEARS_AND_MONTHS, st.none() | YEARS_AND_MONTHS)
    return ends.map(lambda pair: MonthSpan(*sorted(pair)) if all(pair) else MonthSpan(*pair))


def day_spans():
    ends = st.tuples(st.none() | st.dates().map(str), st.none() | st.dates().map(str))
    return ends.map(lambda pair: DaySpan(*sorted(pair)) if all(pair) else DaySpan(*pair))


def any_filters():
    return st.builds(
        Filters,
        type=subsets("event_type"),
        month=spans(),
        days=day_spans(),
        side=subsets("actor_side"),
        verification=subsets("verification"),
        area=subsets("area"),
        q=st.text().map(typed_words),
        group=subsets("category", "detainees"),
        custody=subsets("status", "detainees"),
    )


# 100, so that 2,000 links are tried; a quarter in `make check`.
EXAMPLES = settings.default.max_examples
WORDS = [
    "vessel_strike",
    "US",
    "official",
    "us_citizen",
    "held",
    "2025-10-18",
    "2025-10-18..2025-10-22",
    "2025-10-22..",
]
WORDS += ["2025-10-22..2025-10-18", "2025-02-30", "2025-10-18..2025-10", "2025-10-18..2025-10-19..2025-10-20"]
WORDS += ["2025-12", "2025-09..2026-01", "2026-01..", "..2025-08"]
WORDS += [
    "",
    "..",
    "2025-13",
    "0000-01",
    "2026-02..2025-01",
    "١٢٣٤-01",
    " \x00",
    "x" * (LONGEST + 1),
    " " * LONGEST + "a",
]
MONTH = r"(?!0000)[0-9]{4}-(?:0[1-9]|1[0-2])"


def any_query():
    """The words of a link by key: ours and others, repeated and empty, known and unknown ones."""
    keys = st.sampled_from([*filter_kinds(), *filter_kinds(), "event", "zzz", ""])
    pairs = st.lists(st.tuples(keys, st.sampled_from(WORDS) | st.text(max_size=9)), max_size=8)
    return pairs.map(lambda given: {key: [parameter for name, parameter in given if name == key] for key, _ in given})


def is_used(name: str, parameter: str, place: int) -> bool:
    """Whether a filter can use a word that stands at that place among its own, told without the code under test."""
    columns = {"type": "event_type", "side": "actor_side", "verification": "verification", "area": "area"}
    of_people = {"group": "category", "custody": "status"}
    if name in columns:
        return parameter in shipped().choices("events", columns[name])
    if name in of_people:
        return parameter in shipped().choices("detainees", of_people[name])
    if name == "q":
        return place == 0 and len(parameter) <= LONGEST and typed_words(parameter) != ""
    ends = [end for end in parameter.split("..", 1) if end]
    is_end = is_day if name == "days" else re.compile(MONTH).fullmatch
    return place == 0 and bool(ends) and all(is_end(end) for end in ends) and ends == sorted(ends)


def is_day(text: str) -> bool:
    """Whether the text is a day of the calendar, told without the code under test."""
    if not re.fullmatch(MONTH + "-[0-9]{2}", text):
        return False
    year, month, day = map(int, text.split("-"))
    return 1 <= day <= calendar.monthrange(year, month)[1]


@settings(max_examples=2 * EXAMPLES, deadline=None)
@given(any_filters())
def test_a_link_shows_the_view_it_was_made_from(filters):
    read, ignored = Filters.from_query(filters.to_query(), shipped())
    assert read == filters
    assert ignored == ()


@settings(max_examples=20 * EXAMPLES, deadline=None)
@given(any_query())
def test_no_link_raises_and_every_unused_word_that_is_not_empty_is_reported(query):
    filled = {name: [parameter for parameter in query.get(name, ()) if parameter.strip()] for name in filter_kinds()}
    unused = [
        (name, parameter)
        for name, words in filled.items()
        for place, parameter in enumerate(words)
        if not is_used(name, parameter, place)
    ]
    filters, ignored = Filters.from_query(query, shipped())
    assert ignored == tuple(f"{name}={shortened(typed_words(parameter))}" for name, parameter in unused)
    requested = [name for name, words in filled.items() if len(words) > names(unused).count(name)]
    assert set(filters.to_query()) == set(requested)


def names(pairs: list[tuple[str, str]]) -> list[str]:
    """The first item of each pair."""
    return [name for name, _ in pairs]


@settings(max_examples=EXAMPLES // 3, deadline=None)
@given(any_filters())
def test_filters_only_take_away_and_each_kept_event_passes_each_filter(filters):
    events = shipped()["events"]
    chosen = filters.keep(shipped())
    assert set(chosen.event_id) <= set(events.event_id)
    for name, kind in filter_kinds("events").items():
        assert kind.keep(shipped(), chosen, getattr(filters, name)).all()
    people = filters.keep(shipped(), "detainees")
    for name, kind in filter_kinds("detainees").items():
        assert kind.keep(shipped(), people, getattr(filters, name)).all()


def test_filters_never_change_the_events_they_are_given():
    events = make_events({"title": "Prison of Tocorón"}, {"event_type": "release"})
    package, before = package_with(events=events), events.copy(deep=True)

    @settings(max_examples=EXAMPLES // 2, deadline=None)
    @given(any_filters())
    def keep(filters):
        filters.keep(package)
        assert package["events"].equals(before)

    keep()


def test_defaults_keep_everything_and_are_not_written():
    events = shipped()["events"]
    assert len(Filters().keep(shipped())) == len(events)
    assert Filters().to_query() == {}


def test_a_choice_of_nothing_keeps_each_row_that_it_is_given():
    rows = shipped()["events"].iloc[5:9]
    for name, kind in filter_kinds("events").items():
        if isinstance(kind, Choice):
            kept = kind.keep(shipped(), rows, ())
            assert list(kept.index) == list(rows.index), name
            assert kept.dtype == bool, name
            assert kept.all(), name


def test_a_column_in_which_no_row_has_a_value_offers_none_to_choose():
    without, with_one = (package_with(events=make_events({"area": area})) for area in ("", "caribbean"))
    area = filter_kinds("events")["area"]
    assert area.labels(without) == {}
    assert area.read(["caribbean"], without) == ((), ["caribbean"])
    assert list(area.labels(with_one)) == list(with_one.choices("events", "area"))


def test_a_type_a_month_and_words_are_kept_together():
    events = make_events(
        {"event_type": "vessel_strike", "date": "2025-09-30", "title": "Strike near Tocorón"},
        {"event_type": "vessel_strike", "date": "2025-10-01", "title": "Strike near Tocorón"},
        {"event_type": "statement", "date": "2025-09-30", "title": "Strike near Tocorón"},
        {"event_type": "vessel_strike", "date": "2025-09-01", "title": "Elsewhere"},
    )
    filters, _ = Filters.from_query(
        {"type": ["vessel_strike"], "month": ["2025-09"], "q": ["TOCORON strike"]}, shipped()
    )
    assert list(filters.keep(package_with(events=events)).event_id) == ["2025-09-02-0"]


@pytest.mark.parametrize(
    ("query", "ignored"),
    [
        ({"type": ["bogus"]}, ("type=bogus",)),
        ({"month": ["2025-13"]}, ("month=2025-13",)),
        ({"month": ["2026-02..2025-01"]}, ("month=2026-02..2025-01",)),
        ({"month": [".."]}, ("month=..",)),
        ({"month": ["2025-01..2025-02..2025-03"]}, ("month=2025-01..2025-02..2025-03",)),
        ({"month": ["2025-12", "2025-11"]}, ("month=2025-11",)),
        ({"days": ["2025-10-22..2025-10-18"]}, ("days=2025-10-22..2025-10-18",)),
        ({"days": ["2025-10-18", "2025-10-19"]}, ("days=2025-10-19",)),
        ({"days": ["2025-10"]}, ("days=2025-10",)),
        ({"group": ["us_citizen", "US citizen"], "custody": ["free"]}, ("group=US citizen", "custody=free")),
        ({"q": ["one", "two"]}, ("q=two",)),
        ({"q": ["\x00\x07"]}, ("q=",)),
        ({"event": ["nope"], "zzz": ["1"]}, ()),
    ],
)
def test_what_cannot_be_used_is_said(query, ignored):
    assert Filters.from_query(query, shipped())[1] == ignored


def test_words_that_are_too_long_are_dropped_and_said_in_short():
    filters, ignored = Filters.from_query({"q": ["x" * 5000]}, shipped())
    assert filters.q == ""
    assert len(ignored) == 1
    assert len(ignored[0]) < LONGEST
    assert Filters.from_query({"q": ["x" * LONGEST]}, shipped()) == (Filters(q="x" * LONGEST), ())


@pytest.mark.parametrize("words", ["(t)", "[t]", "t*", "t.", "\\t", "t|"])
def test_marks_of_a_pattern_are_marks_like_any_other(words):
    events = make_events({"title": "Licence 5 (T)"}, {"title": "Licence 5 Tx"})
    assert list(Filters(q=words).keep(package_with(events=events)).event_id) == ["2025-09-02-0"]


def test_the_sentence_names_every_filter():
    filters = Filters(type=("vessel_strike",), month=MonthSpan("2025-09", "2025-12"), side=("US",), q="caracas")
    text = filters.say(shipped())
    assert text.startswith("Events of type strike at sea")
    for part in ("from September 2025 to December 2025", "by United States", "“caracas”"):
        assert part in text


def test_every_filter_can_be_written_read_and_said():
    printable = set(string.printable)
    for name, kind in filter_kinds().items():
        assert kind.say(getattr(Filters(), name), shipped()) == ""
        assert set(name) <= printable


def test_an_empty_word_is_no_word_and_not_reported():
    assert Filters.from_query({name: [""] for name in filter_kinds()}, shipped()) == (Filters(), ())
    assert Filters.from_query({name: [" ", "\t"] for name in filter_kinds()}, shipped()) == (Filters(), ())
    assert Filters.from_query({"side": ["", "US"]}, shipped()) == (Filters(side=("US",)), ())
