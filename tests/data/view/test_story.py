"""The story and the headlines say what the tables say: each figure is worked out anew."""

from collections.abc import Callable

import pandas as pd
import pytest

from components.view.view import PAGES
from data.detentions.custody import held_band, most_held
from data.detentions.prisoners import prisoner_counts
from data.detentions.verified_releases import verified_releases
from data.events.counts import by_value, fullest_month, killed_by_month
from data.geo.labels import sea_of
from data.package.package import Package
from data.package.problems import BrokenPackageError
from data.package.release_files import RELEASES
from data.sanctions.actions import EASING, TIGHTENING, actions_by_month, peak_months
from data.sanctions.licences import in_force, status_day
from data.sanctions.ships import tankers_taken
from data.sanctions.ties import kin_of_centre
from data.selection.filters import Filters
from data.selection.months import MonthSpan
from data.text.formats import spoken
from data.timeline.compare import first_periods
from data.timeline.escalation import acts, summed_in_view
from data.timeline.toll import sea_strikes, toll_at_sea
from data.versions.checked import checked_package
from data.versions.store import TableStore
from data.view.links import ignored_in
from data.view.selection import Selection
from data.view.story import step_of_story, steps_of_story, weakest_corroboration
from tests.edited_tables import copy_tables, edit
from tests.factory import make_events, shipped

YEAR_END = pd.Timestamp("2025-12-31")


def event(event_id: str) -> pd.Series:
    return shipped()["events"].set_index("event_id").loc[event_id]


def listed_kin(month: str) -> pd.DataFrame:
    kin = kin_of_centre(*(shipped()[name] for name in ("sanctions_targets", "sanctions_relations", "ties_places")))
    return kin[kin.listed_on.dt.strftime("%Y-%m") == month]


def taken_on() -> pd.Series:
    days = shipped()["events"].set_index("event_id").date
    return days.reindex(tankers_taken(shipped()["ships"], shipped()["events"]).seizing_event_id)


def counted_by_foro_penal(day: str) -> int:
    counts = prisoner_counts(shipped(), MonthSpan())
    return int(counts[(counts.organisation == "Foro Penal") & (counts.as_of == day)]["count"].iloc[0])


def toll_of_2025() -> str:
    toll = toll_at_sea(shipped()["events"], YEAR_END)
    killed = spoken(toll.killed_low, toll.killed_high)
    return f"{toll.strikes} strikes at sea by 31 December 2025, with {killed} people killed"


# By step, its figure with what it counts.
FIGURES: dict[str, Callable[[], str]] = {
    "1": lambda: f"at least {event('2025-10-01-five-americans-detained-autumn').detained} US citizens detained",
    "5": toll_of_2025,
    "7": lambda: f"{int((taken_on() <= YEAR_END).sum())} tankers taken by 31 December 2025",
    "8": lambda: f"{len(listed_kin('2025-12'))} relatives sanctioned in December 2025",
    "13": lambda: (
        f"{counted_by_foro_penal('2025-12-29')} political prisoners on 29 December 2025, by Foro Penal's count"
    ),
    "14": lambda: f"at least {event('2026-01-01-new-year-releases').released} people freed from Tocorón prison",
}


@pytest.mark.parametrize("number", steps_of_story(shipped()))
def test_the_figure_of_a_step_is_that_of_the_tables(number):
    step = step_of_story(shipped(), number)
    assert f"{step.figure} {step.counted}".strip() == FIGURES.get(number, str)()


def test_the_nephews_and_the_sister_in_law_are_listed_kin():
    relations = listed_kin("2025-12").relation
    assert int(relations.str.startswith("nephew").sum()) == 3
    assert int(relations.str.contains("sister-in-law").sum()) == 1


@pytest.mark.parametrize("number", steps_of_story(shipped()))
def test_a_step_leads_to_a_page_that_reads_its_link(number):
    step = step_of_story(shipped(), number)
    assert step.link.partition("?")[0] in {page.slug for page in PAGES}
    assert ignored_in(shipped(), step.link) == []
    assert len(step.events) >= 1


