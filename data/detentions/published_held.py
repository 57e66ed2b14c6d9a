"""Held on a day beside what others published: their figures by qualifier, and the sentence that puts both together."""

import pandas as pd

from data.detentions.custody import ONE_DAY, PEOPLE, US_LINKED, Custody, Range, held_on
from data.package.package import Package
from data.text.formats import day_name, lower_first
from data.timeline.published_totals import agreements

TOTALS = "published_totals"
AMERICANS, CUSTODY = "americans_held", "custody"
# A figure says little about a day more than a month later.
FRESH = pd.Timedelta(days=30)
SEVERAL = 2
EXACT = "exact"


def published_held(package: Package, first: pd.Timestamp, last: pd.Timestamp) -> pd.DataFrame:
    """The published figures of Americans held or newly detained for days from `first` to `last`, in time."""
    return _published(package, [AMERICANS], first, last)


def published_counts(package: Package, first: pd.Timestamp, last: pd.Timestamp) -> pd.DataFrame:
    """Every published figure of people held or released, of any group, for days from `first` to `last`, in time.

    Counts of political prisoners are left to their own series (`data.detentions.prisoners`).
    """
    return _published(package, [AMERICANS, CUSTODY], first, last)


def _published(package: Package, tallies: list[str], first: pd.Timestamp, last: pd.Timestamp) -> pd.DataFrame:
    totals = package[TOTALS]
    metrics = {metric for tally in tallies for metric in package.counted_as(TOTALS, "metric", tally)}
    chosen = totals[totals.metric.isin(metrics) & totals.as_of.between(first, last)]
    return chosen.sort_values("as_of", kind="stable")


def beside_ours(published: pd.DataFrame, people: pd.DataFrame) -> pd.DataFrame:
    """The published figures (rows of `published_totals`) beside how many of `people` were held, in persons.

    Adds `our_low` and `our_high`: the lowest low and the highest high of the figure's day and the day before, because a
    figure can be from before or after that day's release; and `agreement`, as
    `data.timeline.published_totals.agreements` says.
    """
    around = [(held_on(people, day - ONE_DAY), held_on(people, day)) for day in published.as_of]
    ours = published.assign(
        our_low=pd.Series(
            [min(range_of_day.low for range_of_day in pair) for pair in around], published.index, "Int64"
        ),
        our_high=pd.Series(
            [max(range_of_day.high for range_of_day in pair) for pair in around], published.index, "Int64"
        ),
    )
    return ours.assign(agreement=agreements(ours))


def published_for(package: Package, day: pd.Timestamp) -> pd.DataFrame:
    """The newest figure of each publisher and kind for `day` or one of the 30 days before it, the newest first."""
    recent = published_held(package, day - FRESH, day)
    newest = recent.drop_duplicates(["publisher", "metric"], keep="last")
    return newest.sort_values("as_of", ascending=False, kind="stable")


def held_by_group(package: Package, people: pd.DataFrame, day: pd.Timestamp) -> dict[str, Range]:
    """How many of `people` of each group that counts as linked to the United States were held on `day`, by its
    label."""
    labels = package.choices(PEOPLE, "category")
    groups = package.counted_as(PEOPLE, "category", US_LINKED)
    return {labels[group]: held_on(people[people.category == group], day) for group in groups}


def held_text(package: Package, people: pd.DataFrame, day: pd.Timestamp) -> str:
    """How many of `people`, all that are known, were held on `day`, and who published which figure for it or the 30
    days before."""
    groups = {label: held for label, held in held_by_group(package, people, day).items() if held.high}
    by_group = ", ".join(f"{lower_first(label)}: {held}" for label, held in groups.items())
    known = f"On {day_name(day)}: {held_on(people, day)} known to us{f' ({by_group})' if groups else ''}"
    figures = [_figure_text(package, figure) for _, figure in published_for(package, day).iterrows()]
    return ". ".join([known, *(figures or ["Our sources hold no figure published in the 30 days before it"])]) + "."


def some_held_text(people: pd.DataFrame, day: pd.Timestamp) -> str:
    """How many of `people`, those whom filters leave, were held on `day`: no figure of others stands
    beside it, because those are of everybody."""
    return f"On {day_name(day)}: {held_on(people, day)} of the {len(people)} in this view."


def _figure_text(package: Package, figure: pd.Series) -> str:
    qualifier, metric = (str(package.choices(TOTALS, name)[figure[name]]) for name in ("qualifier", "metric"))
    number = f"{'' if figure.qualifier == EXACT else qualifier + ' '}{figure.value:,.0f}"
    return f"{number} {metric}, according to {figure.publisher} ({day_name(figure.as_of)})"


def last_seen_days(people: pd.DataFrame) -> list[pd.Timestamp]:
    """The days, in time, on which several of `people` were last known to be held: the eve of a release, or of news."""
    counts = people.last_known_held_on.dropna().value_counts()
    return sorted(counts[counts >= SEVERAL].index)


def day_to_tell(custody: Custody, requested: str) -> pd.Timestamp:
    """The day that a reader requested (YYYY-MM-DD) where the view covers it.

    Else the newest day on which several were last known to be held; where there is none, the last day covered.
    """
    if requested and custody.first <= pd.Timestamp(requested) <= custody.last:
        return pd.Timestamp(requested)
    seen = [day for day in last_seen_days(custody.us_linked) if custody.first <= day <= custody.last]
    return seen[-1] if seen else custody.last
