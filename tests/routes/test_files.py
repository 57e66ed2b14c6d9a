"""Feeds, tables, what crawlers read, and the API's description: all of them can be read by who is to read them."""

import json
from xml.etree import ElementTree as ET

import feedparser
import pytest

from data.detentions.custody import PEOPLE
from data.events.counts import newest
from data.publish.openapi import document
from data.versions.changes import last_written
from routes.data_versions import data_version_for, history
from tests.factory import shipped


def test_the_description_is_served_with_the_address_at_which_it_was_asked_for(client):
    assert client.get("/api/openapi.json").json() == document(shipped(), "https://example.org")


def test_the_newest_events_are_a_feed_that_readers_of_feeds_understand(client):
    answer = client.get("/feed.atom?type=sanctions")
    feed = feedparser.parse(answer.content)
    events = shipped()["events"]
    chosen = events[events.event_type == "sanctions"]
    moments = last_written(shipped(), history(data_version_for({})))
    written = newest(chosen, len(chosen)).assign(written=lambda rows: rows.event_id.map(moments))
    shown = written.sort_values("written", ascending=False, kind="stable").head(50)
    assert (feed.bozo, feed.version) == (False, "atom10")
    assert answer.headers["content-type"].startswith("application/atom+xml")
    assert [entry.title for entry in feed.entries] == list(shown.title)
    assert feed.entries[0].link == f"https://example.org/events?event={shown.event_id.iloc[0]}"
    assert len({entry.id for entry in feed.entries}) == len(shown)
    assert feed.feed.links[0].href == "https://example.org/feed.atom?type=sanctions"


def test_corrections_are_a_feed(client):
    feed = feedparser.parse(client.get("/corrections.atom").content)
    assert (feed.bozo, feed.version) == (False, "atom10")


def test_the_feed_refuses_what_means_nothing(client):
    assert client.get("/feed.atom?type=bogus").status_code == 400


def test_the_tables_and_their_descriptor_are_the_files_that_curators_keep(client):
    folder = shipped().descriptor.folder
    for name in ("datapackage.json", "LICENSE.md", *(table.path for table in shipped().descriptor.tables)):
        answer = client.get(f"/data/{name}")
        assert (answer.status_code, answer.content) == (200, (folder / name).read_bytes())
    assert client.get("/data/events.csv").headers["content-type"] == "text/csv; charset=utf-8"


@pytest.mark.parametrize(
    "name", ["package.py", "basemap/labels.csv", "..%2Fapp.py", "%2Fetc%2Fpasswd", "nope.csv", "", "/"]
)
def test_no_other_file_is_given(client, name):
    answer = client.get(f"/data/{name}" if name else "/data")
    assert answer.status_code == 404
    assert json.loads(answer.content)["status"] == 404


def test_crawlers_are_offered_pages_and_events_and_no_person(client):
    robots, sitemap = client.get("/robots.txt").text, client.get("/sitemap.xml")
    assert "Sitemap: https://example.org/sitemap.xml" in robots
    assert "Disallow: /*person=" in robots
    links = [
        link.text for link in ET.fromstring(sitemap.content).iter("{http://www.sitemaps.org/schemas/sitemap/0.9}loc")
    ]
    assert "https://example.org/timeline" in links
    assert len([link for link in links if "/events/" in link]) == len(shipped()["events"])
    assert not [link for link in links if "/people/" in link or "person=" in link]
    assert client.get(f"/data/{shipped().descriptor.table(PEOPLE).path}").headers["x-robots-tag"] == "noindex"


def parameters_of_events(client):
    described = client.get("/api/openapi.json").json()["paths"]["/api/events.json"]["get"]["parameters"]
    return {parameter["name"]: parameter for parameter in described}


def test_a_repeated_value_is_described_as_it_is_taken(client):
    parameters = parameters_of_events(client)
    repeated = {name for name, parameter in parameters.items() if parameter["schema"]["type"] == "array"}
    assert repeated == {"type", "side", "verification", "area"}
    for name, parameter in parameters.items():
        assert parameter["allowEmptyValue"] is True
        assert "empty value is the default" in parameter["description"]
        if name in repeated:
            first, last = parameter["schema"]["items"]["enum"][0], parameter["schema"]["items"]["enum"][-1]
            assert (parameter["style"], parameter["explode"]) == ("form", True)
            assert f"{name}={first}&{name}={last}" in parameter["description"]
            # The same value twice is taken, so that the description must not say that values differ.
            assert "uniqueItems" not in parameter["schema"]
            assert client.get(f"/api/events.json?{name}={first}&{name}={last}&{name}={last}").status_code == 200
            assert client.get(f"/api/events.json?{name}={first},{last}").status_code == 400
        else:
            assert "a second value is refused" in parameter["description"]
            assert client.get(f"/api/events.json?{name}=a&{name}=b").status_code == 400
