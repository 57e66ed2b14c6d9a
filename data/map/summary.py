"""The map as text: one row a place with all that its mark shows, and how well the places are known."""

from typing import Any

import pandas as pd

from data.map.layers import LAYERS, people_layers
from data.map.scene import MapScene
from data.package.package import Package
from data.package.rows import iterate_rows
from data.selection.key_figure import KeyFigure
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
    rows = [_event_row(package, place) for place in iterate_rows(scene.places)]
    held = package.labels(LAYERS, "layer")
    kind = next((held[layer] for layer in people_layers(package)), "")
    rows += [{"name": site.name, "precision": kind, "people": site.people} for site in iterate_rows(scene.sites)]
    table = pd.DataFrame(rows, columns=list(COLUMNS)).astype(dict.fromkeys(NUMBERS, "Int64"))
    days = {name: pd.to_datetime(table[name]).dt.date for name in ("first", "last")}
    return table.assign(**days).rename(columns={name: say(f"map_table.{name}") for name in COLUMNS})


def _event_row(package: Package, place: Any) -> dict[str, Any]:
    labels = package.choices("events", "event_type")
    types = "; ".join(f"{labels[event_type]} {number(count)}" for event_type, count in place.types)
    precision = package.choices("events", "geo_precision")[place.geo_precision]
    shown = {name: getattr(place, name) for name in COLUMNS if hasattr(place, name)}
    return {**shown, "types": types, "precision": precision}


def place_figures(package: Package, scene: MapScene) -> tuple[KeyFigure, ...]:
    """The events of the scene by how well their place is known: to the town, an area only, not on the map."""
    areas = scene.places[scene.places.is_area]
    points = scene.places.drop(areas.index)
    exact = package["geo_precisions"].sort_values("order").geo_precision.iloc[0]
    exactly = int(points[points.geo_precision == exact].events.sum())
    shapes = int((areas.shapes.map(len) > 0).sum())
    return (
        _key_figure("to_town", points.events.sum(), say("place_figures.exact", exact=exactly)),
        _key_figure("area", areas.events.sum(), _drawn(len(areas) - shapes, shapes)),
        _key_figure("not_on_map", len(scene.unplaced), _listed(len(scene.hidden))),
    )


def _key_figure(name: str, events: float, detail: str) -> KeyFigure:
    label, meant = say(f"place_figures.label_{name}"), say(f"place_figures.meant_{name}")
    return KeyFigure(label, number(events), detail, meant)


def _listed(hidden: int) -> str:
    return say("place_figures.listed_hidden", hidden=hidden) if hidden else say("place_figures.listed")


def _drawn(rings: int, shapes: int) -> str:
    """As in "34 rings, 8 states or countries"."""
    parts = [say("place_figures.rings", count=rings)] if rings else []
    parts += [say("place_figures.shapes", count=shapes)] if shapes else []
    return ", ".join(parts) or say("place_figures.none")
