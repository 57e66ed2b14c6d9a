"""A preview of an address shows the picture of that very view; of persons there is none."""

import struct
from urllib.parse import parse_qs, urlsplit

import pytest

from components.view.view import PAGES
from data.detentions.custody import PEOPLE
from data.view.picture_names import PICTURE_PLACES, PICTURE_SIZES, PREVIEW, preview_name
from data.view.sections import SECTIONS
from routes.page_metadata import as_html, page_metadata
from tests.factory import shipped

ROOT = "https://example.org/"


def previewed(path, query=""):
    return page_metadata(ROOT, path, parse_qs(query), shipped()).picture


@pytest.mark.parametrize(
    ("path", "query", "name"),
    [
        ("", "", "escalation"),
        ("timeline", "", "timeline"),
        ("timeline", "section=deaths", "toll"),
        ("timeline", "scale=goldstein", "escalation"),
        ("detentions", "", "held"),
        ("sanctions", "section=licences", "actions"),
        ("events", "", "months"),
        ("brief", "", "escalation"),
    ],
)
def test_a_preview_shows_the_picture_of_the_open_section(path, query, name):
    assert urlsplit(previewed(path, query)).path == f"/picture/{name}.png"


def test_the_picture_has_the_parameters_of_the_view_and_none_that_change_no_picture():
    found = parse_qs(urlsplit(previewed("timeline", "type=sanctions&month=2025-12&section=escalation&step=week")).query)
    assert found == {"type": ["sanctions"], "month": ["2025-12"], "step": ["week"], "size": [PREVIEW]}
    # The months that the map shows change no other picture, and the size is said once.
    assert "plain" not in previewed("timeline", "plain=true")


def test_every_section_with_a_picture_has_one_that_exists():
    places = [(page.slug, section.name) for page in PAGES for section in SECTIONS.get(page.slug, ())]
    names = {preview_name(*place) for place in places}
    assert names - {""} <= {*PICTURE_PLACES}
    assert {page for page, section in places if not preview_name(page, section)} <= {"about", "detentions", "sanctions"}


def test_records_unknown_pages_and_addresses_without_a_host_have_no_picture():
    person, event = shipped()[PEOPLE].person_id.iloc[0], shipped()["events"].event_id.iloc[0]
    assert previewed("detentions", f"person={person}") == ""
    assert previewed("events", f"event={event}") == ""
    assert previewed("no-such-page") == ""
    assert page_metadata("/", "timeline", {}, shipped()).picture == ""
    assert page_metadata(ROOT, "timeline", {}, None).picture == ""


def test_a_page_names_the_picture_with_its_size_and_what_it_is_of():
    tags = as_html(page_metadata(ROOT, "timeline", {"q": ['"><script>']}, shipped()), ROOT)
    assert '<meta property="og:image" content="https://example.org/picture/timeline.png?q=' in tags
    assert "<script>" not in tags
    for name, value in (("width", "1200"), ("height", "630"), ("type", "image/png")):
        assert f'<meta property="og:image:{name}" content="{value}">' in tags
    assert 'content="summary_large_image"' in tags
    assert "og:image" not in as_html(page_metadata(ROOT, "about", {}, shipped()), ROOT)


@pytest.mark.slow
@pytest.mark.parametrize("name", ["toll", "held"])
def test_the_picture_of_a_preview_is_as_large_as_its_page_says(client, name):
    answer = client.get(f"/picture/{name}.png?size={PREVIEW}")
    assert struct.unpack(">II", answer.content[16:24]) == PICTURE_SIZES[PREVIEW]
