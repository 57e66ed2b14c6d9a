"""Attacks on land: which events count, and how many there were where two records may be of one event."""

import pandas as pd

from data.package.package import Package
from data.timeline.toll import without_parts

LAND = "land"
AT_SEA = "sea"


def land_attacks(package: Package, events: pd.DataFrame) -> pd.DataFrame:
    """The attacks on land among `events`, parts of larger ones too, without those that their record places at sea."""
    types, precisions = package["event_types"], package["geo_precisions"]
    places_at_sea = precisions.geo_precision[precisions.lies_at == AT_SEA]
    attacks = events.event_type.isin(types.event_type[types.tally == LAND])
    return events[attacks & ~events.geo_precision.isin(places_at_sea)]


def number_of_attacks(attacks: pd.DataFrame) -> tuple[int, int]:
    """How many attacks there were, at least and at most: parts of a larger event are none of their own, and two
    records of which one says that it may be the other count as one and as two."""
    whole = without_parts(attacks)
    return len(whole) - int(whole.possibly_same_as.isin(whole.event_id).sum()), len(whole)
