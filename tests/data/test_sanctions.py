"""What sanctions tables say: who is in a view, which way acts go, how ties, licences and ships read."""

import pandas as pd
import pytest

from data.months import MonthSpan
from data.sanctions import (
    SEARCHED,
    SEARCHED_LICENCES,
    SEARCHED_SHIPS,
    actions,
    actions_by_month,
    directions,
    in_force,
    in_view,
    licences_in_view,
    peak_months,
    publishers,
    ships_in_view,
    tankers_taken,
    ties,
    with_links,
)

ALL = MonthSpan()
SCORES = pd.DataFrame(
    {"event": ["SANCTION", "RETREAT", "REQUEST"], "mode": ["", "", ""], "score": [-6.0, 6.5, 0.0]},
)


def made(columns: tuple[str, ...], rows: list[dict[str, object]]) -> pd.DataFrame:
    """Rows with the named text columns, empty where a row does not give them."""
    return pd.DataFrame([{**dict.fromkeys(columns, ""), **row} for row in rows])


def make_targets(*rows: dict[str, object]) -> pd.DataFrame:
    """Targets as the package types them."""
    frame = made(("target_id", *SEARCHED), list(rows))
    days = {day: pd.to_datetime(frame.get(day, pd.Series(index=frame.index))) for day in ("listed_on", "delisted_on")}
    return frame.assign(**days)


def make_relations(*sentences: tuple[str, str, str, str]) -> pd.DataFrame:
    """Ties as the package types them: first end, relation, last end, kind."""
    return pd.DataFrame(sentences, columns=["from_target_id_or_name", "relation", "to_name", "kind"], dtype="str")


def make_acts(*rows: tuple[str, str]) -> pd.DataFrame:
    """Acts with a day and a PLOVER category."""
    frame = pd.DataFrame(rows, columns=["date", "plover_event"]).astype({"plover_event": "str"})
    return frame.assign(date=pd.to_datetime(frame.date), plover_mode="", event_type="fine")


TARGETS = make_targets(
    {"target_id": "a", "name": "PENA, Ana", "display_name": "Ana Peña", "listed_on": "2025-12-19", "ofac_uid": "7"},
    {"target_id": "b", "name": "ROJAS, Bo", "display_name": "Bo Rojas", "listed_on": "2025-11-30", "linked_to": "a"},
    {"target_id": "c", "name": "CEIBA", "display_name": "Ceiba"},
)
RELATIONS = make_relations(("a", "sister of", "Núria Gómez", "family"), ("b", "owner of", "c", "ownership"))


def test_with_no_months_chosen_targets_without_a_day_are_in_the_view():
    found = in_view(TARGETS, ALL, "")

    assert list(found.rows.target_id) == ["a", "b", "c"]
    assert found.undated == 0


def test_months_choose_by_the_day_of_listing_and_say_whom_they_leave_out():
    found = in_view(TARGETS, MonthSpan("2025-12", "2025-12"), "")

    assert list(found.rows.target_id) == ["a"]
    assert list(found.left_out.target_id) == ["c"]
    assert found.undated == 1


def test_a_target_left_out_by_its_words_is_not_counted_as_undated():
    assert in_view(TARGETS, MonthSpan("2025-12", "2025-12"), "pena").undated == 0


@pytest.mark.parametrize("words", ["pena", "PEÑA", "ana peña"])
def test_words_find_a_target_whatever_accents_and_case(words):
    assert list(in_view(TARGETS, ALL, words).rows.target_id) == ["a"]


def test_words_find_a_target_by_its_ties_from_either_end():
    assert list(in_view(TARGETS, ALL, "nuria sister", RELATIONS).rows.target_id) == ["a"]
    assert list(in_view(TARGETS, ALL, "rojas", RELATIONS).rows.target_id) == ["b", "c"]


def test_without_the_table_of_ties_they_are_not_searched():
    assert in_view(TARGETS, ALL, "nuria").rows.empty


def test_searching_leaves_the_tables_as_they_are():
    before = (TARGETS.copy(), RELATIONS.copy())

    in_view(TARGETS, ALL, "nuria", RELATIONS)
    ties(RELATIONS, TARGETS, "nuria")

    pd.testing.assert_frame_equal(TARGETS, before[0])
    pd.testing.assert_frame_equal(RELATIONS, before[1])


def test_a_tie_reads_as_a_sentence_of_names_with_the_first_one_s_day():
    first, second = (row for _, row in ties(RELATIONS, TARGETS).iterrows())

    assert list(first[["from_target_id_or_name", "relation", "to_name"]]) == ["Ana Peña", "sister of", "Núria Gómez"]
    assert first.listed_on == pd.Timestamp("2025-12-19")
    assert second.to_name == "Ceiba"


def test_words_choose_ties():
    assert list(ties(RELATIONS, TARGETS, "gomez").kind) == ["family"]
    assert ties(RELATIONS, TARGETS, "nobody").empty


def test_only_a_known_number_leads_to_a_record_of_ofac():
    linked = with_links(TARGETS, TARGETS)

    assert linked.ofac_record.iloc[0] == "https://sanctionssearch.ofac.treas.gov/Details.aspx?id=7"
    assert linked.ofac_record.isna().to_list() == [False, True, True]
    assert linked.linked_name.iloc[1] == "Ana Peña"
    assert linked.linked_name.isna().to_list() == [True, False, True]


