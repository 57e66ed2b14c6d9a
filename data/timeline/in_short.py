"""Escalation, deaths at sea and two periods in short: last acts, net on both scales, toll by sea, what rose most."""

import pandas as pd

from data.events.in_short import pause_facts
from data.geo.labels import sea_of
from data.package.package import Package
from data.package.rows import iterate_rows
from data.selection.short_fact import ShortFact
from data.text.formats import day_name, known_days, month_name, number, signed, spoken
from data.text.matching import with_phrase
from data.text.messages import say
from data.timeline.compare import Compared, counts_side_by_side
from data.timeline.escalation import acts, directions
from data.timeline.scores import SCALES
from data.timeline.toll import sea_strikes, toll_at_sea

ESCALATION, DEATHS, EVENTS = "escalation", "deaths", "events"


def escalation_facts(package: Package, events: pd.DataFrame, scale: str, scope: str) -> list[ShortFact]:
    """The last act of each side with its score on `scale`, both sides' net of the newest month with acts on every
    scale, and where the scales disagree on a month's sign."""
    by_scale = {name: acts(package, events, name, scope) for name in SCALES}
    if by_scale[scale].empty:
        return []
    return [*_last_acts(package, by_scale[scale]), *_nets(package, by_scale), *_disagreement(package, by_scale)]


def _last_acts(package: Package, scored: pd.DataFrame) -> list[ShortFact]:
    found = []
    for direction, label in directions(package).items():
        own = scored[scored.dyad == direction]
        for act in iterate_rows(own.tail(1)):
            text = say(
                "in_short.last_act",
                direction=label,
                day=known_days(act.date, act.end_date, act.date_precision),
                title=act.title,
                points=signed(act.score),
            )
            found.append(ShortFact(text, {"section": ESCALATION, "event": act.event_id}))
    return found


def _nets(package: Package, by_scale: dict[str, pd.DataFrame]) -> list[ShortFact]:
    """One fact a scale: the sums of both sides in the newest month that has an act."""
    month = next(iter(by_scale.values())).date.max().to_period("M")
    options = package["options"]
    names = options[options.option == "scale"].set_index("value")["label"]
    found = []
    for scale, scored in by_scale.items():
        net = net_by_month(scored)
        sides = "; ".join(
            say("in_short.side", direction=label, points=signed(net.get((direction, month), 0.0)))
            for direction, label in directions(package).items()
        )
        text = say("in_short.net", month=month_name(str(month)), scale=names[scale], sides=sides)
        found.append(ShortFact(text, {"section": ESCALATION, "month": str(month), "scale": scale}))
    return found


def net_by_month(scored: pd.DataFrame) -> pd.Series:
    """The sum of points of the acts (rows of `data.timeline.escalation.acts`) by direction and month."""
    return scored.groupby(["dyad", scored.date.dt.to_period("M")]).score.sum()


def _disagreement(package: Package, by_scale: dict[str, pd.DataFrame]) -> list[ShortFact]:
    """The newest month of which one scale says that pressure outweighs easing and the other the opposite."""
    one, other = (net_by_month(scored) for scored in by_scale.values())
    apart = one[(one * other.reindex(one.index)) < 0]
    if apart.empty:
        return []
    direction, month = max(apart.index, key=lambda key: key[1])
    text = say(
        "in_short.disagree",
        count=len(apart),
        month=month_name(str(month)),
        direction=directions(package)[direction],
        points=signed(one[direction, month]),
        other=signed(other[direction, month]),
    )
    return [ShortFact(text, {"section": ESCALATION, "month": str(month)})]


def toll_facts(package: Package, events: pd.DataFrame) -> list[ShortFact]:
    """The strikes at sea among the events: by sea with the dead of each strike, who is presumed dead, the longest
    pause, the toll at the end of a year, and the deadliest day."""
    strikes = sea_strikes(events)
    if strikes.empty:
        return []
    types = sorted(set(strikes.event_type))
    presumed = int(strikes.killed_high.sum() - strikes.killed_low.sum())
    facts = strikes_by_sea(strikes)
    if presumed:
        text = say("in_short.presumed", count=presumed)
        facts.append(ShortFact(text, {"type": types}, EVENTS))
    return [*facts, *pause_facts(strikes, "strikes"), *_at_years_end(package, strikes), *_deadliest_day(strikes)]


