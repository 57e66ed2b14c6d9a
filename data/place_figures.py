"""How well the places of a view are known, as key figures."""

from data.figures import KeyFigure
from data.map_scene import MapScene
from data.package import Package


def place_figures(package: Package, scene: MapScene) -> tuple[KeyFigure, ...]:
    """The events of the scene by how well their place is known: to the town, an area only, not on the map."""
    areas = scene.places[scene.places.is_area]
    points = scene.places.drop(areas.index)
    exact = package["geo_precisions"].sort_values("order").geo_precision.iloc[0]
    exactly = int(points[points.geo_precision == exact].events.sum())
    shapes = int((areas.shapes.map(len) > 0).sum())
    hidden = f", {len(scene.hidden)} more on layers that are off" if len(scene.hidden) else ""
    return (
        KeyFigure("Known to the town", str(points.events.sum()), f"{exactly} of them to the exact site", TO_TOWN),
        KeyFigure("Only the area known", str(areas.events.sum()), _drawn(len(areas) - shapes, shapes), AREA_ONLY),
        KeyFigure("Not on the map", str(len(scene.unplaced)), f"listed beside it{hidden}", NOT_ON_MAP),
    )


def _drawn(rings: int, shapes: int) -> str:
    """As in "34 rings at sea, 8 states or countries"."""
    said = [f"{rings} ring" + ("s" if rings != 1 else "") if rings else "", _shapes_said(shapes)]
    return ", ".join(part for part in said if part) or "none"


def _shapes_said(shapes: int) -> str:
    if not shapes:
        return ""
    return "1 state or country" if shapes == 1 else f"{shapes} states or countries"


TO_TOWN = "Events on the map whose point marks the named site itself, or stands for a town, a district or a building."
AREA_ONLY = (
    "Events on the map of which only an area of the sea, a state or a country is known. No exact position of these "
    "events was published: the ring or shape does not say where in it they happened."
)
NOT_ON_MAP = (
    "Events that belong on no map, such as an order or a vote, and events of which no place is known, or only "
    "that there were several."
)
