"""The API gives what the screen shows, refuses what means nothing, and never breaks."""

import csv
import io
import json
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime

import anyio
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from starlette.datastructures import Headers

from data.package.release_files import known_releases
from data.publish.api import FORMATS
from data.publish.strict_query import BadParameterError, parameters, parse_api_query
from data.selection.filters import Choice, Filters, filter_kinds
from data.selection.months import MonthSpan
from data.selection.spans import DaySpan
from data.timeline.escalation import acts, summed_in_view
from data.timeline.toll import toll_at_sea
from data.view.key_figures import key_figures
from data.view.selection import Selection
from data.view.settings import Settings, setting_kinds
from routes.responses import PROBLEM, READING, answer, is_known
from tests.factory import shipped

AN_EVENT = shipped()["events"].event_id.iloc[-1]
WORDS = (
    "drug",
    "Caracas",
    "tanker",
    '"land strike"',
    "2 September",
    "Sept 2025",
    "GL 46",
    "bounty",
    "zzzz no such words",
)


def some_of(kind: Choice):
    known = list(kind.labels(shipped()))
    return st.sets(st.sampled_from(known), max_size=3).map(lambda chosen: tuple(v for v in known if v in chosen))


def spans():
    days = shipped()["events"].date
    months = st.sampled_from(sorted(set(days.dt.strftime("%Y-%m")))) | st.none()
    return (
        st.tuples(months, months).filter(lambda ends: not all(ends) or ends[0] <= ends[1]).map(lambda e: MonthSpan(*e))
    )


def views():
    return st.builds(
        Filters,
        **{name: some_of(kind) for name, kind in filter_kinds().items() if isinstance(kind, Choice)},
        month=spans(),
        days=st.sampled_from([DaySpan(), DaySpan("2025-10-18", "2025-10-22"), DaySpan("2026-01-08")]),
        q=st.just("") | st.sampled_from(WORDS),
    )


def requested(client, name, filters, **more):
    answer = client.get(f"/api/{name}.json", params={**filters.to_query(), **more})
    assert answer.status_code == 200, answer.text
    text = answer.json()
    assert text["count"] == len(text["items"])
    assert text["release"] == shipped().release
    return text


