"""The page of sanctions: its numbers are those of the tables, names are found, records open."""

from datetime import datetime

import pytest

from data.package.release_files import known_releases
from data.text.formats import day_name
from data.versions.release import open_release
from tests.factory import shipped
from tests.pages.test_matrix import opened, visible_text
from tests.shown import as_shown, html_as_shown, record_html, record_title, shown_table

NEPHEWS = (
    "Efraín Antonio Campo Flores",
    "Franqui Francisco Flores de Freitas",
    "Carlos Erik Malpica Flores",
    "Eloísa Flores de Malpica",
)


def section(name: str, query: dict[str, list[str]] | None = None):
    """The page with that section open."""
    return opened("sanctions", {"section": [name], **(query or {})})


def headings(app) -> list[str]:
    """The headings of the page as plain text."""
    return [as_shown(heading.value) for heading in app.subheader]


def texts(app) -> str:
    """The page's running text without the marks of Markdown."""
    return as_shown(*(block.value for block in app.markdown))


def test_the_numbers_on_screen_are_those_of_the_tables():
    app = opened("sanctions", {})
    metrics = {as_shown(metric.label): as_shown(metric.value) for metric in app.metric}
    targets = shipped()["sanctions_targets"]
    for kind, label in shipped().choices("sanctions_targets", "target_type").items():
        assert metrics[label] == str((targets.target_type == kind).sum())
    assert shown_table(app, f"{len(targets)} targets").pages
    assert len(shown_table(section("ships"), "ships").rows) == len(shipped()["ships"])
    assert shown_table(section("actions"), f"{len(shipped()['sanctions_actions'])} actions").pages
    assert int(metrics["Actions"]) == len(shipped()["sanctions_actions"])
    assert shown_table(section("licences"), f"{len(shipped()['licences'])} licences").pages


def test_the_december_listings_of_the_family_stand_there_with_chain_programme_and_sources():
    lines = {
        name: line
        for line in texts(section("ties", {"month": ["2025-12"]})).splitlines()
        for name in NEPHEWS
        if line.startswith(f"- [{name}]")
    }
    assert set(lines) == set(NEPHEWS)
    for name, line in lines.items():
        assert "Cilia Flores; Nicolás Maduro: husband of Cilia Flores" in line
        assert "December 2025 by US Treasury (OFAC)" in line
        assert "E.O. 1" in line
        assert "US Treasury" in line.split("*")[1], name
    assert "sister-in-law of Nicolás Maduro" in lines["Eloísa Flores de Malpica"]


@pytest.mark.parametrize("words", ["malpica", "MÁLPICA"])
def test_words_find_the_family_whatever_their_accents(words):
    shown = shown_table(opened("sanctions", {"q": [words]}), "targets").rows
    assert {"Carlos Erik Malpica Flores", "Eloísa Flores de Malpica"} <= set(shown["Name"])


def test_months_leave_out_targets_without_a_date_and_say_so():
    # In that release the day of one listing was not known.
    release = next(release for release in known_releases() if release.version == "2026-11-30")
    app = opened("sanctions", {"month": ["2025-12"], "as_of": [release.version]})
    undated = open_release(release, shipped())["sanctions_targets"].listed_on.isna().sum()
    assert undated == 1
    assert f"Listing date unknown, so hidden when months are chosen: {undated}" in texts(app)
    assert len(shown_table(app, "without a listing date").rows) == undated


def test_those_delisted_in_the_months_stand_there_though_they_were_listed_before_and_no_heading_says_none():
    app = opened("sanctions", {"month": ["2026-01.."]})
    found = shipped()["sanctions_targets"]
    delisted = found[found.delisted_on >= "2026-01-01"]
    assert set(shown_table(app, "delisted in these months").rows["Name"]) == set(delisted.display_name)
    assert "No target in this view" not in headings(app)
    assert {metric.label: metric.value for metric in app.metric}["Delisted"] == "3"


def test_the_running_number_ends_with_the_data_and_is_not_drawn_for_months_after_it():
    last = day_name(shipped().last_day)
    drawn = headings(opened("sanctions", {"month": ["2026-01.."]}))
    assert any(f"had been listed by {last}" in heading for heading in drawn)
    assert not any("had been listed" in heading for heading in headings(opened("sanctions", {"month": ["2030-01"]})))


@pytest.mark.parametrize(
    ("name", "none"),
    [("actions", "No action in this view"), ("targets", "No target in this view"), ("ships", "No ship in this view")],
)
def test_words_of_accents_alone_find_nothing(name, none):
    app = section(name, {"q": ["´"]})
    assert not app.exception
    assert none in headings(app)


def test_a_line_leads_to_the_kin_of_the_view_when_there_are_any():
    text = texts(opened("sanctions", {"month": ["2025-12"]}))
    assert "[Relatives of Nicolás Maduro: 8 listed](sanctions?month=2025-12&section=ties)" in text
    assert "3 on 11 December 2025; 5 on 19 December 2025" in text
    assert "section=ties" not in texts(opened("sanctions", {"month": ["2025-03"]}))


