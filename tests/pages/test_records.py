"""Records say what the tables hold: their facts, their sources, what rests on them, how to cite them, what is next."""

import re

import pytest

from data.events.sources import SOURCES, claims_on, corroboration_text
from data.geo.locations import on_the_globe
from data.map.places import places_of
from data.records.backlinks import backlinks_of_source
from data.records.event import parts_of, related_to, when, where, whole_of
from data.records.event_facts import EVENT_FACTS
from data.records.event_facts import EVENTS as EVENTS_TABLE
from data.records.paragraphs import paragraph
from data.records.person_facts import PERSON_FACTS
from data.records.ship_facts import SHIP_FACTS
from data.records.target_facts import TARGET_FACTS
from data.selection.filters import Filters
from data.selection.record_kinds import EVENT, KINDS
from data.text.formats import day_name
from data.versions.data_version import version_state
from tests.factory import shipped
from tests.pages.test_matrix import opened
from tests.shown import as_shown, fact_texts, html_as_shown, record_html, record_title


def texts(app) -> str:
    """All text of the page and of the record's own HTML without the marks of Markdown and HTML."""
    text = [*app.markdown, *app.caption, *app.subheader, *app.code]
    return f"{as_shown(*(element.value for element in text))}\n{html_as_shown(record_html(app))}"


def facts_stand_in(text: str, facts: list[tuple[str, str]]) -> bool:
    """Whether each fact stands in the text of a record: its heading, then its words; what codes open may lie between
    the words."""
    lines = text.splitlines()
    return all(heading in lines and words.split("; ")[0].split(",")[0] in text for heading, words in facts)


ONE_OF_ANY_KIND = shipped()[SOURCES].drop_duplicates("source_type").source_id


@pytest.mark.parametrize("source_id", ONE_OF_ANY_KIND)
def test_a_source_says_where_it_is_and_every_row_that_rests_on_it(source_id):
    source = shipped()[SOURCES].set_index("source_id").loc[source_id]
    app = opened("events", {"source": [source_id]})
    assert not app.exception
    sentence = texts(app)
    assert record_title(app) == " ".join(source.title.split())
    assert source.publisher in sentence
    rows = backlinks_of_source(shipped(), source_id)
    assert f"What rests on it: {sum(map(len, rows.values()))} row" in sentence
    assert all(name in sentence for text in rows.values() for name in text.name)
    assert all(
        f"{row.parameter}={row.row_id}" in record_html(app)
        for text in rows.values()
        for row in text.itertuples()
        if row.parameter
    )


def test_a_source_that_was_not_read_says_so():
    cited = shipped()[SOURCES].set_index("basis").loc["cited"].iloc[0]
    assert "Cited, not read Its address stands in another source" in texts(
        opened("events", {"source": [cited.source_id]})
    )


def test_an_events_sources_lead_to_their_pages_and_to_their_records():
    event = shipped()["events"].iloc[0]
    text = record_html(opened("events", {"event": [event.event_id]}))
    sources = shipped()[SOURCES].set_index("source_id")
    for source_id in event.source_ids:
        assert f"source={source_id}" in text
        assert sources.url[source_id].split("(")[0] in text
    assert len(re.findall(r">record</a>", text)) == len(event.source_ids)


EVENTS = shipped()["events"]
REQUESTED = {
    "many claims": shipped()["claims"].event_id.value_counts().index[0],
    "no claim": EVENTS.event_id[~EVENTS.event_id.isin(shipped()["claims"].event_id)].iloc[0],
    "an approximate day": EVENTS.event_id[EVENTS.date_precision == "approx"].iloc[0],
    "several days": EVENTS.event_id[EVENTS.end_date.notna()].iloc[0],
    "no place on the map": EVENTS.event_id[EVENTS.geo_precision == "none"].iloc[0],
    "an area at sea": EVENTS.event_id[EVENTS.geo_precision == "sea_area"].iloc[0],
    "a country": EVENTS.event_id[(EVENTS.geo_precision == "country") & EVENTS.lat.isna()].iloc[0],
    "parts": EVENTS.part_of[EVENTS.part_of != ""].iloc[0],
    "part of another": EVENTS.event_id[EVENTS.part_of != ""].iloc[0],
}


