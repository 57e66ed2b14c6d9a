"""Copies of the app with as many events as asked for, made of those that ship: drawn anew from a seed, the same for the
same seed.

Kept is the shape: the shares of types, sides, places, precisions and verifications, how long events last, how many
sources and claims each has, how many are acts of sanctions and how many targets and ships these name. Not multiplied is
what does not grow with events: milestones (a drawn one counts as notable), people, licences, ties that are placed by
hand, and the sources themselves.
"""

import random
import shutil
from pathlib import Path

import pandas as pd

from tests.browser.harness import ROOT, copy_app, without_releases

EVENTS, DAY = "events", "event_id"
MILESTONE, NOTABLE = "1", "2"
DATES, LAST_DAY = ("end_date", "announced_on"), "runs_to"
# Days by which an event of the copy may lie before or after the one whose month it takes.
NEAR = 15
WEIGHTS = range(7, 1, -1)
SEED = 16


def app_with_events(folder: Path, number: int) -> Path:
    """A copy of the app in `folder`, which must not exist yet, whose tables have that many events and no release; as
    they ship where no more are asked for."""
    root = without_releases(copy_app(folder))
    # What stands beside the app is run from there too.
    shutil.copytree(ROOT / "bench", root / "bench", ignore=shutil.ignore_patterns("__pycache__"))
    write_events(root / "data" / "tables", number)
    return root


def write_events(tables: Path, number: int, seed: int = SEED) -> None:
    """Write events to the tables of a folder until they are that many, with what belongs to them."""
    events, draws = _read(tables, EVENTS), random.Random(seed)
    more = max(0, number - len(events))
    parents = pd.Series([draws.randrange(len(events)) for _ in range(more)], dtype="int")
    drawn = _drawn_events(events, parents, draws)
    _append(tables, EVENTS, events, drawn)
    born = pd.DataFrame({"parent": events.event_id.iloc[parents].to_numpy(), "child": drawn.event_id.to_numpy()})
    for table in ("claims", "sanctions_actions"):
        rows = _read(tables, table)
        children = _with_child(rows, born)
        if LAST_DAY in children:
            # The last day of a parent's measure may be before its child.
            children[LAST_DAY] = ""
        _append(tables, table, rows, children)
    _write_targets(tables, born)


def _read(tables: Path, table: str) -> pd.DataFrame:
    return pd.read_csv(tables / f"{table}.csv", dtype="str", keep_default_na=False)


def _append(tables: Path, table: str, rows: pd.DataFrame, more: pd.DataFrame) -> None:
    pd.concat([rows, more[rows.columns]]).to_csv(tables / f"{table}.csv", index=False, lineterminator="\n")


def _with_child(rows: pd.DataFrame, born: pd.DataFrame) -> pd.DataFrame:
    """The rows of each parent once for each of its children."""
    return born.merge(rows, left_on="parent", right_on="event_id").assign(event_id=lambda found: found.child)


def _drawn_events(events: pd.DataFrame, parents: pd.Series, draws: random.Random) -> pd.DataFrame:
    """An event like each parent, in a time in which there were events, with its own days as long and as far apart."""
    drawn, days = events.iloc[parents].reset_index(drop=True), pd.to_datetime(events.date)
    times = days.iloc[[draws.randrange(len(events)) for _ in parents]].reset_index(drop=True)
    apart = pd.Series([draws.randint(-NEAR, NEAR) for _ in parents], dtype="float").astype("timedelta64[s]") * 86_400
    first = times + apart
    first = first.where(first >= days.min(), days.min()).where(first <= days.max(), days.max())
    moved = first - pd.to_datetime(drawn.date)
    for name in DATES:
        drawn[name] = (pd.to_datetime(drawn[name], errors="coerce") + moved).dt.strftime("%Y-%m-%d").fillna("")
    numbers = pd.Series(range(1, len(drawn) + 1), index=drawn.index).astype("str")
    drawn["date"] = first.dt.strftime("%Y-%m-%d")
    drawn["event_id"] = drawn.date + "-" + drawn.event_type.str.replace("_", "-") + "-" + numbers
    drawn["title"] = drawn.title.str.slice(0, 80) + " #" + numbers
    return drawn.assign(importance=drawn.importance.replace(MILESTONE, NOTABLE), short_title="", possibly_same_as="")


def _write_targets(tables: Path, born: pd.DataFrame) -> None:
    """A target like each of a parent for each child, and a ship of its own for each that is one."""
    targets, ships = _read(tables, "sanctions_targets"), _read(tables, "ships")
    more = _with_child(targets, born)
    numbers = pd.Series(range(1, len(more) + 1), index=more.index).astype("str")
    more["parent"] = more.target_id
    for name in ("target_id", "name", "display_name"):
        more[name] = more[name].str.slice(0, 50).str.rstrip("-") + ("-" if name == "target_id" else " ") + numbers
    more["ofac_uid"] = ""
    taken, is_ship = {*targets.imo, *ships.imo}, more.target_type == "vessel"
    free = (number for number in map(_imo, range(100_000, 1_000_000)) if number not in taken)
    more["imo"] = [next(free) if ship else "" for ship in is_ship]
    _append(tables, "sanctions_targets", targets, more)
    listed = more[is_ship][["parent", "target_id", "display_name", "imo"]]
    listed = listed.rename(columns={"target_id": "child", "display_name": "own", "imo": "own_imo"})
    drawn = listed.merge(ships, left_on="parent", right_on="target_id")
    drawn = drawn.assign(target_id=drawn.child, ship_id=drawn.child, name=drawn.own, imo=drawn.own_imo, former_names="")
    _append(tables, "ships", ships, drawn)


def _imo(number: int) -> str:
    """The IMO number that begins with these six digits: the seventh is worked out of them."""
    return f"{number}{sum(int(digit) * weight for digit, weight in zip(str(number), WEIGHTS, strict=True)) % 10}"