@pytest.mark.parametrize(
    ("link", "ignored"),
    [
        ("timeline?section=prisoners", ["section=prisoners"]),
        ("events?tpye=sanctions", ["tpye"]),
        ("events?type=nonsense&day=2030-01-01", ["type=nonsense", "day=2030-01-01"]),
    ],
)
def test_what_a_page_would_ignore_of_a_link_is_named(link, ignored):
    assert ignored_in(shipped(), link) == ignored


def test_a_step_that_leads_nowhere_stops_the_tables(tmp_path):
    folder = copy_tables(tmp_path / "tables")
    edit(folder, "story", lambda rows: rows[2].update(link="events?event=no-such", order="40"))
    with pytest.raises(BrokenPackageError) as broken:
        checked_package(folder)
    assert "must be one of 1 to" in str(broken.value)
    edit(folder, "story", lambda rows: rows[2].update(order="3"))
    with pytest.raises(BrokenPackageError, match="it ignores event=no-such"):
        checked_package(folder)


def test_a_step_is_known_as_well_as_the_weakest_of_its_events():
    compilation = shipped()["sources"].drop_duplicates("origins").source_id.iloc[0]
    events = make_events({}, {"source_ids": (compilation,), "actor_side": "OTHER"})
    assert weakest_corroboration(shipped(), events.head(1)) == "several"
    assert weakest_corroboration(shipped(), events) == "one"


def pressure() -> pd.Series:
    monthly = summed_in_view(shipped(), MonthSpan(), acts(shipped(), shipped()["events"], "plover", "two_states"), "M")
    return monthly.nsmallest(1, "negative").iloc[0]


def side_of(dyad: str) -> str:
    return dyad.partition("_")[0].upper()


def peak_of_actions(direction: str) -> str:
    selection = Selection(shipped(), Filters())
    (month,) = peak_months(actions_by_month(selection.actions, shipped()["plover_scores"])[direction])
    return month


def peak_of_held() -> tuple[str, int, int]:
    custody = Selection(shipped(), Filters()).custody
    day, most = most_held(held_band(custody.us_linked, custody.first, custody.last))
    return f"{day:%Y-%m}", most.low, most.high


def strikes_in(sea: str) -> int:
    strikes = sea_strikes(shipped()["events"])
    return int(strikes[strikes.place.map(sea_of) == sea].strikes.sum())


def month_of_most_killed() -> tuple[str, int, int]:
    return max(killed_by_month(shipped()["events"]).itertuples(name=None), key=lambda month: month[2])


def verified_by(day: str) -> int:
    counts = verified_releases(shipped(), pd.Timestamp("2026-01-08"), shipped().last_day)
    return int(counts[(counts.organisation == "Foro Penal") & (counts.as_of == day)]["value"].iloc[0])


def claimed_by_the_interim_president() -> str:
    claims = shipped()["claims"]
    of_event = claims[claims.event_id == "2026-01-23-delcy-rodriguez-626-releases-claim"]
    return str(of_event[of_event.claimant.str.startswith("Delcy Rodríguez")]["value"].iloc[0])


def most_in_a_prison() -> int:
    prisons = shipped()["detainees"].held_at
    return int(prisons.str.contains("El Rodeo I").sum())


def strikes_in_month(month: str) -> int:
    return toll_at_sea(Filters(month=MonthSpan(month, month)).keep(shipped())).strikes


def listed_by(day: str) -> int:
    return int((shipped()["sanctions_targets"].listed_on <= day).sum())


