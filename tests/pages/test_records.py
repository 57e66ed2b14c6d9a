"""Records say what the tables hold: their facts, their sources, what rests on them, how to cite them, what is next."""

import re

import pytest

from data.resting import resting_on
from data.source_words import SOURCES
from tests.factory import shipped
from tests.pages.test_matrix import opened


def texts(app) -> str:
    """All text of the page without the marks of Markdown."""
    told = [*app.markdown, *app.caption, *app.subheader, *app.code]
    return "\n".join(element.value for element in told).replace("\\", "")


ONE_OF_EACH_KIND = shipped()[SOURCES].drop_duplicates("source_type").source_id


@pytest.mark.parametrize("source_id", ONE_OF_EACH_KIND)
def test_a_source_says_where_it_is_and_every_row_that_rests_on_it(source_id):
    source = shipped()[SOURCES].set_index("source_id").loc[source_id]
    app = opened("events", {"source": [source_id]})
    assert not app.exception
    said = texts(app)
    assert source.title in said
    assert source.publisher in said
    rows = resting_on(shipped(), source_id)
    assert f"What rests on it: {sum(map(len, rows.values()))} row" in said
    assert all(name in said for told in rows.values() for name in told.name)
    assert all(f"{row.word}={row.row_id}" in said for told in rows.values() for row in told.itertuples() if row.word)


def test_a_source_that_was_not_read_says_so():
    cited = shipped()[SOURCES].set_index("basis").loc["cited"].iloc[0]
    assert "Cited, not read: its address stands in another source" in texts(
        opened("events", {"source": [cited.source_id]})
    )


def test_an_events_sources_lead_to_their_pages_and_to_their_records():
    event = shipped()["events"].iloc[0]
    said = "\n".join(each.value for each in opened("events", {"event": [event.event_id]}).markdown)
    sources = shipped()[SOURCES].set_index("source_id")
    for source_id in event.source_ids:
        assert f"source={source_id}" in said
        assert sources.url[source_id].split("(")[0] in said
    assert len(re.findall("what rests on it", said)) == len(event.source_ids)
