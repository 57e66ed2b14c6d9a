"""Every picture stands at an address of its own, as SVG and PNG, with its words inside."""

import struct
from xml.etree import ElementTree as ET

import pytest

from data.detentions.custody import PEOPLE
from data.view.picture_names import KINDS_WITH_CARD, PICTURE_PLACES
from routes.endpoints import RESPONSES
from tests.factory import shipped

SVG = "{http://www.w3.org/2000/svg}"


def written(answer):
    root = ET.fromstring(answer.content)
    assert root.tag == f"{SVG}svg"
    return " ".join(" ".join(root.itertext()).split())


@pytest.mark.parametrize("name", ["toll", "months"])
def test_an_svg_holds_source_release_and_address_as_text(client, name):
    answer = client.get(f"/picture/{name}.svg")
    assert (answer.status_code, answer.headers["content-type"]) == (200, "image/svg+xml")
    for text in (shipped().descriptor.about["title"], shipped().release, "https://example.org/"):
        assert text in written(answer)


@pytest.mark.parametrize(("words", "size"), [("", (1600, 900)), ("?size=square", (1200, 1200))])
def test_a_png_has_the_size_that_is_asked_for(client, words, size):
    answer = client.get(f"/picture/listed.png{words}")
    assert (answer.status_code, answer.headers["content-type"]) == (200, "image/png")
    assert struct.unpack(">II", answer.content[16:24]) == size
    assert "content-encoding" not in answer.headers


def test_the_same_address_has_the_same_bytes_also_when_it_is_drawn_anew(client, monkeypatch):
    first = client.get("/picture/listed.png")
    monkeypatch.setattr(RESPONSES, "get", lambda key: None)
    again = client.get("/picture/listed.png")
    assert (first.content, first.headers["etag"]) == (again.content, again.headers["etag"])


def test_who_has_a_picture_is_not_sent_it_again(client):
    tag = client.get("/picture/listed.svg").headers["etag"]
    again = client.get("/picture/listed.svg", headers={"If-None-Match": tag})
    assert (again.status_code, again.content) == (304, b"")
    head = client.head("/picture/listed.svg")
    assert (head.status_code, head.content, head.headers["etag"]) == (200, b"", tag)


@pytest.mark.parametrize("path", ["bogus.svg", "toll.pdf", "toll", "", "a/b.svg", f"{'x' * 5000}.png"])
def test_what_is_no_picture_is_not_found_and_the_answer_names_those_there_are(client, path):
    answer = client.get(f"/picture/{path}")
    assert (answer.status_code, answer.headers["content-type"]) == (404, "application/problem+json")
    assert all(name in answer.json()["detail"] for name in PICTURE_PLACES)


def test_a_view_with_nothing_to_draw_has_no_picture(client):
    answer = client.get("/picture/toll.svg?month=..2020-01")
    assert answer.status_code == 404
    assert "toll" in answer.json()["detail"]


def test_values_that_mean_nothing_are_ignored_as_on_pages(client):
    plain = client.get("/picture/listed.png").content
    for words in ("type=bogus", "size=huge&theme=pink", "month=2026-13", f"type={'x' * 5000}"):
        answer = client.get(f"/picture/listed.png?{words}")
        assert (answer.status_code, answer.content == plain) == (200, True)


def test_a_picture_is_drawn_dark_where_that_is_asked_for(client):
    assert client.get("/picture/listed.png?theme=dark").content != client.get("/picture/listed.png").content


@pytest.mark.parametrize("kind", KINDS_WITH_CARD.values(), ids=KINDS_WITH_CARD)
def test_a_record_has_a_card_with_its_words(client, kind):
    row = shipped()[kind.table].iloc[0]
    answer = client.get(f"/picture/record.svg?{kind.parameter}={row[kind.id_column]}")
    assert (answer.status_code, answer.headers["content-type"]) == (200, "image/svg+xml")
    assert row[kind.name_column] in written(answer)
    assert f"/{kind.listing}/{row[kind.id_column]}?as_of=" in written(answer)


@pytest.mark.parametrize("words", ["", "?event=bogus", "?event=", f"?person={shipped()[PEOPLE].person_id.iloc[0]}"])
def test_of_persons_and_of_what_is_no_record_there_is_no_card(client, words):
    answer = client.get(f"/picture/record.png{words}")
    assert (answer.status_code, answer.headers["content-type"]) == (404, "application/problem+json")
    assert "event, target, ship, source" in answer.json()["detail"]


def test_the_page_of_a_record_names_its_card_and_that_of_a_person_none(client):
    row_id, person = shipped()["events"].event_id.iloc[0], shipped()[PEOPLE].person_id.iloc[0]
    page = client.get(f"/events/{row_id}").text
    address = f"https://example.org/picture/record.png?event={row_id}&amp;size=preview"
    assert f'<meta property="og:image" content="{address}">' in page
    assert 'content="summary_large_image"' in page
    assert client.get(address.replace("&amp;", "&").removeprefix("https://example.org")).status_code == 200
    assert "og:image" not in client.get(f"/people/{person}").text