@pytest.mark.parametrize("event_id", REQUESTED.values(), ids=REQUESTED.keys())
def test_an_events_record_says_its_facts_its_claims_and_what_it_is_linked_to(event_id):
    package, event = shipped(), EVENT.row(shipped(), event_id)
    app = opened("events", {"event": [event_id]})
    assert not app.exception
    sentence = texts(app)
    assert record_title(app) == " ".join(event.title.split())
    for text in (event.summary, event.note, when(event), where(package, event)):
        assert text in sentence
    for group in EVENT_FACTS:
        assert facts_stand_in(sentence, fact_texts(package, EVENTS_TABLE, group, event))
    for _, claim in claims_on(package, event_id).iterrows():
        stance = package.choices("claims", "stance")[claim.stance].lower()
        assert f"{claim.claimant}\n{stance} “{claim.value}”" in sentence
    for linked in (whole_of(package, event), parts_of(package, event_id), related_to(package, event)):
        assert all(f"event={other}" in record_html(app) for other in linked.event_id)
    assert corroboration_text(package, event).split(". ")[0] in sentence
    assert f"{paragraph(package, EVENT, event_id)}\n\n" in sentence


@pytest.mark.parametrize("event_id", REQUESTED.values(), ids=REQUESTED.keys())
def test_an_event_is_drawn_on_a_small_map_or_said_to_have_no_place(event_id):
    app = opened("events", {"event": [event_id]})
    is_placed = not places_of(shipped(), EVENTS[EVENTS.event_id == event_id]).empty
    assert bool(app.get("deck_gl_json_chart")) == is_placed
    assert ("No map: the place is not known" in texts(app)) == (not is_placed)


def test_an_event_stands_in_its_own_chain_without_a_link():
    event = EVENTS[EVENTS.related.map(len) > 0].iloc[5]
    text = record_html(opened("events", {"event": [event.event_id]}))
    own = [line for line in re.findall(r"<li>.*?</li>", text) if "this record" in line]
    assert len(own) == 1
    assert "<a" not in own[0]
    assert f'event={event.event_id}"' not in text


def test_the_record_says_where_the_words_of_the_view_stand():
    query = {"q": ["tocoron"], "event": [str(Filters(q="tocoron").keep(shipped()).event_id.iloc[0])]}
    assert "Found with the words “tocoron” in: " in texts(opened("events", query))
    assert "Found with the words" not in texts(opened("events", {"event": query["event"]}))


def test_previous_and_next_stay_in_the_view_and_keep_it():
    view = Filters(q="tanker").keep(shipped()).sort_values("date", ascending=False, kind="stable")
    requested = {"q": "tanker", "event": view.event_id.iloc[1], "scale": "goldstein"}
    query = {key: [parameter] for key, parameter in requested.items()}
    assert f"Event 2 of {len(view)} in this view, newest first" in texts(opened("events", query))
    for which, neighbour in (("Previous", view.event_id.iloc[0]), ("Next", view.event_id.iloc[2])):
        app = opened("events", query)
        next(button for button in app.button if button.label.startswith(which)).click().run()
        assert app.query_params == {**requested, "event": neighbour}
        assert record_title(app) == EVENT.row(shipped(), neighbour).title


def test_an_event_outside_the_view_has_neighbours_among_all_and_says_so():
    app = opened("events", {"q": ["zzzz no such words"], "event": [EVENTS.event_id.iloc[3]]})
    assert f"of {len(EVENTS)} in all, newest first. This record is outside the view." in texts(app)