@settings(max_examples=settings.default.max_examples // 2)
@given(views(), st.sampled_from(["two_states", "all_strikes", "each_part"]))
def test_the_api_and_the_screen_give_the_same_numbers(client, filters, scope):
    selection = Selection(shipped(), filters)
    package, events = selection.package, selection.events
    found = requested(client, "events", filters)
    assert [item["event_id"] for item in found["items"]] == list(events.event_id)
    of_events = replace(filters, group=(), custody=())
    assert found["filters"].startswith(of_events.say(package))
    unused = sorted({"group", "custody"} & set(filters.to_query()))
    assert (f"; not applied here: {', '.join(unused)}" in found["filters"]) == bool(unused)

    toll, shown = requested(client, "toll", filters)["items"], toll_at_sea(events)
    last = toll[-1] if toll else dict.fromkeys(["strikes", "vessels", "killed_low", "killed_high"], 0)
    assert (last["strikes"], last["vessels"]) == (shown.strikes, shown.vessels)
    assert (last["killed_low"], last["killed_high"]) == (shown.killed_low, shown.killed_high)
    figures = [figure.value for figure in key_figures(selection)]
    assert figures[0] == ("–" if filters.q and events.empty else str(last["strikes"]))

    people = requested(client, "people", filters)["items"]
    assert [item["person_id"] for item in people] == list(selection.custody.people.person_id)
    targets = requested(client, "targets", filters)
    assert targets["count"] == len(selection.targets.rows)
    # Words find targets in the list, and make no number of the world smaller.
    assert figures[4] == str(requested(client, "targets", replace(filters, q=""))["count"])
    assert requested(client, "ships", filters)["count"] == len(selection.ships)

    sums = summed_in_view(package, filters.period, acts(package, events, "plover", scope), "M")
    months = requested(client, "months", filters, scope=scope)["items"]
    assert [(m["direction"], m["negative"], m["positive"], m["acts"], m["most_severe"] or "") for m in months] == [
        (row.direction, row.negative, row.positive, row.acts, row.most_severe) for row in sums.itertuples()
    ]


def test_months_and_people_say_what_the_contract_promises(client):
    month = requested(client, "months", Filters())["items"][0]
    assert set(month) == {"month", "direction", "negative", "positive", "acts", "most_severe"}
    assert month["direction"] in {"us_to_ve", "ve_to_us"}
    assert {"person_id", "category"} <= set(requested(client, "people", Filters())["items"][0])


def test_csv_json_and_geojson_hold_the_same_events(client):
    query = {"month": "2025-12"}
    rows = list(csv.DictReader(io.StringIO(client.get("/api/events.csv", params=query).text)))
    features = client.get("/api/events.geojson", params=query).json()["features"]
    items = client.get("/api/events.json", params=query).json()["items"]
    assert [row["event_id"] for row in rows] == [item["event_id"] for item in items]
    assert [feature["id"] for feature in features] == [item["event_id"] for item in items]


@pytest.mark.parametrize(
    ("name", "ending"), [(name, ending) for name, formats in FORMATS.items() for ending in formats]
)
def test_every_list_answers_in_each_of_its_formats(client, name, ending):
    answer = client.get(f"/api/{name}.{ending}")
    assert (answer.status_code, answer.headers["content-type"]) == (200, FORMATS[name][ending][0])
    assert answer.headers["access-control-allow-origin"] == "*"


def test_an_event_comes_with_its_claims_and_sources(client):
    text = client.get("/api/events/2025-12-24-cia-dock-strike.json").json()
    assert text["event_id"] == "2025-12-24-cia-dock-strike"
    assert {source["source_id"] for source in text["sources"]} == set(text["source_ids"])
    assert {claim["event_id"] for claim in text["claims"]} == {text["event_id"]}


@pytest.mark.parametrize(
    ("query", "parameter", "value"),
    [
        ("month=2025-13", "month", "2025-13"),
        ("month=2026-02..2025-01", "month", "2026-02..2025-01"),
        ("month=2025-10&month=2025-11", "month", "2025-11"),
        ("type=vessel_strike&type=bogus", "type", "bogus"),
        ("type=bogus&type=", "type", "bogus"),
        ("type=vessel_strike,land_strike", "type", "vessel_strike,land_strike"),
        ("month=2025-12&month=2025-12", "month", "2025-12"),
        ("mont=", "mont", ""),
        ("q=%00", "q", ""),
        ("q=a&q=b", "q", "b"),
        ("event=nope", "event", "nope"),
        ("scale=metric", "scale", "metric"),
        ("as_of=2025-02-30", "as_of", "2025-02-30"),
        ("mont=2025-12", "mont", "2025-12"),
        ("q=" + "x" * 5000, "q", "x" * 79 + "…"),
    ],
)
def test_a_bad_parameter_is_refused_with_its_name_value_and_rule(client, query, parameter, value):
    answer = client.get(f"/api/events.json?{query}")
    problem = answer.json()
    assert (answer.status_code, answer.headers["content-type"]) == (400, PROBLEM)
    assert (problem["status"], problem["parameter"], problem["value"]) == (400, parameter, value)
    assert problem["rule"]
    assert problem["rule"] in problem["detail"]


@pytest.mark.parametrize("name", sorted(parameters(shipped())))
def test_an_empty_value_is_the_default(client, name):
    whole, empty = client.get("/api/events.json"), client.get(f"/api/events.json?{name}=")
    assert (empty.status_code, empty.content) == (200, whole.content)


def test_an_empty_value_beside_another_is_none(client):
    one = client.get("/api/events.json?type=sanctions&month=2025-12")
    assert client.get("/api/events.json?type=&type=sanctions&month=&month=2025-12").content == one.content


def test_the_same_value_twice_counts_once(client):
    one = client.get("/api/events.json?type=sanctions")
    assert client.get("/api/events.json?type=sanctions&type=sanctions").content == one.content


@pytest.mark.parametrize(
    "path",
    ["events.xml", "events", "nope.json", "people.csv", "", "events/nope.json", "events/a/b.json", "..%2Fevents.json"],
)
def test_what_is_not_there_is_said_with_what_is(client, path):
    answer = client.get(f"/api/{path}")
    assert (answer.status_code, answer.headers["content-type"]) == (404, PROBLEM)
    assert answer.json()["detail"]


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "PATCH", "TRACE"])
def test_other_methods_are_refused(client, method):
    answer = client.request(method, "/api/events.json")
    assert (answer.status_code, answer.headers["allow"]) == (405, READING)


