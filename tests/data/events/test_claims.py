"""Claims on an event: all of them, by what they are about, none averaged."""

from dataclasses import replace

from data.events.sources import CLAIMS, claims_on, without_own_source
from tests.factory import make_rows, shipped


def test_all_claims_of_an_event_are_told_in_the_order_of_what_they_are_about():
    about = list(shipped().choices(CLAIMS, "field"))
    for event_id, rows in shipped()[CLAIMS].groupby("event_id"):
        found = claims_on(shipped(), event_id)
        assert sorted(found.index) == sorted(rows.index)
        ranks = [about.index(field) for field in found.field]
        assert ranks == sorted(ranks)


def test_an_event_without_a_claim_has_none():
    assert claims_on(shipped(), "no-such-event").empty


def test_claims_without_a_source_of_their_own_are_counted():
    rows = make_rows(CLAIMS, [{"event_id": "a", "source_id": "x"}, {"event_id": "a"}, {"event_id": "b"}])
    package = replace(shipped(), frames={**shipped().frames, CLAIMS: rows})
    assert without_own_source(package) == 2