PEOPLE, TARGETS, SHIPS = (shipped()[table] for table in ("detainees", "sanctions_targets", "ships"))
OTHERS = {
    "a person set free": ("person", PEOPLE.person_id[PEOPLE.released_on.notna()].iloc[0]),
    "a person not known to be free": ("person", PEOPLE.person_id[PEOPLE.free_by.isna()].iloc[0]),
    "a person at no known place": ("person", PEOPLE.person_id[PEOPLE.lat.isna() & PEOPLE.held_lat.isna()].iloc[0]),
    "a person who may be another": ("person", PEOPLE.person_id[PEOPLE.possibly_same_as != ""].iloc[0]),
    "a target taken off the list": ("target", TARGETS.target_id[TARGETS.delisted_on.notna()].iloc[0]),
    "a ship among the targets": ("target", TARGETS.target_id[TARGETS.imo != ""].iloc[0]),
    "a ship that was seized": ("ship", SHIPS.ship_id[SHIPS.seizing_event_id != ""].iloc[0]),
    "a ship that was listed": ("ship", SHIPS.ship_id[SHIPS.listed_on.notna()].iloc[0]),
}
FACTS = {
    "person": (PERSON_FACTS, "not known"),
    "target": (TARGET_FACTS, ""),
    "ship": (SHIP_FACTS, "not in our sources"),
}


@pytest.mark.parametrize(("parameter", "row_id"), OTHERS.values(), ids=OTHERS.keys())
def test_a_record_says_its_facts_its_notes_its_sources_how_to_cite_it_and_what_is_next(parameter, row_id):
    kind = KINDS[parameter]
    row = shipped()[kind.table].set_index(kind.id_column, drop=False).loc[row_id]
    app = opened(kind.page, {parameter: [row_id]})
    assert not app.exception
    text = texts(app)
    groups, empty = FACTS[parameter]
    for group in groups:
        assert facts_stand_in(text, fact_texts(shipped(), kind.table, group, row, empty))
    assert row.notes in text
    assert all(f"source={source_id}" in record_html(app) for source_id in row.source_ids)
    assert f"{paragraph(shipped(), kind, row_id)}\n\n" in text
    # Links are pinned to a release only while the tables are that release.
    release = version_state(shipped()).release
    assert f"/{kind.listing}/{row_id}{f'?as_of={release}' if release else ''}\n" in text
    assert f"of {len(shipped()[kind.table])} in this view, " in text
    assert any(button.label.startswith(("Previous: ", "Next: ")) for button in app.button)


def test_a_person_is_drawn_on_a_small_map_or_said_to_be_at_no_known_place():
    for person_id in ("a person set free", "a person at no known place"):
        person = PEOPLE.set_index("person_id").loc[OTHERS[person_id][1]]
        dialog = opened("detentions", {"person": [person.name]}).get("dialog")[0]
        is_placed = on_the_globe(person.lat, person.lon) or on_the_globe(person.held_lat, person.held_lon)
        assert bool(dialog.get("deck_gl_json_chart")) == is_placed


def test_the_days_of_a_record_stand_in_its_chain_without_a_link():
    person = PEOPLE[PEOPLE.released_on.notna()].iloc[0]
    days_in_text = texts(opened("detentions", {"person": [person.person_id]}))
    assert f"{day_name(person.released_on)}: Released (this record)" in days_in_text
    target = TARGETS[TARGETS.delisted_on.notna()].iloc[0]
    days_in_text = texts(opened("sanctions", {"target": [target.target_id]}))
    assert f"{day_name(target.delisted_on)}: Taken off the list (this record)" in days_in_text


@pytest.mark.parametrize("kind", KINDS.values(), ids=KINDS)
def test_every_kind_of_record_opens_as_of_a_release(kind):
    row = shipped()[kind.table].iloc[-1]
    app = opened(kind.page, {kind.parameter: [row[kind.id_column]], "as_of": ["2026-11-24"]})
    assert not app.exception
    assert record_title(app) == row[kind.name_column]