@pytest.mark.parametrize(
    ("query", "chosen"),
    [
        ({"target_type": ["vessel"]}, lambda rows: rows.target_type == "vessel"),
        ({"status": ["delisted"]}, lambda rows: rows.status == "delisted"),
        ({"authority": ["State"]}, lambda rows: rows.authority == "State"),
        ({"programme": ["TCO"]}, lambda rows: rows.programme.map(lambda codes: "TCO" in codes)),
    ],
)
def test_the_table_of_targets_has_choices_of_its_own_in_the_address(query, chosen):
    targets = shipped()["sanctions_targets"]
    assert len(shown_table(opened("sanctions", query), "target").rows) == chosen(targets).sum()


def test_a_choice_that_leaves_nothing_says_so_and_stays_there_to_be_undone():
    app = opened("sanctions", {"target_type": ["vessel"], "authority": ["State"]})
    assert "No target in this view" in headings(app)
    assert app.selectbox(key="setting_target_type").value == "vessel"


@pytest.mark.parametrize(
    ("typed", "first"),
    [("malpica erik", "Carlos Erik Malpica Flores"), ("Cilia Flores nephew", "Carlos Erik Malpica Flores")],
)
def test_the_name_finder_of_a_link_shows_its_hits(typed, first):
    app = opened("sanctions", {"find": [typed]})
    hits = shown_table(app, "found")
    assert hits.rows["Name"].iloc[0] == first
    assert "target=malpica-flores-carlos-erik" in hits.addresses[0]
    assert "not sanctions screening" in visible_text(app)


def test_a_name_that_is_like_nothing_says_so():
    assert "Nothing in this dataset resembles" in texts(opened("sanctions", {"find": ["qqqqqq"]}))


@pytest.mark.parametrize("typed", ["x" * 5000, "´`¨", "\u0301\u0301"])
def test_hopeless_words_do_no_harm(typed):
    app = opened("sanctions", {"find": [typed]})
    assert not app.exception


@pytest.mark.parametrize(
    "target", ["malpica-flores-carlos-erik", "tren-de-aragua", "white-crane", "bluwaves-properties-limited"]
)
def test_a_target_in_the_address_opens_its_record(target):
    name = shipped()["sanctions_targets"].set_index("target_id").display_name[target]
    app = opened("sanctions", {"target": [target]})
    assert not app.exception
    assert record_title(app) == name


def test_the_record_of_a_target_has_its_ties_its_events_and_the_record_of_ofac_where_its_number_is_known():
    text = record_html(opened("sanctions", {"target": ["malpica-flores-carlos-erik"]}))
    assert "sanctionssearch.ofac.treas.gov/Details.aspx?id=56609" in text
    assert "dealings with the family of Carlos Erik Malpica Flores" in text
    assert "event=2025-12-11-nephews-carretero-shipping" in text
    assert "sanctionssearch" not in record_html(opened("sanctions", {"target": ["kiara-m"]}))


@pytest.mark.parametrize("ship", ["marinera", "sophia", "n35"])
def test_a_ship_opens_its_record_and_says_what_is_not_known(ship):
    row = shipped()["ships"].set_index("ship_id").loc[ship]
    app = opened("sanctions", {"ship": [ship]})
    assert not app.exception
    assert record_title(app) == row["name"]
    assert ("IMO number\nnot in our sources" in html_as_shown(record_html(app))) == (row.imo == "")


@pytest.mark.parametrize("lanes", ["authority", "programme"])
@pytest.mark.parametrize("ties", ["tren_de_aragua", "companies"])
def test_pictures_are_set_by_the_address(lanes, ties):
    assert not opened("sanctions", {"lanes": [lanes], "ties": [ties]}).exception
    app = section("ties", {"lanes": [lanes], "ties": [ties]})
    assert not app.exception
    label = shipped().choices("sanctions_relations", "picture")[ties]
    assert any(heading.startswith(f"{label}: ") for heading in headings(app))


def test_all_ten_tankers_stand_in_the_table_once():
    names = list(shown_table(section("ships"), "ships").rows["Name"])
    taken = ["Skipper", "Centuries", "Marinera", "Sophia", "Olina"]
    taken += ["Veronica", "Sagitta", "Aquila II", "Veronica III", "Bertha"]
    assert [names.count(name) for name in taken] == [1] * 10


def on_day(monkeypatch, day: str, query: dict[str, list[str]]) -> list[str]:
    """The statuses in the table of licences, as a reader sees them on a day."""
    monkeypatch.setattr("data.text.days._now", lambda: datetime.fromisoformat(f"{day}T12:00:00+00:00"))
    return list(shown_table(section("licences", query), "licence").rows["Status"])


def test_a_licence_whose_last_day_has_passed_says_so_from_the_next_day_on(monkeypatch):
    words = {"q": ['"GL 5Z"']}
    assert on_day(monkeypatch, "2026-11-05", words) == ["In force, runs to 5 November 2026"]
    ran = "Ran to 5 November 2026; a later version is not in our sources"
    assert on_day(monkeypatch, "2026-11-06", words) == [ran]


def test_in_a_release_a_licence_is_as_old_as_the_release(monkeypatch):
    words = {"q": ['"GL 60"'], "as_of": ["2026-11-24"]}
    ran = "Ran to 23 October 2026; a later version is not in our sources"
    assert on_day(monkeypatch, "2026-10-01", words) == on_day(monkeypatch, "2030-01-01", words) == [ran]
