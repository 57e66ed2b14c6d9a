"""Every address that names a record by a former id, or by one that came later, leads to the record."""

from urllib.parse import parse_qs, urljoin, urlsplit

import pytest
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.testclient import TestClient

from data.selection.record_kinds import KINDS
from data.versions.polled_store import PolledStore
from routes import data_versions
from routes.api import api_routes
from routes.endpoints import RESPONSES, DataFirst
from routes.records import record_routes
from tests.moved_records import IDS, RELEASE, moved_tables

EVERY_KIND = pytest.mark.parametrize("kind", KINDS.values(), ids=KINDS)
# A query is carried on as it was sent: its order, what it escapes, what stands twice, and what means nothing.
QUERY = "?x=1&as_of=&q=a+b%20%22c%22&x=%E2%82%AC;d&zzz"
AT = {"now": "", "then": f"?as_of={RELEASE}"}
FIRST, BETWEEN, LAST = IDS["event"]


@pytest.fixture(scope="module", autouse=True)
def moved():
    """The answers are of the tables in which records moved."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(data_versions, "POLLED", PolledStore(moved_tables().store))
        RESPONSES._answers.clear()
        yield
    RESPONSES._answers.clear()


def lead(client, address, method="GET"):
    """The status and where the answer leads, as a whole address."""
    answer = client.request(method, address)
    assert answer.content == b"" or answer.status_code != 301
    return answer.status_code, urljoin(f"https://example.org{address}", answer.headers.get("location", ""))


@EVERY_KIND
@pytest.mark.parametrize("method", ["GET", "HEAD"])
@pytest.mark.parametrize("query", ["", QUERY])
def test_a_record_at_a_former_address_has_moved_for_good_with_the_whole_query(client, kind, method, query):
    *former, last = IDS[kind.parameter]
    for row_id in former:
        there = f"https://example.org/{kind.listing}/{last}{query}"
        assert lead(client, f"/{kind.listing}/{row_id}{query}", method) == (301, there)
    assert client.request(method, f"/{kind.listing}/{last}{query}").status_code == 200


@EVERY_KIND
def test_in_a_release_every_id_leads_to_the_one_of_then(client, kind):
    first, *later = IDS[kind.parameter]
    query = f"?a=b&as_of={RELEASE}"
    assert client.get(f"/{kind.listing}/{first}{query}").status_code == 200
    for row_id in later:
        there = f"https://example.org/{kind.listing}/{first}{query}"
        assert lead(client, f"/{kind.listing}/{row_id}{query}") == (301, there)


@pytest.mark.parametrize("method", ["GET", "HEAD"])
def test_the_api_leads_to_an_event_that_moved_with_the_whole_query(client, method):
    query = "?q=a+b&month=&type=%76essel_strike"
    for row_id in (FIRST, BETWEEN):
        there = f"https://example.org/api/events/{LAST}.json{query}"
        assert lead(client, f"/api/events/{row_id}.json{query}", method) == (301, there)
    assert client.get(f"/api/events/{LAST}.json").json()["event_id"] == LAST


def test_the_api_leads_to_the_id_of_the_release_that_is_asked_for(client):
    query = f"?as_of={RELEASE}"
    for row_id in (BETWEEN, LAST):
        there = f"https://example.org/api/events/{FIRST}.json{query}"
        assert lead(client, f"/api/events/{row_id}.json{query}") == (301, there)
    assert client.get(f"/api/events/{FIRST}.json{query}").json()["event_id"] == FIRST


def test_an_answer_that_leads_on_may_be_read_by_other_sites_and_is_not_kept_for_ever(client):
    headers = client.get(f"/api/events/{FIRST}.json").headers
    assert headers["access-control-allow-origin"] == "*"
    assert headers["cache-control"] == "no-store"


@pytest.mark.parametrize("row_id", ["no-such-event", "x" * 5000, "%00", "%E9", "a%0d%0aset-cookie:%20x"])
def test_what_no_record_ever_had_is_still_not_found(client, row_id):
    for address in (f"/events/{row_id}", f"/api/events/{row_id}.json"):
        answer = client.get(address)
        assert (answer.status_code, "location" in answer.headers) == (404, False)


def test_what_the_api_refuses_it_refuses_at_a_former_address_too(client):
    assert client.get(f"/api/events/{FIRST}.json?month=2025-13").status_code == 400


@pytest.mark.parametrize("name", ["api/events.json", "feed.atom", "corrections.atom"])
@pytest.mark.parametrize("at", AT.values(), ids=AT)
@EVERY_KIND
def test_a_parameter_that_names_a_record_by_any_of_its_ids_is_not_refused(client, kind, name, at):
    mark = "&" if at else "?"
    for row_id in IDS[kind.parameter]:
        assert client.get(f"/{name}{at}{mark}{kind.parameter}={row_id}").status_code == 200
    assert client.get(f"/{name}{at}{mark}{kind.parameter}=nothing").status_code == 400


@EVERY_KIND
def test_the_first_html_of_a_page_names_the_record_and_its_address_of_now(client, kind):
    first, *_, last = IDS[kind.parameter]
    now = client.get(f"/{kind.page}?{kind.parameter}={first}").text
    assert f"{kind.parameter}={last}" in now.partition("</head>")[0]
    then = client.get(f"/{kind.page}?{kind.parameter}={last}&as_of={RELEASE}").text
    assert f"{kind.parameter}={first}" in then.partition("</head>")[0]


def test_the_feed_leads_to_the_id_of_now_and_knows_its_entries_by_the_first(client):
    assert f"event={LAST}" in client.get("/feed.atom").text
    now = [text for text in client.get("/feed.atom").text.split("<entry>") if f"event={LAST}" in text]
    then = client.get(f"/feed.atom?as_of={RELEASE}&days={FIRST[:10]}").text
    entries = [text for text in then.split("<entry>") if f"event={FIRST}" in text]
    assert entries
    assert entries[0].partition("<id>")[2].partition("</id>")[0] in now[0]


def test_an_address_below_the_operators_own_path_leads_on_below_it():
    app = Starlette(middleware=[Middleware(DataFirst, routes=[*record_routes("/crisis"), *api_routes("/crisis")])])
    client = TestClient(app, "https://example.org", follow_redirects=False)
    for address in (f"/crisis/events/{FIRST}", f"/crisis/api/events/{FIRST}.json"):
        assert lead(client, address)[1] == f"https://example.org{address.replace(FIRST, LAST)}"


def test_the_query_that_is_carried_on_can_begin_no_other_header(client):
    answer = client.get(f"/events/{FIRST}?a=%0d%0aset-cookie:%20x&b=\u00e9")
    assert answer.status_code == 301
    assert "set-cookie" not in answer.headers
    parts = urlsplit(answer.headers["location"])
    assert parse_qs(parts.query) == {"a": ["\r\nset-cookie: x"], "b": ["é"]}
