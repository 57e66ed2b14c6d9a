"""Which section of a page an address opens."""

import pytest

from data.view.sections import FRAGMENTS, SECTIONS, implied_section, section_names
from data.view.settings import Settings, misplaced_settings, open_section, setting_kinds
from tests.factory import shipped

AN_EVENT = shipped()["events"].event_id.iloc[0]
A_SHIP = shipped()["ships"].ship_id.iloc[0]


def opens(page: str, query: dict[str, list[str]]) -> str:
    return open_section(page, Settings.from_query(query, shipped())[0], query)


@pytest.mark.parametrize("page", SECTIONS)
def test_each_section_opens_by_its_name_and_the_first_without_one(page):
    for name in section_names(page):
        assert opens(page, {"section": [name]}) == name
    assert opens(page, {}) == section_names(page)[0]


def test_a_page_without_sections_opens_none():
    assert opens("map", {"section": ["escalation"]}) == ""


@pytest.mark.parametrize(
    ("page", "query", "section"),
    [
        ("timeline", {"scale": ["goldstein"]}, "escalation"),
        ("timeline", {"a": ["2025-11"], "scale": ["goldstein"]}, "compare"),
        ("timeline", {"scale": ["goldstein"], "a": ["2025-11"]}, "escalation"),
        ("timeline", {"scale": ["plover"]}, "events"),
        ("timeline", {"scale": ["metric"]}, "events"),
        ("timeline", {"scale": ["goldstein"], "section": ["events"]}, "events"),
        ("timeline", {"scale": ["goldstein"], "section": ["ties"]}, "escalation"),
        ("detentions", {"day": ["2026-01-02"]}, "held"),
        ("sanctions", {"ties": ["tren_de_aragua"], "ship": [A_SHIP]}, "ships"),
        ("sanctions", {"programme": ["SDGT"]}, "targets"),
        ("events", {"since": ["2026-11-24"]}, "changes"),
        ("events", {"since": ["2026-11-24"], "event": [AN_EVENT]}, "table"),
    ],
    ids=str,
)
def test_without_a_name_the_open_record_decides_and_then_the_first_setting_that_acts_in_one_section(
    page, query, section
):
    assert opens(page, query) == section


def test_no_two_sections_of_a_page_share_a_parameter_and_each_parameter_is_a_setting():
    for sections in SECTIONS.values():
        parameters = [parameter for section in sections for parameter in section.parameters]
        assert len(parameters) == len(set(parameters))
        assert set(parameters) <= set(setting_kinds())


@pytest.mark.parametrize(
    ("page", "section", "query", "lines"),
    [
        ("events", "table", {"page": "3", "sort": "-date"}, ()),
        ("events", "counts", {"page": "3", "sort": "-date"}, ("sort=-date", "page=3")),
        ("map", "", {"page": "2"}, ("page=2",)),
        ("map", "", {"page": "1"}, ()),
        ("map", "", {"section": "ships"}, ("section=ships",)),
    ],
)
def test_a_page_or_an_order_of_a_table_that_is_not_open_is_said(page, section, query, lines):
    assert misplaced_settings(page, section, Settings(**query)) == lines


def test_fragments_of_old_lead_to_sections_that_there_are():
    for page, fragments in FRAGMENTS.items():
        assert set(fragments.values()) <= set(section_names(page))


def test_an_address_of_words_that_are_not_ours_opens_the_first_section():
    assert implied_section("timeline", ["newsletter", "zzz"]) == "events"
