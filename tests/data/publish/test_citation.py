"""A citation names what was read, from which release and when, and no text in it can break out of its field."""

import re
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.package.package import Package
from data.publish.citation import bibtex, cite, long_text, record_text, ris, short_text
from data.selection.record_kinds import KINDS
from tests.factory import shipped

DAY = date(2026, 11, 25)
LINK = "https://example.org/events?type=land_strike&q=a+b"
MARKUP = st.text(st.one_of(st.sampled_from('{}\\"@,=%#~^_&$\n\r\x0b\x85\u2028 ERTY-'), st.characters()), max_size=40)


def declaring(**about):
    """The shipped package, whose descriptor says these things of itself."""
    descriptor = shipped().descriptor
    return Package(replace(descriptor, about={**descriptor.about, **about}), shipped().frames)


def example(**about):
    return cite(declaring(**about), "Events of type land strike", LINK, DAY)


def test_the_long_text_says_all_that_a_list_of_references_asks_for():
    text = long_text(example(publisher="Example Institute"))
    package = shipped()
    assert text.startswith("Example Institute. ")
    for part in (
        package.descriptor.about["title"],
        "Events of type land strike",
        f"release {package.release}",
        "Creative Commons Attribution 4.0 (CC-BY-4.0)",
        "Retrieved 25 November 2026",
    ):
        assert part in text
    assert text.endswith(LINK)


def test_a_publisher_that_nobody_has_named_is_left_out():
    citation = example(publisher=None)
    assert long_text(citation).startswith(shipped().descriptor.about["title"])
    assert "author" not in bibtex(citation)
    assert "AU  - " not in ris(citation)


def test_the_short_text_is_title_release_and_link():
    assert short_text(example(title="Title", version="2027-01-02")) == f"Title, release 2027-01-02. {LINK}"


def test_the_release_and_the_day_of_reading_stand_in_every_form_for_machines():
    citation = example(version="2027-01-02")
    assert "year = {2027}" in bibtex(citation)
    assert "urldate = {2026-11-25}" in bibtex(citation)
    assert "PY  - 2027" in ris(citation)
    assert "Y2  - 2026/11/25" in ris(citation)


@pytest.mark.parametrize("kind", KINDS.values(), ids=KINDS)
def test_every_kind_of_record_has_a_name_to_cite(kind):
    row = shipped()[kind.table].iloc[0]
    assert row[kind.name_column]
    assert row[kind.name_column] in record_text(shipped(), kind, row[kind.id_column])


def braced(entry):
    """The values of a BibTeX entry, each as its braces delimit it: BibTeX counts braces and knows no escape."""
    values, depth, start = {}, 0, 0
    for place, letter in enumerate(entry):
        if letter == "{":
            depth += 1
            start = place + 1 if depth == 2 else start
        elif letter == "}":
            depth -= 1
            assert depth >= 0
            if depth == 1:
                values[entry[:start].rsplit("\n", 1)[-1].split(" =")[0].strip()] = entry[start:place]
    assert depth == 0
    return values


@given(MARKUP, MARKUP, MARKUP, MARKUP)
def test_no_text_breaks_out_of_its_field(title, publisher, subject, link):
    citation = cite(declaring(title=title, publisher=publisher), subject, f"https://example.org/?q={link}", DAY)
    entry = bibtex(citation)
    expected = {"title", "year", "howpublished", "version", "note", "url", "urldate"}
    expected |= {"author"} if citation.author else set()
    assert set(braced(entry)) == expected
    assert len(entry.splitlines()) == len(expected) + 2
    lines = ris(citation).splitlines()
    tags = ["TY", *(["AU"] if citation.author else []), *(["TI"] if citation.title else [])]
    assert [line[:6] for line in lines] == [f"{tag}  - " for tag in [*tags, "PY", "ET", "N1", "UR", "Y2", "ER"]]
    assert len(short_text(citation).splitlines()) == len(long_text(citation).splitlines()) == 1


@given(MARKUP)
def test_signs_that_mean_something_to_tex_are_written_as_text(subject):
    note = braced(bibtex(cite(shipped(), subject, LINK, DAY)))["note"]
    found = r"\\text(backslash|brace(left|right)|ascii(tilde|circum))\{\}|\\[#$%&_]"
    assert not re.search(r"[\\{}~^#$%&_]", re.sub(found, "", note))


@given(MARKUP)
def test_a_link_holds_only_what_an_address_may_hold(words):
    link = cite(shipped(), "All events", f"https://example.org/?q={words}", DAY).link
    assert re.fullmatch(r"[A-Za-z0-9:/?#\[\]@!$&'()*+,;=%~._-]+", link)
