"""The scene of a view: what its map and the list beside it both show."""

from components.view.once_per_view import once_per_view
from components.view.view import View
from data.map.layers import LAYERS, layers_of_types, read_layers
from data.map.scene import MapScene, map_scene


@once_per_view
def map_scene_of(view: View) -> MapScene:
    """The scene that filters and settings leave."""
    package = view.package
    not_offered = frozenset(package.labels(LAYERS, "layer")) - set(layers_of_types(package, view.filters.type))
    off = read_layers(view.settings.off, package) | not_offered
    return map_scene(package, view.events, view.selection.custody.people, off, view.settings.at)
