"""Sanctions in short: first and last, most in a day, the newest licence, ships taken, who has most ties."""

from typing import Any

import pandas as pd

from data.events.in_short import day_with_most
from data.package.rows import iterate_rows
from data.sanctions.licences import in_force, ran_out
from data.sanctions.ties_layout import TiesPicture
from data.selection.short_fact import ShortFact
from data.text.formats import day_name, month_name
from data.text.messages import say

SECTION, LICENCES, SHIPS, TIES = "section", "licences", "ships", "ties"
# So many delistings are named, the newest.
DELISTINGS = 3


def target_facts(targets: pd.DataFrame, delisted: pd.DataFrame) -> list[ShortFact]:
    """The first and the last listing of `targets`, the day with most of them, and the newest delistings of those
    `delisted`, which were listed at any time."""
    listed = targets[targets.listed_on.notna()].sort_values("listed_on", kind="stable")
    facts = []
    for which, rows in (("first", listed.head(1)), ("last", listed.iloc[1:].tail(1))):
        for target in iterate_rows(rows):
            text = say(f"in_short.listed_{which}", name=target.display_name, day=day_name(target.listed_on))
            facts.append(ShortFact(text, {"target": target.target_id}))
    if most := day_with_most(listed.listed_on):
        day, count, in_words = most
        text = say("in_short.most_listed", count=count, day=in_words)
        facts.append(ShortFact(text, {"days": f"{day:%Y-%m-%d}"}))
    return facts + _delistings(delisted.sort_values("delisted_on", kind="stable"))


def _delistings(delisted: pd.DataFrame) -> list[ShortFact]:
    """Who came off a list last, at most DELISTINGS of them; a single one opens its record."""
    last = list(iterate_rows(delisted.tail(DELISTINGS)))
    if not last:
        return []
    names = [say("in_short.delisting", name=target.display_name, day=day_name(target.delisted_on)) for target in last]
    which = "all" if len(last) == len(delisted) else "last"
    opens = {"target": last[0].target_id} if len(last) == 1 else {"status": last[0].status}
    return [ShortFact(say(f"in_short_delisted.{which}", names="; ".join(names)), opens)]


def licence_facts(licences: pd.DataFrame, day: pd.Timestamp) -> list[ShortFact]:
    """The newest version of a licence, the number with most versions, and the oldest version that is in force and has
    not passed the last day that it names on that `day`."""
    issued = licences[licences.issued_on.notna()].sort_values("issued_on", kind="stable")
    facts = [_of_licence("newest", row) for row in iterate_rows(issued.tail(1))]
    numbers = licences.family.value_counts()
    if len(numbers) and numbers.iloc[0] > 1:
        text = say("in_short.licence_versions", number=str(numbers.index[0]), count=int(numbers.iloc[0]))
        facts.append(ShortFact(text, {SECTION: LICENCES, "q": f"GL {numbers.index[0]}"}))
    lasting = in_force(issued).drop(ran_out(issued, day).index)
    return facts + [_of_licence("oldest", row) for row in iterate_rows(lasting.head(1))]


def _of_licence(name: str, licence: Any) -> ShortFact:
    label = f"GL {licence.family}{licence.version}"
    event = licence.event_id
    text = say(f"in_short_licence.{name}", licence=label, day=day_name(licence.issued_on))
    return ShortFact(text, {SECTION: LICENCES, **({"event": event} if event else {"q": label})})


def ship_facts_in_time(ships: pd.DataFrame) -> list[ShortFact]:
    """The first and the last ship taken (rows of `ships_in_view`), and how many were taken in the fullest month."""
    taken = ships[ships.seized_on.notna()].sort_values("seized_on", kind="stable")
    facts = []
    for which, rows in (("first", taken.head(1)), ("last", taken.iloc[1:].tail(1))):
        for ship in iterate_rows(rows):
            text = say(f"in_short.ship_{which}", name=ship.name, day=day_name(ship.seized_on))
            facts.append(ShortFact(text, {SECTION: SHIPS, "ship": ship.ship_id}))
    months = taken.seized_on.dt.to_period("M").dt.start_time
    if most := day_with_most(months):
        month, count, _ = most
        text = say("in_short.ships_month", count=count, month=month_name(month))
        facts.append(ShortFact(text, {SECTION: SHIPS, "month": f"{month:%Y-%m}"}))
    return facts


def tie_facts(picture: TiesPicture) -> list[ShortFact]:
    """Who has most ties in a picture, where that is one target alone, and which of its targets was listed first or
    last, where no other was on that day."""
    ends = pd.concat([picture.lines.from_node, picture.lines.to_node]).value_counts()
    targets = picture.boxes[picture.boxes.target_type != ""].set_index("node")
    tied = ends[ends.index.isin(targets.index)]
    facts = []
    most = tied[tied == tied.max()]
    if len(most) == 1 and len(tied) > 1:
        node, count = str(most.index[0]), int(most.iloc[0])
        text = say("in_short.most_tied", name=targets.loc[node, "name"], count=count)
        facts.append(ShortFact(text, {SECTION: TIES, "target": node}))
    listed = targets[targets.listed_on.notna()]
    for which, day in (("first", listed.listed_on.min()), ("last", listed.listed_on.max())):
        on_day = listed[listed.listed_on == day].reset_index()
        for target in iterate_rows(on_day) if 1 == len(on_day) < len(listed) else ():
            text = say(f"in_short.listed_{which}", name=target.name, day=day_name(target.listed_on))
            facts.append(ShortFact(text, {SECTION: TIES, "target": target.node}))
    return facts
