"""The brief of a view stands at an address as PDF and as Markdown, with the parameters of its page."""

import errno
import io

import docx
import pikepdf
import pptx
import pytest

from routes.documents import answers
from routes.documents.worker import NotNowError
from routes.endpoints import RESPONSES
from tests.factory import shipped

pytestmark = pytest.mark.slow
SHORT = "length=1&parts=figures.method&type=vessel_strike"


@pytest.fixture(scope="module", autouse=True)
def process():
    yield
    answers.WORKER.end()


def size_of(pdf):
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        return tuple(round(float(side)) for side in opened.pages[0].MediaBox[2:])


def test_a_brief_is_sent_as_pdf_on_the_paper_that_is_asked_for(client):
    answer = client.get(f"/brief.pdf?{SHORT}")
    assert (answer.status_code, answer.headers["content-type"]) == (200, "application/pdf")
    assert shipped().release in answer.headers["content-disposition"]
    sizes = [size_of(body) for body in (answer.content, client.get(f"/brief.pdf?{SHORT}&paper=letter").content)]
    assert sizes == [(595, 842), (612, 792)]
    assert client.get(f"/brief.pdf?{SHORT}&paper=napkin").content == answer.content


def test_a_brief_is_sent_as_markdown_with_whole_addresses(client):
    answer = client.get(f"/brief.md?{SHORT}&title=A+note")
    assert answer.headers["content-type"] == "text/markdown; charset=utf-8"
    assert answer.text.startswith("# A note\n")
    assert "](https://example.org/about?" in answer.text
    assert "type=vessel_strike" in answer.text


@pytest.mark.parametrize(("ending", "read"), [("docx", docx.Document), ("pptx", pptx.Presentation)])
def test_a_brief_is_sent_as_a_file_of_office(client, ending, read):
    answer = client.get(f"/brief.{ending}?{SHORT}&title=A+note")
    assert answer.headers["content-type"].startswith("application/vnd.openxmlformats-officedocument.")
    assert read(io.BytesIO(answer.content)).core_properties.title == "A note"


def test_who_has_a_document_is_not_sent_it_again_and_it_has_the_same_bytes(client, monkeypatch):
    first = client.get(f"/brief.md?{SHORT}")
    again = client.get(f"/brief.md?{SHORT}", headers={"If-None-Match": first.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")
    monkeypatch.setattr(RESPONSES, "get", lambda key: None)
    assert client.get(f"/brief.md?{SHORT}").content == first.content
    assert client.head(f"/brief.md?{SHORT}").headers["etag"] == first.headers["etag"]


@pytest.mark.parametrize("path", ["/brief.doc", "/brief.pdf?month=2019-01", "/brief.md?q=nosuchwordanywhere"])
def test_what_is_no_document_is_not_found_and_the_answer_says_why(client, path):
    answer = client.get(path)
    assert (answer.status_code, answer.headers["content-type"]) == (404, "application/problem+json")
    assert answer.json()["detail"].endswith(".")


@pytest.mark.parametrize("error", [NotNowError(), OSError(errno.ENOSPC, "no room")])
def test_who_comes_while_too_many_wait_or_there_is_no_room_is_told_to_ask_again(client, monkeypatch, error):
    def busy(wanted):
        raise error

    monkeypatch.setattr(answers.WORKER, "made", busy)
    answer = client.get("/brief.pdf?length=1&month=2025-11")
    assert (answer.status_code, answer.headers["retry-after"]) == (503, "10")
    assert "ask again" in answer.json()["detail"]


def test_the_page_of_the_brief_goes_on(client):
    assert client.get("/brief").status_code == 200
