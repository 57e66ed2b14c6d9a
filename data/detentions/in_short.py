"""Custody in short: groups by year, most held and last held, days with most releases, highest and lowest counts."""

import pandas as pd

from data.detentions.custody import PEOPLE, Custody, days_in_custody, held_band, most_held
from data.detentions.custody_texts import days_texts, detention_text, release_text
from data.detentions.places import held_places
from data.detentions.prisoners import prisoner_counts
from data.events.in_short import day_with_most
from data.package.package import Package
from data.package.rows import iterate_rows
from data.selection.short_fact import ShortFact
from data.selection.spans import Span
from data.text.formats import day_name, number, spoken
from data.text.messages import say

SECTION = "section"
HELD, RELEASES, PRISONERS = "held", "releases", "prisoners"
# So many groups, the largest first, have a fact of their own.
GROUPS = 2
# So many places of custody, those of most people.
PLACES, MAP = 3, "map"


def people_facts(package: Package, people: pd.DataFrame) -> list[ShortFact]:
    """The people by group and year of detention, who was detained first and last, and who was held longest."""
    if people.empty:
        return []
    dated = people[people.detained_on.notna()].sort_values("detained_on", kind="stable")
    facts = [_of_group(package, group, people) for group in people.category.value_counts().index[:GROUPS]]
    for which, rows in (("first", dated.head(1)), ("last", dated.iloc[1:].tail(1))):
        for _, person in rows.iterrows():
            text = say(f"in_short.detained_{which}", name=person["name"], day=detention_text(package, person))
            facts.append(ShortFact(text, {"person": person.person_id}))
    return facts + _held_longest(people)


def _held_longest(people: pd.DataFrame) -> list[ShortFact]:
    """Who was surely held for more days than anybody else; none where that is one of one, or of several."""
    days = days_in_custody(people)
    longest = days[days.low == days.low.max()]
    if len(people) == 1 or len(longest) != 1:
        return []
    person = people.loc[longest.index[0]]
    text = say("in_short.held_longest", name=person["name"], days=days_texts(longest).iloc[0])
    return [ShortFact(text, {"person": person.person_id})]


def _of_group(package: Package, group: str, people: pd.DataFrame) -> ShortFact:
    own = people[people.category == group]
    years = own.detained_on.dt.year.dropna().astype(int).value_counts().sort_index()
    found = [say("in_short.in_year", year=str(year), count=count) for year, count in years.items()]
    if unknown := int(own.detained_on.isna().sum()):
        found.append(say("in_short.in_year", year=say("in_short.no_year"), count=unknown))
    label = package.choices(PEOPLE, "category")[group]
    text = say("in_short.group", group=label, count=len(own), years=", ".join(found))
    return ShortFact(text, {"group": group})


def held_facts(custody: Custody) -> list[ShortFact]:
    """When most were held, when fewest, and how many on the last day; each opens its day."""
    if custody.us_linked.empty or not custody.is_covered:
        return []
    band = held_band(custody.us_linked, custody.first, custody.last)
    peak, most = most_held(band)
    low = band.sort_values(["high", "low", "day"]).iloc[0]
    found = {
        "most": (peak, most.low, most.high),
        "fewest": (low.day, low.low, low.high),
        "last": (custody.last, band.low.iloc[-1], band.high.iloc[-1]),
    }
    return [
        ShortFact(
            say(f"in_short_held.{name}", held=spoken(int(least), int(top)), day=day_name(day)),
            {SECTION: HELD, "day": f"{day:%Y-%m-%d}"},
        )
        for name, (day, least, top) in found.items()
    ]


def release_facts(package: Package, people: pd.DataFrame, period: Span) -> list[ShortFact]:
    """Which of the people were freed first and last in the period, and the day on which most were."""
    within = people[people.released_on.notna() & period.contains(people.released_on)]
    freed = within.sort_values("released_on", kind="stable")
    if freed.empty:
        return []
    facts = []
    for which, rows in (("first", freed.head(1)), ("last", freed.iloc[1:].tail(1))):
        for _, person in rows.iterrows():
            text = say(f"in_short.freed_{which}", name=person["name"], day=release_text(package, person))
            facts.append(ShortFact(text, {SECTION: RELEASES, "person": person.person_id}))
    if most := day_with_most(freed.released_on):
        day, count, in_words = most
        text = say("in_short.most_freed", count=count, day=in_words)
        facts.append(ShortFact(text, {"days": f"{day:%Y-%m-%d}"}, "events"))
    return facts


def prisoner_facts(package: Package, period: Span) -> list[ShortFact]:
    """The highest, the lowest and the newest count of the organisation with most counts in the period."""
    counts = prisoner_counts(package, period)
    if counts.empty:
        return []
    own = counts[counts.organisation == counts.organisation.value_counts().index[0]]
    ranked = own.sort_values("count", kind="stable")
    found = {"most": ranked.iloc[-1], "fewest": ranked.iloc[0], "newest": own.iloc[-1]}
    return [
        ShortFact(
            say(
                f"in_short_prisoners.{name}",
                organisation=row.organisation,
                number=number(row["count"]),
                day=day_name(row.as_of),
            ),
            {SECTION: PRISONERS, "month": f"{row.as_of:%Y-%m}"},
        )
        for name, row in found.items()
    ]


def place_facts(people: pd.DataFrame) -> list[ShortFact]:
    """The places at which most of the people were held; each opens on the map."""
    return [
        ShortFact(say("in_short.held_at", place=site.name, count=site.people), {"place": site.place_id}, MAP)
        for site in iterate_rows(held_places(people).head(PLACES))
    ]
