"""OFAC's list is read as OFAC documents it, compared by number, IMO and name, and brought in without taking history."""

import csv
import tracemalloc

import pytest

from data.curation.ofac.comparison import spoken_name
from data.curation.ofac.list_files import read_ofac_list
from tests.data.curation.ofac_files import MADE_UP, list_of_targets
from tests.factory import shipped

pytestmark = pytest.mark.slow
DAY, EVENT = "2026-12-01", "2025-12-31-oil-traders-tankers"
SOURCE, COPY = f"ofac-sdn-{DAY}", "https://example.org/sdn-made-up-for-a-test"
BRINGS_IN = ("--write", "--source", DAY, COPY)


@pytest.fixture
def made():
    return list_of_targets(shipped(), others=30)


def run(desk, made, tmp_path, *words):
    return desk.run("ofac", *made.write(tmp_path), *words)


def entry(made, uid):
    (found,) = [row for row in made.sdn if row[0] == uid]
    return found


def target(desk, target_id):
    (found,) = [row for row in desk.rows("sanctions_targets") if row["target_id"] == target_id]
    return found


def reasons(desk, target_id):
    return {
        row["column"]: (row["why"], row["source_id"]) for row in desk.rows("corrections") if row["row"] == target_id
    }


def test_a_list_that_says_what_the_tables_say_changes_nothing(desk, made, tmp_path):
    before = desk.bytes()
    result = run(desk, made, tmp_path)
    assert result.exit_code == 0, result.output
    assert f"{len(made.sdn)} entries read: 0 to add, 0 to change, 0 to mark as delisted" in result.output
    assert "look: kiara-m: no OFAC number here, and not found by IMO or name" in result.output
    assert desk.bytes() == before


def test_what_is_listed_otherwise_is_put_right_with_its_reason_and_the_former_name_is_kept(desk, made, tmp_path):
    row = entry(made, "56244")
    row[1], row[3] = "BLACK CRANE", "VENEZUELA-EO13850] [SDGT] [NOT-OURS"
    made.alt.append(["56244", "7", "fka", "GREY CRANE", "-0- "])
    shown = run(desk, made, tmp_path).output
    assert 'change: white-crane (OFAC 56244, IMO 9323429), name: "WHITE CRANE" would be "BLACK CRANE"' in shown
    assert "look: white-crane: listed under NOT-OURS, which table programmes has not" in shown
    result = run(desk, made, tmp_path, *BRINGS_IN)
    assert result.exit_code == 0, result.output
    now = target(desk, "white-crane")
    assert (now["name"], now["programme"]) == ("BLACK CRANE", "VENEZUELA-EO13850;SDGT")
    assert now["aliases"] == "White Crane;Grey Crane"
    assert now["source_ids"].endswith(f";{SOURCE}")
    assert set(reasons(desk, "white-crane")) >= {"name", "aliases", "programme", "source_ids"}
    assert reasons(desk, "white-crane")["name"] == (f"OFAC's list of {DAY} says so", SOURCE)


def test_a_ship_that_names_no_target_is_found_on_the_list_by_imo_and_nothing_is_changed(desk, made, tmp_path):
    before = desk.bytes()
    imo = "Vessel Registration Identification IMO 9304667; Made up for a test."
    made.put("900902", "SKIPPER", "vessel", "SDGT", vessel_type="Crude Oil Tanker", remarks=imo)
    made.put("900903", "NO SHIP OF OURS", "vessel", "SDGT", remarks=imo.replace("9304667", "9074729"))
    shown = run(desk, made, tmp_path).output
    assert "look: ship skipper: on the list as 900902 SKIPPER (SDGT) by its IMO 9304667, no target here" in shown
    assert "NO SHIP OF OURS" not in shown
    assert "0 to add, 0 to change, 0 to mark as delisted" in shown
    assert run(desk, made, tmp_path, *BRINGS_IN).exit_code == 0
    assert desk.bytes() == before


def test_a_ship_that_names_no_target_and_is_new_in_a_venezuela_programme_is_told_and_to_be_added(desk, made, tmp_path):
    imo = "Vessel Registration Identification IMO 9206310; Made up for a test."
    made.put("900904", "CENTURIES", "vessel", "VENEZUELA-EO13850", vessel_type="Crude Oil Tanker", remarks=imo)
    shown = run(desk, made, tmp_path).output
    assert "look: ship centuries: on the list as 900904 CENTURIES (VENEZUELA-EO13850) by its IMO 9206310" in shown
    assert "add: 900904 CENTURIES" in shown


