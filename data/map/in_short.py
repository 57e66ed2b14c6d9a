"""The map in short: the place with most events, strikes by sea, exact sites, what is known to a country alone."""

import pandas as pd

from data.map.scene import MapScene
from data.package.package import Package
from data.selection.short_fact import ShortFact
from data.text.messages import say
from data.timeline.in_short import strikes_by_sea

# Readers are shown so many seas.
SEAS = 2


def map_facts(package: Package, scene: MapScene, words: str = "") -> list[ShortFact]:
    """Each opens the place that it is about, or the events, which were chosen by `words`."""
    most: pd.DataFrame = scene.places[scene.places.events == scene.places.events.max()]
    facts = [
        ShortFact(say("in_short.place_most", place=str(place.name), count=place.events), {"place": str(place.place_id)})
        for place in most.itertuples()
        if len(most) == 1 and len(scene.places) > 1
    ]
    facts += strikes_by_sea(scene.events, words)[:SEAS]
    for place in scene.countries.head(1).itertuples():
        text = say("in_short.country_alone", country=str(place.name), count=place.events)
        facts.append(ShortFact(text, {"place": str(place.place_id)}))
    exact = package["geo_precisions"].sort_values("order").geo_precision.iloc[0]
    sites: pd.DataFrame = scene.places[scene.places.geo_precision == exact]
    if len(sites):
        text = say("in_short.sites", count=int(sites.events.sum()), places=len(sites))
        facts.append(ShortFact(text, {"place": str(sites.place_id.iloc[0])}))
    return facts