# What each figure is that a headline may rest on.
HEADLINE_FIGURES: dict[str, Callable[[], object]] = {
    "fullest_month": lambda: fullest_month(shipped()["events"]).month,
    "month_of_most_pressure": lambda: f"{pressure().bucket:%Y-%m}",
    "side_of_most_pressure": lambda: side_of(pressure().direction),
    "first_period": lambda: first_periods(shipped())[0],
    "second_period": lambda: first_periods(shipped())[1],
    "strikes_in_2025-12": lambda: strikes_in_month("2025-12"),
    "strikes_in_2026-09": lambda: strikes_in_month("2026-09"),
    "killed_low": lambda: toll_at_sea(shipped()["events"]).killed_low,
    "killed_high": lambda: toll_at_sea(shipped()["events"]).killed_high,
    "most_frequent_type": lambda: by_value(shipped()["events"], "event_type").index[0],
    "next_type": lambda: by_value(shipped()["events"], "event_type").index[1],
    "people": lambda: len(shipped()["detainees"]),
    "released": lambda: int((shipped()["detainees"].status == "released").sum()),
    "month_of_most_held": lambda: peak_of_held()[0],
    "most_held_low": lambda: peak_of_held()[1],
    "most_held_high": lambda: peak_of_held()[2],
    "count_2025-12-15": lambda: counted_by_foro_penal("2025-12-15"),
    "count_2026-07-06": lambda: counted_by_foro_penal("2026-07-06"),
    "month_of_most_tightening": lambda: peak_of_actions(TIGHTENING),
    "month_of_most_easing": lambda: peak_of_actions(EASING),
    "relatives_sanctioned_in_2025-12": lambda: len(listed_kin("2025-12")),
    "tankers": lambda: len(taken_on()),
    "month_of_first_tanker": lambda: f"{taken_on().min():%Y-%m}",
    "strikes_in_pacific": lambda: strikes_in("Eastern Pacific Ocean"),
    "strikes_in_caribbean": lambda: strikes_in("Caribbean Sea"),
    "month_of_most_killed": lambda: month_of_most_killed()[0],
    "most_killed_low": lambda: month_of_most_killed()[1],
    "most_killed_high": lambda: month_of_most_killed()[2],
    "verified_by_2026-06-05": lambda: verified_by("2026-06-05"),
    "verified_by_2026-01-23": lambda: verified_by("2026-01-23"),
    "claimed_by_2026-01-23": claimed_by_the_interim_president,
    "held_in_el_rodeo_1": most_in_a_prison,
    "listed_in_2025-12": lambda: listed_by("2025-12-31") - listed_by("2025-11-30"),
    "listed_by_2025-11-30": lambda: listed_by("2025-11-30"),
    "listed_by_2025-12-31": lambda: listed_by("2025-12-31"),
    "licences_in_force": lambda: len(in_force(shipped()["licences"])),
    "status_on": lambda: f"{status_day(shipped()['licences']):%Y-%m-%d}",
    "of_them_issued_in_2026": lambda: int((in_force(shipped()["licences"]).issued_on.dt.year == 2026).sum()),
}


@pytest.mark.parametrize("figures", list(shipped()["headlines"].figures), ids="; ".join)
def test_a_headline_rests_on_figures_that_the_tables_give(figures):
    names = [figure.partition("=")[0] for figure in figures]
    assert figures == tuple(f"{name}={HEADLINE_FIGURES[name]()}" for name in names)


def change_words(package_folder) -> None:
    edit(package_folder, "story", lambda rows: rows[0].update(text="Another first step."))
    edit(package_folder, "headlines", lambda rows: rows[0].update(text="Another headline"))


def test_a_release_from_before_the_story_and_the_headlines_has_none_whatever_they_say_today(tmp_path):
    folder = copy_tables(tmp_path / "tables")
    change_words(folder)
    store = TableStore(folder, RELEASES)
    today, release = store.data_version().package, store.data_version("2026-11-24").package
    assert isinstance(today, Package)
    assert step_of_story(today, "1").text == "Another first step."
    assert steps_of_story(release) == []
    assert release["headlines"].empty
