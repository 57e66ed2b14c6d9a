"""Who says what of an event: each claim with its source as far as it is known, and where our own table differs."""

import pandas as pd
import pytest

from data.records.event_parts import claims_part, counted_otherwise, source_of_claim, vote_part
from data.records.record import line_text
from data.selection.record_kinds import EVENT, SOURCE
from tests.factory import shipped

EVENTS, CLAIMS, SOURCES = (shipped()[table] for table in ("events", "claims", "sources"))
PUBLISHED = SOURCES.set_index("source_id").published
EXCHANGE = "2025-07-18-ten-americans-released-exchange"


def with_sources(source_ids):
    event = EVENTS.iloc[-1].copy()
    event["source_ids"] = tuple(source_ids)
    return event


def claim(source_id="", value="11"):
    return pd.Series({"source_id": source_id, "value": value, "claimant": "Foro Penal"})


def test_a_claim_with_a_source_names_its_publisher_and_leads_to_it():
    source = SOURCES.iloc[0]
    (phrase,) = source_of_claim(shipped(), EVENTS.iloc[0], claim(source.source_id))
    assert (phrase.text, phrase.record) == (source.publisher, (SOURCE, source.source_id))


def test_a_claim_without_one_has_the_only_source_of_the_event_that_was_published_since():
    day = EVENTS.iloc[-1].date
    earlier = PUBLISHED.index[day > PUBLISHED][0]
    later = list(PUBLISHED.index[day <= PUBLISHED][:2])
    (phrase,) = source_of_claim(shipped(), with_sources([earlier, later[0]]), claim())
    assert phrase.record == (SOURCE, later[0])
    assert line_text(source_of_claim(shipped(), with_sources([earlier, *later]), claim())) == "one of the sources below"
    assert line_text(source_of_claim(shipped(), with_sources([earlier]), claim())) == "not known"


def test_a_source_without_a_day_can_hold_a_claim():
    undated = PUBLISHED.index[PUBLISHED.isna()][0]
    (phrase,) = source_of_claim(shipped(), with_sources([undated]), claim())
    assert phrase.record == (SOURCE, undated)


def test_no_claim_of_the_shipped_tables_is_said_to_be_of_sources_where_none_or_one_can_hold_it():
    for event_id, claims in CLAIMS[CLAIMS.source_id == ""].groupby("event_id"):
        event = EVENT.row(shipped(), event_id)
        possible = [source for source in event.source_ids if not PUBLISHED[source] < event.date]
        for _, found in claims.iterrows():
            text = line_text(source_of_claim(shipped(), event, found))
            assert (text == "one of the sources below") == (len(possible) > 1)


def test_the_record_of_the_exchange_says_that_our_table_counts_otherwise_than_foro_penal():
    people = shipped()["detainees"]
    ours = people.category[people.event_ids.map(lambda events: EXCHANGE in events)].value_counts()
    (note,) = claims_part(shipped(), EVENT.row(shipped(), EXCHANGE)).notes
    assert f"US citizen {ours['us_citizen']}, US resident or US-linked {ours['us_resident']}" in line_text(note)
    assert "Foro Penal counts “5 US citizens and 5 US residents”" in line_text(note)


@pytest.mark.parametrize(
    ("event_id", "value"),
    [
        (EXCHANGE, "6 US citizens and 4 US residents"),
        (EXCHANGE, "ten people"),
        (EXCHANGE, "16 US citizenship papers"),
        ("2025-02-05-foro-penal-counts-americans-left", "5 US citizens and 2 US residents"),
    ],
    ids=["the same counts", "no number of a group", "another word", "an event that no person's row names"],
)
def test_nothing_is_said_where_the_counts_agree_or_cannot_be_compared(event_id, value):
    assert counted_otherwise(shipped(), event_id, claim(value=value)) == ""


def test_every_claim_stands_in_the_table_with_what_it_is_about_who_says_it_and_how():
    for event_id in CLAIMS.event_id.drop_duplicates().iloc[::15]:
        part = claims_part(shipped(), EVENT.row(shipped(), event_id))
        rows = {(line_text(who), line_text(what)) for _, who, what, _ in part.rows}
        stances = shipped().choices("claims", "stance")
        for _, found in CLAIMS[CLAIMS.event_id == event_id].iterrows():
            assert (found.claimant, f"{stances[found.stance].lower()} “{found.value}”") in rows


def test_a_vote_of_congress_stands_with_its_tally_in_the_record_of_its_event():
    vote = shipped()["votes"].iloc[0]
    (paragraph,) = vote_part(shipped(), vote.event_id).paragraphs
    text = line_text(paragraph)
    for part in (f"{vote['yes']} votes for and {vote['no']} against", vote.question, f"It {vote.outcome}."):
        assert part in text
    other = next(event_id for event_id in EVENTS.event_id if event_id not in set(shipped()["votes"].event_id))
    assert vote_part(shipped(), other).is_empty
