"""Who says what about an event: rival values side by side, each with its claimant and, where it has one, its source."""

import pandas as pd

from data.package.package import Package

CLAIMS = "claims"


def claims_on(package: Package, event_id: str) -> pd.DataFrame:
    """The claims on one event with the columns of `claims`, in the order in which the vocabulary names what they are
    about; an empty frame when there is none."""
    claims = package[CLAIMS]
    about = list(package.choices(CLAIMS, "field"))
    found = claims[claims.event_id == event_id]
    return found.sort_values("field", key=lambda fields: fields.map(about.index), kind="stable")


def without_own_source(package: Package) -> int:
    """How many claims name no source of their own, so that they rest on one of the sources of their event."""
    return int((package[CLAIMS].source_id == "").sum())
