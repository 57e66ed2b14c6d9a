"""Escalation: acts of one state towards the other, scored by a published scale and summed by direction and time.

The sum of negative scores and the sum of positive scores are always kept apart: a month of strikes and a month of
strikes and releases are not the same month.
"""

from collections.abc import Callable, Mapping

import pandas as pd

from data.package.package import Package
from data.selection.months import shown_days
from data.selection.spans import Span
from data.timeline.scores import SCALES, is_scored, score
from data.timeline.toll import sea_strikes, without_parts

NO_DIRECTION = "none"
SUMS = ["negative", "positive"]
COUNTED = ["one_negative", "one_acts", "separate_negative", "separate_acts"]
BUNDLED = ["event_id", "short_title", "bucket", "direction", "parts", *COUNTED]
COLUMNS = ["bucket", "direction", *SUMS, "acts", "most_severe", "title", "worst"]


def two_states(package: Package, events: pd.DataFrame) -> pd.DataFrame:
    """The scored acts of one state towards the other; parts of a larger act are left out."""
    return without_parts(_between_states(events))


def all_strikes(package: Package, events: pd.DataFrame) -> pd.DataFrame:
    """As `two_states`, and the strikes at sea that are not coded as aimed at Venezuela, as acts of their state."""
    own = two_states(package, events)
    strikes = sea_strikes(events[is_scored(events)])
    return pd.concat([own, _directed(package, strikes[strikes.dyad == NO_DIRECTION])])


def separate_parts(package: Package, events: pd.DataFrame) -> pd.DataFrame:
    """As `two_states`, and the parts of larger acts beside the larger act itself, each as one act."""
    return _between_states(events)


# Each scope by its parameter.
SCOPES: Mapping[str, Callable[[Package, pd.DataFrame], pd.DataFrame]] = {
    "two_states": two_states,
    "all_strikes": all_strikes,
    "each_part": separate_parts,
}


def acts(package: Package, events: pd.DataFrame, scale: str, scope: str) -> pd.DataFrame:
    """The acts among `events` in a scope (one of SCOPES), with `score` (points on `scale`, one of SCALES).

    One row an act, by time, with the columns of events and the index of `events`; `dyad` is its direction. A row is
    one act even where it bundles several strikes. KeyError for an unknown scale, scope or code.
    """
    found = SCOPES[scope](package, events)
    return found.assign(score=score(found, scale, package.frames)).sort_values("date", kind="stable")


def without_code(events: pd.DataFrame) -> pd.DataFrame:
    """The events of one state towards the other that carry no code: listed, never counted as acts."""
    return events[(events.dyad != NO_DIRECTION) & ~is_scored(events)]


def directions(package: Package) -> dict[str, str]:
    """The label of each direction from one state to the other, in the vocabulary's order."""
    return {dyad: label for dyad, label in package.choices("events", "dyad").items() if dyad != NO_DIRECTION}


def summed(package: Package, scored: pd.DataFrame, first: pd.Timestamp, last: pd.Timestamp, freq: str) -> pd.DataFrame:
    """Sums of `scored` (rows of `acts`) by direction and by calendar month ("M") or week from Monday ("W").

    One row a direction and bucket from that of `first` to that of `last`, empty ones as zeros. Columns: bucket (its
    first day), direction, negative (<= 0) and positive (>= 0) sums of points, acts (a number), most_severe (event_id
    of the act with the lowest score; empty where none is below zero), its title, and worst (its
    score). An act belongs to the bucket of its first day.
    """
    rows = pd.MultiIndex.from_product(
        [list(directions(package)), pd.period_range(first, last, freq=freq)], names=["direction", "bucket"]
    )
    placed = scored.assign(
        bucket=scored.date.dt.to_period(freq),
        direction=scored.dyad,
        negative=scored.score.clip(upper=0),
        positive=scored.score.clip(lower=0),
    )
    groups = placed.groupby(["direction", "bucket"])
    sums = groups[SUMS].sum().reindex(rows, fill_value=0.0).assign(acts=groups.size().reindex(rows, fill_value=0))
    labelled = sums.join(_most_severe(placed)).fillna({"most_severe": "", "title": ""}).reset_index()
    return labelled.assign(bucket=labelled.bucket.dt.start_time)[COLUMNS]


def summed_in_view(package: Package, period: Span, scored: pd.DataFrame, freq: str) -> pd.DataFrame:
    """As `summed`, over the days of the data that the period of a view shows."""
    first, last = shown_days(period, package.first_day, package.last_day)
    return summed(package, scored, first, last, freq)