def _deadliest_day(strikes: pd.DataFrame) -> list[ShortFact]:
    """The day on which most people were killed for sure; none where it is one of one, or of several."""
    by_day = strikes.groupby("date")[["killed_low", "killed_high", "strikes"]].sum()
    deadliest = by_day[by_day.killed_low == by_day.killed_low.max()]
    if len(by_day) == 1 or len(deadliest) != 1:
        return []
    day, killed = deadliest.index[0], deadliest.iloc[0]
    text = say(
        "in_short.deadliest",
        count=int(killed.strikes),
        killed=spoken(int(killed.killed_low), int(killed.killed_high)),
        day=day_name(day),
    )
    types = sorted(set(strikes.event_type))
    return [ShortFact(text, {"type": types, "days": f"{day:%Y-%m-%d}"}, EVENTS)]


def strikes_by_sea(events: pd.DataFrame, words: str = "") -> list[ShortFact]:
    """The strikes at sea among the events, which hold `words`, by sea, each with its dead and how many that is a
    strike."""
    strikes = sea_strikes(events)
    types = sorted(set(strikes.event_type))
    found = []
    for sea, there in strikes.groupby(strikes.place.map(sea_of), sort=False):
        toll = toll_at_sea(there)
        if not sea:
            continue
        low, high = (round(killed / toll.strikes, 1) for killed in (toll.killed_low, toll.killed_high))
        text = say(
            "in_short.by_sea",
            sea=sea,
            count=toll.strikes,
            killed=spoken(toll.killed_low, toll.killed_high),
            per_strike=number(low) if low == high else say("in_short.range", low=number(low), high=number(high)),
        )
        found.append(ShortFact(text, {"type": types, "q": with_phrase(words, str(sea))}, EVENTS))
    return found


def _at_years_end(package: Package, strikes: pd.DataFrame) -> list[ShortFact]:
    """The toll of all strikes, whatever is filtered, at the end of the last year that ended before the last strike of
    the view."""
    day = pd.Timestamp(year=strikes.date.max().year - 1, month=12, day=31)
    toll = toll_at_sea(package["events"], day)
    if not toll.events:
        return []
    killed = spoken(toll.killed_low, toll.killed_high)
    text = say("in_short.by_day", day=day_name(day), count=toll.strikes, killed=killed)
    return [ShortFact(text, {"section": DEATHS, "days": [], "month": f"..{day:%Y-%m}"})]


def comparison_facts(package: Package, one: Compared, other: Compared) -> list[ShortFact]:
    """What two periods, which may differ in length, come to: events a day in each, the type that rose most and the one
    that fell most from one to the other, with the events of the later period."""
    if not (one.events or other.events):
        return []
    rates = [number(round(side.events / side.period.days, 1)) for side in (one, other)]
    facts = [
        ShortFact(
            say("in_short.a_day", one=one.period.name, first=rates[0], other=other.period.name, second=rates[1]),
            _only_days(other),
            EVENTS,
        )
    ]
    counts, labels = counts_side_by_side(package, one, other), package.choices("events", "event_type")
    changes = counts.b - counts.a
    for name, ranked, shown in (("rose", changes, other), ("fell", -changes, one)):
        most = ranked[(ranked == ranked.max()) & (ranked > 0)]
        for event_type in most.index if len(most) == 1 else ():
            before, after = counts.loc[event_type]
            text = say(f"in_short_compared.{name}", type=labels[event_type], before=int(before), after=int(after))
            facts.append(ShortFact(text, {**_only_days(shown), "type": str(event_type)}, EVENTS))
    return facts


def _only_days(side: Compared) -> dict[str, str | list[str]]:
    """What shows the events of one of two compared periods, whatever months were chosen."""
    return {"month": [], "days": f"{side.period.start:%Y-%m-%d}..{side.period.end:%Y-%m-%d}"}
