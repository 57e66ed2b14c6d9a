"""Releases: which ones turned the custody of Americans, and how many each took in, by who says so."""

import pandas as pd

from data.package.package import Package
from data.package.rows import iterate_rows

RELEASED, DENIES = "released", "denies"
AUTHORITY, MONITOR = "authority", "monitor"
WAVE = ["event_id", "date", "title", RELEASED]


def of_page(package: Package, events: pd.DataFrame, page: str) -> pd.DataFrame:
    """The events of the types that `page` shows in depth, in time."""
    types = package["event_types"]
    own = types[types.page == page].event_type
    return events[events.event_type.isin(own)].sort_values("date", kind="stable")


def exchanges(package: Package, events: pd.DataFrame) -> pd.DataFrame:
    """The milestones among `events` in which one state let people of the other go, in time.

    That is: a row of importance 1 with a number released, between the two states.
    """
    dyads = package["dyads"]
    between = dyads[dyads.from_code != ""].dyad
    marks = events[(events.importance == 1) & events.released.notna() & events.dyad.isin(between)]
    return marks.sort_values("date", kind="stable")


def turning_points(package: Package, events: pd.DataFrame, page: str) -> pd.DataFrame:
    """The milestones among `events` by which Venezuela's custody may have turned, in time: those of the types that
    `page` shows, and others of the same actor's side that such an event names as linked, or that name one."""
    own = of_page(package, events, page)
    linked = {other for related in own.related for other in related}
    ids = {*own.event_id}
    names_one = events.related.map(lambda related: not ids.isdisjoint(related))
    sides = set(own[own.importance == 1].actor_side)
    near = events.event_id.isin(ids | linked) | names_one
    return events[near & (events.importance == 1) & events.actor_side.isin(sides)].sort_values("date", kind="stable")


def release_waves(package: Package, events: pd.DataFrame, page: str) -> pd.DataFrame:
    """One row for each of `events` about which somebody says how many people were released, in time.

    Kept are events of the types that `page` shows, and those linked to one. Columns: event_id, date, title, released
    (the number of the event's own row; missing where it is open) and one column for each role of the table
    `claimants`, in its order: what those parties say, as text, each with who says it.
    """
    claims = package["claims"]
    counted = claims[claims.field == RELEASED].merge(package["claimants"], on="claimant")
    own = set(of_page(package, package["events"], page).event_id)
    about = events.event_id.isin(own) | events.related.map(lambda related: not own.isdisjoint(related))
    waves = events[events.event_id.isin(counted.event_id) & about].sort_values("date", kind="stable")[WAVE]
    for role in package.choices("claimants", "role"):
        by_event = _claims_by_event(counted[counted.role == role])
        waves[role] = ["; ".join(by_event.get(event_id, ())) for event_id in waves.event_id]
    return waves


def rivals(waves: pd.DataFrame) -> pd.DataFrame:
    """The rows of `release_waves` of which both an authority and a rights group give a number."""
    return waves[(waves[AUTHORITY] != "") & (waves[MONITOR] != "")]


def _claims_by_event(claims: pd.DataFrame) -> dict[str, list[str]]:
    """The claims about each event as texts: "116 (Venezuelan prisons ministry)", "24 that morning (Foro Penal)"."""
    texts: dict[str, list[str]] = {}
    for claim in iterate_rows(claims):
        denied = "denies: " if claim.stance == DENIES else ""
        texts.setdefault(claim.event_id, []).append(f"{denied}{claim.value} ({claim.claimant})")
    return texts