def test_a_target_without_a_number_is_known_by_imo_or_by_exactly_its_name_and_gets_its_number(desk, made, tmp_path):
    imo = "Vessel Registration Identification IMO 9285823; (Linked To: ARCTIC VOYAGER INCORPORATED)."
    made.put("900900", "KIARA M TWO", "vessel", "VENEZUELA-EO13850", vessel_type="Crude Oil Tanker", remarks=imo)
    made.put("900901", "ARCTIC VOYAGER INCORPORATED", programme="VENEZUELA-EO13850", country="Panama")
    shown = run(desk, made, tmp_path, *BRINGS_IN).output
    assert "look: kiara-m: taken for 900900 KIARA M TWO by its imo" in shown
    assert "look: arctic-voyager: taken for 900901 ARCTIC VOYAGER INCORPORATED by its name" in shown
    ship, company = target(desk, "kiara-m"), target(desk, "arctic-voyager")
    assert (ship["ofac_uid"], ship["name"], ship["vessel_type"]) == ("900900", "KIARA M TWO", "Crude Oil Tanker")
    assert (ship["status"], company["status"], company["ofac_uid"]) == ("active", "active", "900901")


def test_who_is_no_longer_listed_is_marked_by_the_day_of_the_list_and_stays(desk, made, tmp_path):
    made.sdn.remove(entry(made, "56706"))
    made.add = [row for row in made.add if row[0] != "56706"]
    before = target(desk, "nord-star")
    result = run(desk, made, tmp_path, *BRINGS_IN)
    assert "delisted: nord-star (OFAC 56706, IMO 9323596)" in result.output
    now = target(desk, "nord-star")
    assert (now["status"], now["delisted_on"]) == ("delisted", DAY)
    assert now["notes"].startswith(before["notes"])
    assert f"Not on OFAC's list of {DAY}" in now["notes"]
    assert {**now, **{column: before[column] for column in ("status", "delisted_on", "notes", "source_ids")}} == before
    (ship,) = [row for row in desk.rows("ships") if row["target_id"] == "nord-star"]
    assert ship["list_status"] == "delisted"
    assert reasons(desk, "nord-star")["status"] == (f"Not on OFAC's list of {DAY}", SOURCE)


def test_a_delisted_target_that_stands_on_the_list_is_named_and_left(desk, made, tmp_path):
    made.put("25077", "RODRIGUEZ GOMEZ, Delcy Eloina", "individual", "VENEZUELA")
    before = target(desk, "rodriguez-gomez-delcy-eloina")
    result = run(desk, made, tmp_path, *BRINGS_IN)
    assert (
        "look: rodriguez-gomez-delcy-eloina: delisted on 2026-04-01 here, and the list has it (25077)" in result.output
    )
    assert target(desk, "rodriguez-gomez-delcy-eloina") == before


def test_new_entries_are_shown_and_added_only_under_the_event_that_listed_them(desk, made, tmp_path):
    linked = f"Vessel Registration Identification IMO 9000003; {MADE_UP}; (Linked To: SEA OF A TEST LTD)."
    made.put("900950", "SEA OF A TEST LTD", programme="VENEZUELA-EO13850", country="Panama", alias="TEST SEAS")
    made.put(
        "900951",
        "STAR OF A TEST",
        "vessel",
        "VENEZUELA-EO13850",
        vessel_type="Crude Oil Tanker",
        flag="Panama",
        remarks=linked,
    )
    made.put("900952", "PEREZ DE PRUEBA, Ana", "individual", "VENEZUELA", title="Minister of a test")
    rows = len(desk.rows("sanctions_targets"))
    result = run(desk, made, tmp_path, *BRINGS_IN)
    line = "add: 900951 STAR OF A TEST (vessel, IMO 9000003; VENEZUELA-EO13850, linked to SEA OF A TEST LTD)"
    assert line in result.output
    assert "Entries are added with --event alone" in result.output
    assert len(desk.rows("sanctions_targets")) == rows
    some = ("--event", EVENT, "--only", "900950", "--only", "900951")
    result = run(desk, made, tmp_path, *BRINGS_IN, *some)
    assert result.exit_code == 0, result.output
    company, ship = target(desk, "sea-of-a-test-ltd"), target(desk, "star-of-a-test")
    assert (company["aliases"], company["nationality_or_flag"], company["event_id"]) == ("Test Seas", "PA", EVENT)
    assert (ship["linked_to"], ship["imo"], ship["vessel_type"]) == ("sea-of-a-test-ltd", "9000003", "Crude Oil Tanker")
    (row,) = [row for row in desk.rows("ships") if row["target_id"] == "star-of-a-test"]
    assert (row["ship_class"], row["flag"], row["outcome"]) == ("tanker", "PA", "unknown")
    assert (row["programme"], row["list_status"]) == ("VENEZUELA-EO13850", "active")
    assert len(desk.rows("sanctions_targets")) == rows + 2
    again = run(desk, made, tmp_path, *BRINGS_IN, *some[:2])
    assert target(desk, "perez-de-prueba-ana")["display_name"] == "Ana Perez de Prueba", again.output