def test_head_is_answered_as_get_without_a_body_and_options_says_how_to_read(client):
    whole, headless = client.get("/api/toll.json"), client.head("/api/toll.json")
    assert (headless.status_code, headless.content) == (200, b"")
    assert headless.headers["content-type"] == whole.headers["content-type"]
    assert headless.headers["etag"] == whole.headers["etag"]
    options = client.options("/api/toll.json", headers={"Origin": "https://elsewhere.example"})
    assert options.status_code == 204
    assert options.headers["access-control-allow-methods"] == READING
    assert options.headers["access-control-allow-headers"] == "*"


def test_a_query_of_a_megabyte_is_refused_in_one_sentence(site):
    scope = {
        **{"type": "http", "method": "GET", "path": "/api/events.json", "query_string": b"q=" + b"x" * 1_000_000},
        **{"headers": [(b"host", b"example.org")], "scheme": "https", "server": ("example.org", 443), "root_path": ""},
    }
    sent = []

    async def receive():
        return {"type": "http.request", "body": b""}

    async def send(message):
        sent.append(message)

    anyio.run(site, scope, receive, send)
    assert sent[0]["status"] == 414
    assert json.loads(sent[1]["body"])["detail"].startswith("A query may have")


def test_an_answer_that_is_known_is_not_sent_again(client):
    first = client.get("/api/ships.json")
    tag, day = first.headers["etag"], first.headers["last-modified"]
    assert shipped().release in tag
    for known in ({"If-None-Match": tag}, {"If-None-Match": f'"x", {tag}'}, {"If-Modified-Since": day}):
        again = client.get("/api/ships.json", headers=known)
        assert (again.status_code, again.content, again.headers["etag"]) == (304, b"", tag)
    other = client.get("/api/ships.json?q=skipper", headers={"If-None-Match": tag})
    assert other.status_code == 200


@pytest.mark.parametrize(
    ("header", "value"),
    [
        ("If-None-Match", '"a*b"'),
        ("If-None-Match", '""'),
        ("If-Modified-Since", "yesterday"),
        ("If-Modified-Since", "Tue, 44 Nov 2026 00:00:00 GMT"),
        ("If-Modified-Since", "Tue, 24 Nov 99999999999999999999 00:00:00 GMT"),
        ("If-Modified-Since", "Mon, 01 Jan 2024 00:00:00 GMT"),
        ("If-Modified-Since", "Fri, 31 Dec 9999 23:59:59 GMT"),
        ("If-Modified-Since", "Fri, 31 Dec 9999 23:59:59 -2300"),
    ],
)
def test_who_names_another_answer_or_no_day_is_sent_all_of_it(client, header, value):
    assert client.get("/api/ships.json", headers={header: value}).status_code == 200


def test_an_answer_that_is_dated_ahead_itself_is_known_by_its_own_day():
    ahead = datetime(9999, 1, 1, tzinfo=UTC)
    given = answer(b"x", "text/plain", modified=ahead)
    for seconds, known in ((-1, False), (0, True), (1, False)):
        day = format_datetime(ahead + timedelta(seconds=seconds), usegmt=True)
        assert is_known(Headers({"If-Modified-Since": day}), given) is known


