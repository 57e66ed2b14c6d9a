"""The map as text: one row a place, with all that its mark shows."""

from typing import Any

import pandas as pd

from data.map.layers import LAYERS, people_layers
from data.map.scene import MapScene
from data.package.package import Package
from data.package.rows import each
from data.text.formats import number
from data.text.messages import say

COLUMNS = (
    *("name", "precision", "events", "types", "strikes"),
    *("killed_low", "killed_high", "people", "first", "last"),
)
NUMBERS = ("events", "strikes", "killed_low", "killed_high", "people")


def places_table(package: Package, scene: MapScene) -> pd.DataFrame:
    """The places of a scene, then those of detention, under the headings that readers see.

    The killed are those of all events there; parts of larger events are left out of that and of the strikes, so the
    columns can be summed. Days are dates; a number that a row does not have is missing.
    """
    rows = [_event_row(package, place) for place in each(scene.places)]
    held = package.labels(LAYERS, "layer")
    kind = next((held[layer] for layer in people_layers(package)), "")
    rows += [{"name": site.name, "precision": kind, "people": site.people} for site in each(scene.sites)]
    table = pd.DataFrame(rows, columns=list(COLUMNS)).astype(dict.fromkeys(NUMBERS, "Int64"))
    days = {name: pd.to_datetime(table[name]).dt.date for name in ("first", "last")}
    return table.assign(**days).rename(columns={name: say(f"map_table.{name}") for name in COLUMNS})


def _event_row(package: Package, place: Any) -> dict[str, Any]:
    labels = package.choices("events", "event_type")
    types = "; ".join(f"{labels[event_type]} {number(count)}" for event_type, count in place.types)
    precision = package.choices("events", "geo_precision")[place.geo_precision]
    shown = {name: getattr(place, name) for name in COLUMNS if hasattr(place, name)}
    return {**shown, "types": types, "precision": precision}