def test_a_list_that_shrank_marks_nobody_without_force(desk, made, tmp_path):
    first = run(desk, made, tmp_path, *BRINGS_IN)
    assert first.exit_code == 0, first.output
    with (desk.folder.parent / "ofac_lists.csv").open(encoding="utf-8") as file:
        (read,) = csv.DictReader(file)
    assert (read["day"], read["entries"], read["url"]) == (DAY, str(len(made.sdn)), COPY)
    assert SOURCE not in {row["source_id"] for row in desk.rows("sources")}
    gone = {"56706", *(str(900_000 + number) for number in range(20))}
    made.sdn = [row for row in made.sdn if row[0] not in gone]
    made.add = [row for row in made.add if row[0] not in gone]
    result = run(desk, made, tmp_path, *BRINGS_IN)
    assert f"Nobody is marked as delisted: the list has {len(made.sdn)} entries, that of {DAY} had" in result.output
    assert target(desk, "nord-star")["status"] == "active"
    run(desk, made, tmp_path, *BRINGS_IN, "--force")
    assert target(desk, "nord-star")["status"] == "delisted"


def test_a_list_that_lacks_a_tenth_of_our_targets_marks_nobody_without_force(desk, made, tmp_path):
    gone = {row[0] for row in made.sdn[2:10]}
    made.sdn = [row for row in made.sdn if row[0] not in gone]
    made.add = [row for row in made.add if row[0] not in gone]
    result = run(desk, made, tmp_path, *BRINGS_IN)
    assert "Nobody is marked as delisted: the list lacks" in result.output
    assert all(row["delisted_on"] != DAY for row in desk.rows("sanctions_targets"))


CUT = "was cut: it does not end with Ctrl-Z"


@pytest.mark.parametrize(
    ("spoil", "sentence"),
    [
        (lambda raw: b"<!DOCTYPE html><html>Just a moment</html>", "is a page of HTML or XML, no list"),
        (lambda raw: raw[: len(raw) // 2], CUT),
        (lambda raw: raw[:-1], CUT),
        (lambda raw: b"", CUT),
        (lambda raw: b"\x1a", "has no entry"),
        (lambda raw: raw + raw, "goes on after its last byte"),
        (lambda raw: raw.replace(b",individual", b"", 1), "row 1: must have 12 cells"),
        (lambda raw: b"ent_num" + raw, "row 1: must have 12 cells, the first of them a number"),
        (lambda raw: raw[: raw.index(b"\n") + 1] * 2 + b"\x1a", "stands there twice"),
        (lambda raw: raw[: raw.index(b"\n") + 1] + b"\x1a", "take the three files of one day"),
        (lambda raw: b'1,"a" b,\r\n\x1a', "row 1: a quotation mark is wrong"),
        (lambda raw: b"\xff\xfe" + raw, "is no text"),
        (lambda raw: b"PK\x03\x04\x90", CUT),
    ],
)
def test_a_page_a_cut_file_or_another_layout_is_refused_in_a_sentence(desk, made, tmp_path, spoil, sentence):
    files, before = made.write(tmp_path), desk.bytes()
    (tmp_path / "SDN.CSV").write_bytes(spoil((tmp_path / "SDN.CSV").read_bytes()))
    result = desk.run("ofac", *files, *BRINGS_IN)
    assert (result.exit_code, desk.bytes()) == (1, before)
    assert sentence in result.output
    assert "SDN.CSV" in result.output


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (("--write",), "say in --source of which day the list is"),
        (("--write", "--source", "2026-02-30", COPY), "say in --source of which day the list is"),
        (("--write", "--source", DAY, "sdn.csv"), "say in --source where a copy of the list stays"),
        ((*BRINGS_IN, "--only", "1"), "--only 1: no new entry of a Venezuela programme has that number"),
        ((*BRINGS_IN, "--event", "2025-01-01-nothing"), 'table events has no row "2025-01-01-nothing"'),
    ],
)
def test_what_is_asked_for_wrongly_is_refused_and_nothing_is_written(desk, made, tmp_path, words, sentence):
    made.put("900953", "SEA OF A TEST LTD")
    before = desk.bytes()
    result = run(desk, made, tmp_path, *words)
    assert (result.exit_code, desk.bytes()) == (1, before)
    assert sentence in result.output
    assert not (desk.folder.parent / "ofac_lists.csv").exists()


def test_twenty_thousand_entries_take_little_memory(tmp_path):
    made = list_of_targets(shipped(), others=20_000)
    files = [tmp_path / name for name in ("SDN.CSV", "ALT.CSV", "ADD.CSV")]
    made.write(tmp_path)
    tracemalloc.start()
    listed = read_ofac_list(*files, lambda one: "VENEZUELA-EO13850" in one.programmes)
    most = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert listed.count == len(made.sdn) > 20_000
    assert most < 20_000_000


@pytest.mark.parametrize(
    ("listed", "written"),
    [
        ("PEREZ DE LA CRUZ, Ana Maria", "Ana Maria Perez de la Cruz"),
        ("GLOBAL IMPORT S.A.", "Global Import S.A."),
        ("El Viejo", "El Viejo"),
    ],
)
def test_names_are_written_as_a_reader_would(listed, written):
    assert spoken_name(listed) == written