def running(sums: pd.DataFrame) -> pd.DataFrame:
    """The rows of `summed` with negative, positive and acts summed from the first bucket on, by direction."""
    added = sums.groupby("direction", sort=False)[[*SUMS, "acts"]].cumsum()
    return sums.assign(**added)


def rank_correlation(package: Package, events: pd.DataFrame, scope: str) -> dict[str, float]:
    """Spearman's rank correlation of the two scales by direction, from -1 to 1: of the negative sums of every month
    from first to last of `events`, zeros kept, with average ranks. NaN where one of the scales never moves.

    Both scales come from one coding by crosswalk, so a high value says that the scales agree, not that the coding is
    right.
    """
    if events.empty:
        return dict.fromkeys(directions(package), float("nan"))
    by_scale = [_negative_by_month(package, events, scale, scope) for scale in SCALES]
    one, other = (table.rank(method="average") for table in by_scale)
    return {direction: float(one[direction].corr(other[direction])) for direction in directions(package)}


def scales_compared(package: Package, events: pd.DataFrame) -> pd.DataFrame:
    """Where the two scales disagree: one row a code that acts of either direction carry, the widest apart first.

    Columns: plover_event, plover_mode, cameo, acts (a number), plover and goldstein (points), difference (points).
    """
    codes = ["plover_event", "plover_mode", "cameo"]
    scored = _between_states(events)
    points = scored.assign(**{scale: score(scored, scale, package.frames) for scale in SCALES})
    found = points.groupby(codes, as_index=False).agg(acts=("event_id", "size"), **{s: (s, "first") for s in SCALES})
    one, other = (found[scale] for scale in SCALES)
    apart = found.assign(difference=one - other)
    return apart.sort_values("difference", key=abs, ascending=False, kind="stable", ignore_index=True)


def bundled(package: Package, events: pd.DataFrame, scale: str) -> pd.DataFrame:
    """The acts that bundle others of their month: what the month would be with each part counted as an act.

    One row such an act: event_id, short_title (else its title), bucket (first day of its month), direction, parts
    (scored parts of that month and direction, a number), and the month's pressure and acts: one_negative and one_acts
    with the act counted once, each_negative and each_acts with its parts counted too.
    """
    whole, every = (_in_months(acts(package, events, scale, scope)) for scope in ("two_states", "each_part"))
    rows = []
    for event in whole[whole.event_id.isin(every.part_of)].itertuples():
        once, counted = (frame[(frame.bucket == event.bucket) & (frame.dyad == event.dyad)] for frame in (whole, every))
        parts = int((counted.part_of == event.event_id).sum())
        if parts:
            row = {
                "event_id": event.event_id,
                "short_title": event.short_title or event.title,
                "bucket": event.bucket,
                "direction": event.dyad,
            }
            rows.append(row | {"parts": parts} | _month_of(once, "one") | _month_of(counted, "separate"))
    return pd.DataFrame(rows, columns=BUNDLED)


def _between_states(events: pd.DataFrame) -> pd.DataFrame:
    return events[(events.dyad != NO_DIRECTION) & is_scored(events)]


def _directed(package: Package, strikes: pd.DataFrame) -> pd.DataFrame:
    """The strikes with the direction of the state that acted; one of a third party has none and is left out."""
    direction_of = {dyad.from_code: dyad.dyad for dyad in package["dyads"].itertuples() if dyad.dyad != NO_DIRECTION}
    directed = strikes.assign(dyad=strikes.from_code.map(direction_of))
    return directed[directed.dyad.notna()]


def _most_severe(placed: pd.DataFrame) -> pd.DataFrame:
    """The act with the lowest score below zero by direction and bucket; of equals the most important, then first."""
    ranked = placed[placed.score < 0].sort_values(["score", "importance", "date"], kind="stable")
    renamed = ranked.rename(columns={"event_id": "most_severe", "score": "worst"})
    return renamed.groupby(["direction", "bucket"])[["most_severe", "title", "worst"]].first()


def _negative_by_month(package: Package, events: pd.DataFrame, scale: str, scope: str) -> pd.DataFrame:
    sums = summed(package, acts(package, events, scale, scope), events.date.min(), events.date.max(), "M")
    return sums.pivot_table(index="bucket", columns="direction", values="negative")


def _in_months(scored: pd.DataFrame) -> pd.DataFrame:
    return scored.assign(bucket=scored.date.dt.to_period("M").dt.start_time)


def _month_of(scored: pd.DataFrame, name: str) -> dict[str, float | int]:
    return {f"{name}_negative": float(scored.score.clip(upper=0).sum()), f"{name}_acts": len(scored)}
