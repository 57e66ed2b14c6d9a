"""Licences as strips: a bar a version from its first day drawn to its last, hatched where one is not known."""

import pandas as pd

from components.look.theme import theme_for
from components.sanctions.licences_chart import licences_figure
from data.sanctions.licences import licence_spans, moving_families, status_texts
from tests.factory import make_rows, package_with, shipped

FIRST, LAST = pd.Timestamp("2025-01-01"), pd.Timestamp("2025-12-31")
VERSIONS = make_rows(
    "licences",
    [
        {
            "licence_id": "gl-1a",
            "family": "1",
            "version": "A",
            "issued_on": "2025-02-01",
            "status": "replaced",
            "replaced_by_or_expires": "gl-1b",
            "subject": "Old",
        },
        {
            "licence_id": "gl-1b",
            "family": "1",
            "version": "B",
            "issued_on": "2025-06-01",
            "status": "in force",
            "subject": "<b>New</b>",
            "event_id": "2025-06-01-x",
        },
        {
            "licence_id": "gl-8",
            "family": "8",
            "status": "expired",
            "replaced_by_or_expires": "2025-05-09",
            "subject": "Gone",
        },
    ],
)


def drawn():
    spans = licence_spans(VERSIONS, VERSIONS, FIRST, LAST)
    spans = spans.assign(state=status_texts(package_with(licences=VERSIONS), spans, LAST))
    return licences_figure(spans, LAST, "#123456", theme_for(shipped(), "light"))


def test_a_bar_goes_from_first_to_last_day_and_carries_its_letter_and_its_event():
    bars, _ = drawn().data
    assert list(bars.text) == ["A", "B", ""]
    ends = pd.to_datetime(bars.base) + pd.to_timedelta(bars.x, unit="ms")
    assert list(ends) == [pd.Timestamp("2025-06-01"), LAST, pd.Timestamp("2025-05-09")]
    assert [data[0] for data in bars.customdata] == ["", "2025-06-01-x", ""]
    assert list(bars.marker.pattern.shape) == ["", "", "/"]
    assert {shade[:7] for shade in bars.marker.color} == {"#123456"}
    assert [len(shade) for shade in bars.marker.color] == [9, 7, 9]
    assert bars.marker.opacity is None  # a list of them would break the click on a bar with a letter


def test_a_bar_says_what_replaced_its_version_and_when_it_ends():
    bars, _ = drawn().data
    assert [data[3] for data in bars.customdata] == [
        "issued 1 February 2025, replaced by GL 1B on 1 June 2025",
        "issued 1 June 2025, in force",
        "day of issue not in our sources, expired on 9 May 2025",
    ]


def test_a_bar_of_a_version_that_passed_its_last_day_since_says_so():
    versions = VERSIONS.assign(runs_to=pd.Series(["", "2026-11-05", ""], dtype="datetime64[s]"))
    spans = licence_spans(versions, versions, FIRST, LAST)
    day = pd.Timestamp("2026-11-06")
    spans = spans.assign(state=status_texts(package_with(licences=versions), spans, day))
    bars, _ = licences_figure(spans, LAST, "#123456", theme_for(shipped(), "light")).data
    ran = "issued 1 June 2025, ran to 5 November 2026; a later version is not in our sources"
    assert bars.customdata[1][3] == ran


def test_a_licence_that_ran_out_ends_in_a_cross_on_its_row():
    bars, crosses = drawn().data
    assert list(crosses.y) == [bars.y[2]]


def test_each_number_is_a_row_with_what_its_newest_version_allows():
    figure = drawn()
    assert list(figure.layout.yaxis.ticktext) == ["GL 8", "GL 1"]
    assert [note.text for note in figure.layout.annotations] == ["&lt;b&gt;New&lt;/b&gt;", "Gone"]


def test_every_shipped_version_with_a_known_day_in_the_period_is_a_bar():
    licences, first, last = shipped()["licences"], shipped()["events"].date.min(), shipped().last_day
    spans = moving_families(licence_spans(licences, licences, first, last), first)
    spans = spans.assign(state=status_texts(shipped(), spans, last))
    bars, _ = licences_figure(spans, last, "#123456", theme_for(shipped(), "dark")).data
    assert len(bars.y) == len(spans)
