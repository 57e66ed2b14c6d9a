"""Sanctions in short: the facts name the rows that come first and last, and open them."""

from data.sanctions.in_short import licence_facts, ship_facts_in_time, target_facts, tie_facts
from data.sanctions.ships import ships_in_view
from data.sanctions.ties_layout import ties_picture
from data.text.formats import day_name
from tests.factory import DAY, shipped


def test_the_first_and_the_last_listed_and_the_last_delisted_are_those_of_the_table():
    targets = shipped()["sanctions_targets"]
    facts = target_facts(targets, targets[targets.delisted_on.notna()])
    first, listed = facts[:2]
    assert targets.set_index("target_id").listed_on[first.parameters["target"]] == targets.listed_on.min()
    assert targets.set_index("target_id").listed_on[listed.parameters["target"]] == targets.listed_on.max()
    most = next(fact for fact in facts if fact.text.startswith("Most"))
    assert f": {targets.listed_on.value_counts().iloc[0]} targets" in most.text
    assert most.parameters == {"days": f"{targets.listed_on.value_counts().index[0]:%Y-%m-%d}"}
    assert target_facts(targets.iloc[:0], targets.iloc[:0]) == []


def test_those_taken_off_a_list_are_named_with_their_days_and_a_single_one_opens_its_record():
    targets = shipped()["sanctions_targets"]
    delisted = targets[targets.delisted_on.notna()].sort_values("delisted_on", kind="stable")
    several, one = target_facts(targets, delisted)[-1], target_facts(targets, delisted.head(1))[-1]
    assert all(f"{row.display_name}, {day_name(row.delisted_on)}" in several.text for row in delisted.itertuples())
    assert set(delisted.status) == {several.parameters["status"]}
    assert one.parameters == {"target": delisted.target_id.iloc[0]}
    assert not any("aken off a list" in fact.text for fact in target_facts(targets, targets.iloc[:0]))


def test_the_newest_licence_is_the_last_issued_and_most_versions_are_counted():
    licences = shipped()["licences"]
    newest, versions, oldest = licence_facts(licences, DAY)
    last = licences.sort_values("issued_on", kind="stable", na_position="first").iloc[-1]
    assert f"GL {last.family}{last.version}" in newest.text
    assert f"{licences.family.value_counts().iloc[0]} of them" in versions.text
    assert oldest.text.startswith("Longest in force")
    assert licence_facts(licences.iloc[:0], DAY) == []


def test_the_first_and_the_last_ship_taken_open_their_records():
    ships = ships_in_view(shipped(), "")
    first, last, month = ship_facts_in_time(ships)
    by_id = ships.set_index("ship_id").seized_on
    assert by_id[first.parameters["ship"]] == ships.seized_on.min()
    assert by_id[last.parameters["ship"]] == ships.seized_on.max()
    in_month = ships.seized_on.dt.strftime("%Y-%m") == month.parameters["month"]
    assert f": {in_month.sum()} ship" in month.text
    assert ship_facts_in_time(ships.iloc[:0]) == []


def test_who_has_most_ties_and_who_was_listed_alone_on_the_first_or_last_day_is_named():
    targets = shipped()["sanctions_targets"].set_index("target_id")
    for name in shipped().choices("sanctions_relations", "picture"):
        picture = ties_picture(shipped(), name)
        listed = picture.boxes.listed_on.dropna()
        for fact in tie_facts(picture):
            node = fact.parameters["target"]
            assert targets.display_name[node] in fact.text
            if fact.text.startswith("Most ties"):
                tied = picture.lines[(picture.lines.from_node == node) | (picture.lines.to_node == node)]
                assert fact.text.endswith(f", {len(tied)}")
            else:
                day = listed.min() if fact.text.startswith("First") else listed.max()
                assert (targets.listed_on[node], (listed == day).sum()) == (day, 1)
    assert tie_facts(ties_picture(shipped(), name, "nobody is called so")) == []
