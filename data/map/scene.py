"""What the map of a view holds: its places, and what it leaves out and why, so that every event is accounted for."""

from dataclasses import dataclass

import pandas as pd

from data.detentions.custody import PEOPLE
from data.detentions.places import held_places, people_held
from data.geo.locations import country_alone, locations_of, locations_on_map
from data.map.layers import LAYERS, layer_of, people_layers
from data.map.places import places_of
from data.package.package import Package
from data.package.rows import iterate_rows
from data.selection.months import MonthSpan

LINE_KINDS = {"from_lat": "float64", "from_lon": "float64", "to_lat": "float64", "to_lon": "float64"}


@dataclass(frozen=True)
class MapScene:
    """The map of some events: each of `events` is at a place, on a layer that is `off`, or `unplaced`.

    `places` are as `places_of` gives them, `sites` as `held_places`, `chases` as `chases_of`; `layers` counts what each
    layer of the table would show, in its order; `people` are all those that the view's months and words leave, wherever
    they were held; `month` is the one shown, empty for all. `countries` are the places of those `unplaced` events of
    which the country is known: the list beside the map names them, the map draws none.
    """

    events: pd.DataFrame
    places: pd.DataFrame
    unplaced: pd.DataFrame
    hidden: pd.DataFrame
    sites: pd.DataFrame
    people: pd.DataFrame
    chases: pd.DataFrame
    layers: dict[str, int]
    countries: pd.DataFrame
    month: str = ""

    @property
    def exported(self) -> pd.DataFrame:
        """The events that the map or the list beside it shows: all but those on layers that are off."""
        return self.events.drop(self.hidden.index)


def known_places(package: Package) -> set[str]:
    """The ids of every place at which an event was or a person was held: what a link may ask for."""
    return {*places_of(package, package["events"]).place_id} | {*held_places(package[PEOPLE]).place_id}


def in_month(events: pd.DataFrame, month: str) -> pd.DataFrame:
    """The events whose first day lies in the month, written YYYY-MM; all of them when it is empty."""
    return events[MonthSpan(month, month).contains(events.date)] if month else events


def map_scene(
    package: Package, events: pd.DataFrame, people: pd.DataFrame, off: frozenset[str] = frozenset(), month: str = ""
) -> MapScene:
    """The map of those of the `events` and `people` of a view that lie in `month` (empty: any), without the layers that
    are `off`."""
    shown = in_month(events, month)
    has_place = locations_on_map(package, shown).notna()
    layers = layer_of(package, shown)
    hidden = has_place & layers.isin(off)
    visible = shown[has_place & ~hidden]
    held = people_held(people, month)
    sites = held_places(held)
    counts = layers[has_place].value_counts().to_dict() | dict.fromkeys(people_layers(package), int(sites.people.sum()))
    return MapScene(
        events=shown,
        places=places_of(package, visible),
        unplaced=shown[~has_place],
        hidden=shown[hidden],
        sites=sites.iloc[:0] if off >= people_layers(package).keys() else sites,
        people=held,
        chases=chases_of(package, shown[~layers.isin(off)]),
        layers={layer: int(counts.get(layer, 0)) for layer in package.labels(LAYERS, "layer")},
        countries=places_of(package, shown[country_alone(package, shown)]),
        month=month,
    )


def chases_of(package: Package, events: pd.DataFrame) -> pd.DataFrame:
    """The ships that were pursued and then seized, where `events` holds both: one row a ship.

    Columns: ship_id, name, event_type (of the seizure), and from_lat, from_lon, to_lat, to_lon: where pursuit and
    seizure are drawn (WGS84 degrees). The ship's course between them is not known.
    """
    ships = package["ships"]
    chase_events = events[events.event_id.isin({*ships.pursuit_event_id, *ships.seizing_event_id} - {""})]
    locations = dict(zip(chase_events.event_id, locations_of(package, chase_events), strict=True))
    types = dict(zip(chase_events.event_id, chase_events.event_type, strict=True))
    rows = [
        (ship.ship_id, ship.name, types[ship.seizing_event_id], start.lat, start.lon, end.lat, end.lon)
        for ship in iterate_rows(ships)
        if (start := locations.get(ship.pursuit_event_id)) and (end := locations.get(ship.seizing_event_id))
    ]
    return pd.DataFrame(rows, columns=["ship_id", "name", "event_type", *LINE_KINDS]).astype(LINE_KINDS)
