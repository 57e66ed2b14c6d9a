"""A preview of an address shows the picture of that very view; of persons there is none."""

import struct
from urllib.parse import parse_qs, urlsplit

import pytest

from components.view.view import PAGES
from data.detentions.custody import PEOPLE
from data.view.picture_names import KINDS_WITH_CARD, PICTURE_PLACES, PICTURE_SIZES, PREVIEW, preview_name
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
        ("about", "", "escalation"),
        ("map", "view=caracas", "map"),
        ("detentions", "section=places", "places"),
    ],
)
def test_a_preview_shows_the_picture_of_the_open_section(path, query, name):
    assert urlsplit(previewed(path, query)).path == f"/picture/{name}.png"


def test_the_picture_has_the_parameters_of_the_view_and_none_that_change_no_picture():
    found = parse_qs(urlsplit(previewed("timeline", "type=sanctions&month=2025-12&section=escalation&step=week")).query)
    assert found == {"type": ["sanctions"], "month": ["2025-12"], "step": ["week"], "size": [PREVIEW]}
    # The months that the map shows change no other picture, and the size is said once.
    assert "plain" not in previewed("timeline", "plain=true")


def test_every_page_and_section_has_a_picture_that_exists():
    places = [(page.slug, section.name) for page in PAGES for section in SECTIONS.get(page.slug, ())]
    places += [(page.slug, "") for page in PAGES if page.slug not in SECTIONS]
    assert {place: name for place in places if (name := preview_name(*place)) not in PICTURE_PLACES} == {}


@pytest.mark.parametrize("kind", KINDS_WITH_CARD.values(), ids=KINDS_WITH_CARD)
def test_a_preview_of_a_record_shows_its_card_with_its_release(kind):
    row_id = shipped()[kind.table][kind.id_column].iloc[0]
    found = urlsplit(previewed(kind.page, f"{kind.parameter}={row_id}&as_of=2026-12-01&type=sanctions"))
    assert found.path == "/picture/record.png"
    assert parse_qs(found.query) == {kind.parameter: [row_id], "as_of": ["2026-12-01"], "size": [PREVIEW]}


def test_an_unknown_record_is_the_view_without_it():
    assert urlsplit(previewed("events", "event=bogus")).path == "/picture/months.png"


def test_persons_unknown_pages_and_addresses_without_a_host_have_no_picture():
    person = shipped()[PEOPLE].person_id.iloc[0]
    assert previewed("detentions", f"person={person}") == ""
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
    assert "og:image" not in as_html(page_metadata(ROOT, "no-such-page", {}, shipped()), ROOT)


@pytest.mark.slow
@pytest.mark.parametrize("name", ["toll", "held"])
def test_the_picture_of_a_preview_is_as_large_as_its_page_says(client, name):
    answer = client.get(f"/picture/{name}.png?size={PREVIEW}")
    assert struct.unpack(">II", answer.content[16:24]) == PICTURE_SIZES[PREVIEW]
