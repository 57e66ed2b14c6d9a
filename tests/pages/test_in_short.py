"""Under the picture of each section stand up to five facts, each a link that keeps the filters."""

import re

import pytest

from tests.pages.test_matrix import opened

SECTIONS = [
    *(("timeline", name) for name in ("events", "escalation", "deaths")),
    *(("detentions", name) for name in ("people", "held", "releases", "prisoners")),
    *(("sanctions", name) for name in ("targets", "actions", "licences", "ships")),
    ("map", ""),
]


def short_facts(page, query):
    app = opened(page, query)
    assert not app.exception
    texts = [block.value for block in app.markdown]
    return texts[texts.index("**In short**") + 1].splitlines() if "**In short**" in texts else []


@pytest.mark.parametrize(("page", "section"), SECTIONS)
def test_each_section_has_three_to_five_facts_and_each_is_a_link_of_the_same_view(page, section):
    query = {"section": [section]} if section else {}
    facts = short_facts(page, {**query, "month": ["2025-01..2026-06"]})
    assert 3 <= len(facts) <= 5
    for fact in facts:
        assert re.fullmatch(r"- \[.+\]\((\w+)?\?.+\)", fact)
        assert "month=" in fact


def test_where_nothing_is_left_nothing_is_said():
    assert short_facts("timeline", {"section": ["escalation"], "q": ["zzzz"]}) == []


@pytest.mark.parametrize(
    ("page", "section", "idle"),
    [("timeline", "deaths", {"q": ["survivor"]}), ("detentions", "releases", {"group": ["us_citizen"]})],
)
def test_a_filter_that_does_not_act_on_a_section_changes_none_of_its_facts(page, section, idle):
    texts = [
        [re.match(r"- \[(.+?)\]\(", fact)[1] for fact in short_facts(page, {"section": [section], **query})]
        for query in ({}, idle)
    ]
    assert texts[0] == texts[1] != []