def test_actions_are_the_events_of_the_types_that_the_vocabulary_puts_on_the_page():
    types = pd.DataFrame({"event_type": ["fine", "storm"], "page": ["sanctions", "map"]})
    events = make_acts(("2025-01-01", ""), ("2025-03-01", ""), ("2025-02-01", ""))
    events.loc[2, "event_type"] = "storm"

    assert list(actions(events, types).date.dt.month) == [3, 1]


def test_an_act_tightens_or_eases_by_the_sign_of_its_score_and_goes_neither_way_without_one():
    acts = make_acts(
        ("2025-01-01", "SANCTION"), ("2025-01-01", "RETREAT"), ("2025-01-01", ""), ("2025-01-01", "REQUEST")
    )

    assert list(directions(acts, SCORES)) == ["tightening", "easing", "neither", "neither"]


def test_an_act_with_an_unknown_code_is_an_error_and_never_neither():
    with pytest.raises(KeyError):
        directions(make_acts(("2025-01-01", "UNHEARD")), SCORES)


def test_months_without_an_act_stand_between_others_as_zeros_in_every_direction():
    counts = actions_by_month(make_acts(("2025-01-05", "SANCTION"), ("2025-03-01", "SANCTION")), SCORES)

    assert counts.to_dict("list") == {"tightening": [1, 0, 1], "easing": [0, 0, 0], "neither": [0, 0, 0]}
    assert list(counts.index) == ["2025-01", "2025-02", "2025-03"]


def test_every_month_that_shares_the_highest_count_is_a_peak():
    assert peak_months(pd.Series({"2025-01": 2, "2025-02": 1, "2025-03": 2})) == ["2025-01", "2025-03"]
    assert peak_months(pd.Series({"2025-01": 0})) == []


def make_licences(*rows: tuple[str, str, str, str]) -> pd.DataFrame:
    """Licences with number, version, status, and what ended them."""
    frame = pd.DataFrame(rows, columns=["family", "version", "status", "replaced_by_or_expires"], dtype="str")
    return frame.assign(**{**dict.fromkeys(SEARCHED_LICENCES, ""), "licence_id": "gl-" + frame.family})


def test_licences_in_force_come_first_in_order_of_their_numbers():
    licences = make_licences(("10", "A", "in force", ""), ("2", "", "replaced", "gl-2a"), ("9", "B", "in force", ""))

    assert list(licences_in_view(licences, "").family) == ["9", "10", "2"]
    assert list(in_force(licences).family) == ["10", "9"]
    assert list(licences_in_view(licences, "gl 10").family) == ["10"]


def test_what_ends_a_licence_is_said_in_words():
    ends = licences_in_view(
        make_licences(("1", "", "replaced", "gl-1a"), ("2", "", "expired", "2025-05-09"), ("3", "", "replaced", "")), ""
    ).ends

    assert list(ends[:2]) == ["GL 1A", "9 May 2025"]
    assert pd.isna(ends.iloc[2])


EVENTS = pd.DataFrame(
    {"event_id": ["e1", "e2"], "date": pd.to_datetime(["2025-12-10", "2026-01-07"]), "title": ["First", "Second"]}
)


def make_ships() -> pd.DataFrame:
    """Two tankers taken, one tanker never met, one other boat taken."""
    ships = made(
        ("ship_class", "seizing_event_id", *SEARCHED_SHIPS),
        [
            {"name": "Zeta", "ship_class": "tanker", "seizing_event_id": "e1"},
            {"name": "Alfa", "ship_class": "tanker", "seizing_event_id": "e2"},
            {"name": "Beta", "ship_class": "tanker"},
            {"name": "Gama", "ship_class": "fishing", "seizing_event_id": "e1"},
        ],
    )
    return ships.drop(columns="other_names").assign(former_names=[("Ómicron", "Rho"), (), (), ()])


def test_only_tankers_count_as_tankers_taken_and_only_by_the_events_given():
    assert list(tankers_taken(make_ships(), EVENTS).name) == ["Zeta", "Alfa"]
    assert list(tankers_taken(make_ships(), EVENTS[:1]).name) == ["Zeta"]


def test_the_ship_seized_last_comes_first_and_those_never_seized_last():
    found = ships_in_view(make_ships(), EVENTS, "")

    assert list(found.name) == ["Alfa", "Gama", "Zeta", "Beta"]
    assert found.seizure.isna().to_list() == [False, False, False, True]
    assert found.seizure.iloc[0] == "Second"


def test_words_find_a_ship_by_a_former_name():
    assert list(ships_in_view(make_ships(), EVENTS, "omicron").name) == ["Zeta"]


def test_each_publisher_is_named_once_and_an_unknown_source_is_an_error():
    sources = pd.DataFrame({"source_id": ["s1", "s2", "s3"], "publisher": ["AP", "AP", "Voz"]})

    assert list(publishers(pd.Series([("s1", "s2", "s3"), ()]), sources)) == ["AP; Voz", ""]
    with pytest.raises(KeyError):
        publishers(pd.Series([("s9",)]), sources)
