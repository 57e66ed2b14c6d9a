"""The layers of the map: which one each event belongs to, as the table of layers says, and which ones are off."""

from collections.abc import Collection

import pandas as pd

from data.package.package import Package
from data.package.rows import iterate_rows

LAYERS = "map_layers"
EVENTS, PEOPLE = "events", "people"
# Between the layers that a link switches off.
JOINT = "."


def layer_of(package: Package, events: pd.DataFrame) -> pd.Series:
    """For each event the code of its layer: the first by `judged` whose conditions it meets."""
    found = pd.Series("", index=events.index, dtype="str")
    for layer in iterate_rows(_showing(package, EVENTS).sort_values("judged")):
        fits = pd.Series(True, index=events.index)
        if layer.event_types:
            fits &= events.event_type.isin(layer.event_types)
        if layer.verification:
            fits &= events.verification.isin(layer.verification)
        if layer.whole:
            fits &= (events.event_id == layer.whole) | (events.part_of == layer.whole)
        found = found.mask(fits & (found == ""), layer.layer)
    return found


def separate_layer(package: Package, events: pd.DataFrame) -> pd.Series:
    """For each event the code of its layer where that layer takes only some verifications, else "".

    What such a layer holds, claims that nobody confirmed, shares no mark with events of other layers.
    """
    layers = _showing(package, EVENTS)
    of_events = layer_of(package, events)
    return of_events.where(of_events.isin(layers[layers.verification.map(len) > 0].layer), "")


def people_layers(package: Package) -> dict[str, str]:
    """The layers that count people where they were held, each with the event type whose colour and symbol it has."""
    return {layer.layer: layer.event_types[0] for layer in iterate_rows(_showing(package, PEOPLE))}


def layers_of_types(package: Package, types: Collection[str]) -> list[str]:
    """The layers, in the table's order, that can show something of these event types; all of them without a type."""
    table = package[LAYERS].sort_values("order")
    claimed = {event_type for of_layer in _showing(package, EVENTS).event_types for event_type in of_layer}
    rest = set(types) - claimed
    return [
        row.layer
        for row in iterate_rows(table)
        if not types or (set(types) & set(row.event_types) if row.event_types else rest)
    ]


def read_layers(value: str, package: Package) -> frozenset[str]:
    """The layers that the value of a parameter switches off, as in "custody.other". Raises ValueError when it names
    another."""
    layers = frozenset(value.split(JOINT)) if value else frozenset()
    if not layers <= set(package[LAYERS].layer):
        raise ValueError(f"not layers of the map: {value}")
    return layers


def write_layers(package: Package, layers: frozenset[str]) -> str:
    """The value of the parameter that switches these layers off, in the order of the table."""
    return JOINT.join(layer for layer in package.labels(LAYERS, "layer") if layer in layers)


def _showing(package: Package, what: str) -> pd.DataFrame:
    layers = package[LAYERS]
    return layers[layers.shows == what]
