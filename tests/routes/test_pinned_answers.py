"""What programs read of a release is what was frozen in it, field by field; a table that is newer has no rows there."""

import pytest

from data.package.release_files import files_of, known_releases
from data.publish.export import records_of
from data.publish.listings import LISTINGS
from data.versions.release import open_release
from tests.factory import shipped

FIRST = known_releases()[0]
FROZEN = open_release(FIRST)
LISTS = {name: listing.table for name, listing in LISTINGS.items() if listing.table}


def by_key(table, items):
    (*key,) = FROZEN.descriptor.table(table).keys[0]
    return {tuple(item[column] for column in key): item for item in items}


@pytest.mark.parametrize("name", [name for name, table in LISTS.items() if table in FROZEN.frames])
def test_a_list_of_the_first_release_has_its_rows_with_every_value_and_only_empty_cells_beside(client, name):
    table = LISTS[name]
    items = client.get(f"/api/{name}.json?as_of={FIRST.version}").json()["items"]
    then, now = by_key(table, records_of(FROZEN[table])), by_key(table, items)
    assert len(items) == len(FROZEN[table]) == len(then)
    assert {key: {column: item[column] for column in then[key]} for key, item in now.items()} == then
    assert not any(item[column] for key, item in now.items() for column in item.keys() - then[key].keys())


@pytest.mark.parametrize("table", FROZEN.descriptor.tables, ids=lambda table: table.name)
def test_a_file_of_the_first_release_is_the_one_that_was_frozen(client, table):
    answer = client.get(f"/data/{table.path}?as_of={FIRST.version}")
    assert (answer.status_code, answer.content) == (200, (files_of(FIRST) / table.path).read_bytes())


def test_the_votes_are_a_list_with_every_column_and_of_the_events_that_are_chosen(client):
    table = shipped()["votes"]
    whole = client.get("/api/votes.json").json()
    assert whole["items"] == records_of(table)
    assert [*whole["items"][0]] == [column.name for column in shipped().descriptor.table("votes").columns]
    month = f"{table.day.iloc[0]:%Y-%m}"
    chosen = client.get(f"/api/votes.json?month={month}").json()
    assert 0 < chosen["count"] < whole["count"]
    assert {item["event_id"] for item in chosen["items"]} <= set(table.event_id)
    assert client.get(f"/api/votes.json?as_of={FIRST.version}").json()["items"] == []


def test_the_document_of_the_api_describes_each_column_of_the_votes(client):
    document = client.get("/api/openapi.json").json()
    assert "/api/votes.json" in document["paths"]
    described = document["components"]["schemas"]["votes"]["properties"]
    assert {*described} == {column.name for column in shipped().descriptor.table("votes").columns}
