"""Filters that do not act on the open section are said there, and it shows the same with and without them."""

import pytest

from data.selection.filters import filter_kinds, filter_titles
from data.view.sections import SECTIONS, unused_filters
from tests.pages.test_matrix import opened, visible_text

SET = {
    **{"type": ["vessel_strike"], "month": ["2025-09..2025-12"], "days": ["2025-10-01..2025-12-15"], "side": ["US"]},
    **{
        "verification": ["official"],
        "area": ["caribbean"],
        "q": ["Maduro"],
        "group": ["us_citizen"],
        "custody": ["released"],
    },
}
PLACES = [section for sections in SECTIONS.values() for section in sections]


def shown(page: str, section: str, query: dict[str, list[str]]) -> tuple[list[str], list[str], list[str]]:
    """What the section shows: its pictures, its tables, its headings."""
    app = opened(page, {"section": [section], **query})
    assert not app.exception
    pictures = [chart.proto.spec for chart in app.get("plotly_chart")]
    return pictures, [table.value.to_csv() for table in app.dataframe], [heading.value for heading in app.subheader]


def test_every_filter_is_tried():
    assert set(SET) == set(filter_kinds())


@pytest.mark.parametrize("place", PLACES, ids=lambda place: f"{place.page}-{place.name}")
def test_a_section_names_the_filters_that_leave_it_as_it_is(place):
    unused = unused_filters(place.page, place.name, SET)
    assert set(unused) == set(filter_kinds()) - set(place.filters)
    query = {name: SET[name] for name in unused}
    assert shown(place.page, place.name, query) == shown(place.page, place.name, {})
    text = visible_text(opened(place.page, {"section": [place.name], **SET}))
    titles = [title for name, title in filter_titles().items() if name in unused]
    assert (f"Not applied here: {', '.join(titles)}." in text) == bool(titles)


@pytest.mark.parametrize("section", ["people", "held", "places"])
@pytest.mark.parametrize("query", [{"group": ["other_foreigner"]}, {"custody": ["released"]}], ids=str)
def test_group_and_custody_act_on_what_shows_people(section, query):
    assert shown("detentions", section, query) != shown("detentions", section, {})


def test_filters_of_people_are_offered_on_detentions_and_where_they_are_set():
    keys = {"filter_group", "filter_custody"}
    assert keys <= {choice.key for choice in opened("detentions", {}).button_group}
    assert not keys & {choice.key for choice in opened("timeline", {}).button_group}
    assert "filter_group" in {choice.key for choice in opened("timeline", {"group": ["us_citizen"]}).button_group}