def test_gzip_is_sent_to_those_who_read_it_and_holds_the_same(client):
    compressed = client.get("/api/claims.json", headers={"Accept-Encoding": "gzip"})
    bare = client.get("/api/claims.json", headers={"Accept-Encoding": "gzip;q=0"})
    assert compressed.headers["content-encoding"] == "gzip"
    assert "content-encoding" not in bare.headers
    assert int(compressed.headers["content-length"]) < len(bare.content) == int(bare.headers["content-length"])
    assert compressed.content == bare.content
    assert "Accept-Encoding" in compressed.headers["vary"]


def test_words_of_pages_that_do_not_choose_in_a_list_are_named(client):
    text = client.get("/api/ships.json?type=vessel_strike&view=caracas").json()["filters"]
    assert text.split("; ")[:2] == ["All ships", "not applied here: type, view"]
    undated = shipped()["sanctions_targets"].listed_on.isna().any()
    reported = "without a listing date left out" in client.get("/api/targets.json?month=2025-12").json()["filters"]
    assert reported == undated


def test_the_list_of_people_says_and_obeys_group_and_custody(client):
    answer = client.get(
        "/api/people.json?group=other_foreigner&custody=released&custody=unknown&days=2025-10-18"
    ).json()
    sentence = "on 18 October 2025, where the group is other foreigner, where custody is released or not known"
    assert answer["filters"].startswith(f"Detained people {sentence}")
    assert {item["category"] for item in answer["items"]} == {"other_foreigner"}
    assert {item["status"] for item in answer["items"]} <= {"released", "unknown"}


@pytest.mark.parametrize("query", ["days=2025-10-22..2025-10-18", "group=nobody", "custody=free", "days=" + "1" * 3000])
def test_a_bad_day_group_or_custody_is_refused_with_its_rule(client, query):
    answer = client.get(f"/api/people.json?{query}")
    assert answer.status_code == 400
    assert answer.json()["parameter"] == query.partition("=")[0]


def test_a_list_of_persons_is_not_for_search_engines(client):
    assert client.get("/api/people.json").headers["x-robots-tag"] == "noindex"
    assert "x-robots-tag" not in client.get("/api/events.json").headers


def test_every_word_of_a_page_is_known_to_the_api_with_what_it_may_be():
    known = parameters(shipped())
    assert set(known) == {*filter_kinds(), *setting_kinds()}
    assert all(parameter.rule and parameter.title for parameter in known.values())


@given(st.dictionaries(st.sampled_from(sorted(parameters(shipped()))), st.lists(st.text(), min_size=1, max_size=2)))
def test_what_the_pages_can_use_the_api_reads_alike_and_it_refuses_the_rest(query):
    filters, ignored = Filters.from_query(query, shipped())
    chosen, dropped = Settings.from_query(query, shipped())
    if ignored or dropped:
        with pytest.raises(BadParameterError) as refused:
            parse_api_query(query, shipped())
        assert refused.value.parameter in query
    else:
        read = parse_api_query(query, shipped())
        assert (read.filters, read.settings) == (filters, chosen)


def test_a_release_is_read_by_its_day_and_of_all_days_before_it_the_first(client):
    release, first = shipped().release, known_releases()[0].version
    for day, version in ((release, release), (first, first), ("2020-01-01", first), ("2031-01-01", release)):
        assert client.get(f"/api/toll.json?as_of={day}").json()["release"] == version
    frozen = client.get(f"/api/events.json?as_of={release}")
    assert frozen.json()["filters"].startswith("All events")
    assert client.get(f"/data/events.csv?as_of={release}").status_code == 200


def test_a_value_of_a_column_that_a_release_has_not_is_refused_and_not_taken_for_nothing_found(client):
    answer = client.get("/api/events.json?area=caribbean&as_of=2026-11-24")
    assert (answer.status_code, answer.json()["parameter"]) == (400, "area")
    assert client.get("/api/events.json?area=caribbean").json()["count"] > 0
