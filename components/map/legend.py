"""The legend of the map: one entry for every kind of mark that is drawn, and for no other."""

from collections import Counter
from collections.abc import Iterator, Sequence

from components.look.escaping import escape_html
from components.look.symbols import MIXED, legend_entry
from components.map.marks import MapMark
from components.view.view import View
from data.map.layers import people_layers
from data.map.scene import MapScene
from data.text.messages import say

# Shapes that stand for marks which no type has; they are drawn in the colour of the words.
RING, TINT, HOLLOW, LINE, CIRCLE = "◯", "▨", "◇", "─", "●"


def map_legend(view: View, scene: MapScene, marks: Sequence[MapMark]) -> str:
    """The entries in rows, as HTML. Colour alone would not tell the types apart, nor would the symbol."""
    rows = "".join((*_types(view, scene), *_people(view, scene), *_others(scene, marks)))
    return f'<div class="map-legend">{rows}</div>'


def _types(view: View, scene: MapScene) -> Iterator[str]:
    shown: Counter[str] = Counter()
    for types in scene.places.types:
        shown.update(dict(types))
    labels = view.package.choices("events", "event_type")
    return (legend_entry(view.theme, name, f"{label} {shown[name]}") for name, label in labels.items() if shown[name])


def _people(view: View, scene: MapScene) -> Iterator[str]:
    """Places of detention look as the events do, and their numbers are people."""
    if scene.sites.empty:
        return
    label = say("legend.people", count=int(scene.sites.people.sum()), places=len(scene.sites))
    for event_type in people_layers(view.package).values():
        yield legend_entry(view.theme, event_type, label)


def _others(scene: MapScene, marks: Sequence[MapMark]) -> Iterator[str]:
    drawn = {
        (CIRCLE, "mixed"): any(mark.symbol == MIXED and mark.count > 1 and not mark.is_area for mark in marks),
        (RING, "ring"): any(mark.metres is not None for mark in marks),
        (TINT, "tint"): any(mark.shapes for mark in marks),
        (HOLLOW, "hollow"): any(mark.hollow for mark in marks),
        (LINE, "line"): len(scene.chases) > 0,
    }
    for (sign, name), is_drawn in drawn.items():
        if is_drawn:
            text = escape_html(say(f"legend_marks.{name}"))
            yield f'<span><span aria-hidden="true">{sign}</span> {text}</span>'
