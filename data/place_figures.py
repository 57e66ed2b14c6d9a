"""How well the places of a view are known, as key figures."""

from data.map.scene import MapScene
from data.package.package import Package
from data.selection.selection import KeyFigure
from data.text.formats import number
from data.text.messages import say


def place_figures(package: Package, scene: MapScene) -> tuple[KeyFigure, ...]:
    """The events of the scene by how well their place is known: to the town, an area only, not on the map."""
    areas = scene.places[scene.places.is_area]
    points = scene.places.drop(areas.index)
    exact = package["geo_precisions"].sort_values("order").geo_precision.iloc[0]
    exactly = int(points[points.geo_precision == exact].events.sum())
    shapes = int((areas.shapes.map(len) > 0).sum())
    return (
        _figure("to_town", points.events.sum(), say("place_figures.exact", exact=exactly)),
        _figure("area", areas.events.sum(), _drawn(len(areas) - shapes, shapes)),
        _figure("not_on_map", len(scene.unplaced), _listed(len(scene.hidden))),
    )


def _figure(name: str, events: float, detail: str) -> KeyFigure:
    label, meant = say(f"place_figures.label_{name}"), say(f"place_figures.meant_{name}")
    return KeyFigure(label, number(events), detail, meant)


def _listed(hidden: int) -> str:
    return say("place_figures.listed_hidden", hidden=hidden) if hidden else say("place_figures.listed")


def _drawn(rings: int, shapes: int) -> str:
    """As in "34 rings, 8 states or countries"."""
    said = [say("place_figures.rings", count=rings)] if rings else []
    said += [say("place_figures.shapes", count=shapes)] if shapes else []
    return ", ".join(said) or say("place_figures.none")
