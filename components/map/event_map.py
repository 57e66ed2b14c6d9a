"""The map of places: areas as rings or shapes, towns as symbols, each with its count, on a base map of our own."""

import json
from collections.abc import Sequence

import pandas as pd
import pydeck as pdk
from pydeck.bindings.json_tools import default_serialize

from components.look.theme import FONT, Theme
from components.map.base_map import Tinted, land, water
from components.map.mark_layers import AREAS_ON_LAND, chase_lines, halos, rings, symbols, targets
from components.map.mark_texts import area_texts, blocks
from components.map.marks import Mark
from components.map.names import names

TOOLTIP = "<b>{name}</b><br>{told}"


class CompactDeck(pdk.Deck):  # type: ignore[misc]  # pydeck ships no types
    """A Deck whose JSON has no indentation, which makes it a third as long."""

    def to_json(self) -> str:
        """The Deck as deck.gl reads it."""
        return json.dumps(self, default=default_serialize, separators=(",", ":"), sort_keys=True, ensure_ascii=False)


def event_map(
    marks: Sequence[Mark],
    theme: Theme,
    *,
    labels: pd.DataFrame,
    view: dict[str, float],
    chases: pd.DataFrame | None = None,
    chosen: str = "",
    name: str = "map",
) -> pdk.Deck:
    """A Deck with one mark a place, the names of `labels` (rows of `map_labels`), and the place `chosen` circled.

    `view` holds latitude, longitude and zoom; the reader is taken there when `name` changes. `chases` are rows of
    `chases_of`. Where marks overlap, the one with the higher count lies on top; an area at sea lies below the land.

    All layers are nested in a list: Streamlit, which fades what is not selected and keeps a selection of its own,
    leaves those alone. So what is chosen is what the address says, and nothing else.
    """
    rising = sorted(marks, key=lambda mark: mark.rank)
    ringed = [mark for mark in rising if mark.metres is not None]
    tinted = [Tinted(shape, mark.colour, mark.hollow) for mark in rising for shape in mark.shapes]
    named = [shape.value for mark in rising if mark.name in mark.text for shape in mark.shapes]
    layers = [
        water(theme),
        rings([mark for mark in ringed if mark.at_sea], theme, chosen),
        *land(theme, tinted),
        *names(labels, theme, view["zoom"], named),
        *([chase_lines(chases, theme)] if chases is not None and len(chases) else []),
        rings([mark for mark in ringed if not mark.at_sea], theme, chosen, AREAS_ON_LAND),
        targets(rising, theme, chosen),
        blocks([mark for mark in rising if not mark.is_area], theme),
        *area_texts([mark for mark in rising if mark.is_area], theme),
        *symbols([mark for mark in rising if not mark.is_area], theme),
        *halos([mark for mark in rising if mark.place_id == chosen], theme),
    ]
    return CompactDeck(
        layers=[[layer for layer in layers if layer.data]],
        views=[pdk.View(type="MapView", id=name, controller={"dragRotate": False, "touchRotate": False})],
        initial_view_state=pdk.ViewState(**view, min_zoom=0, max_zoom=14),
        map_provider=None,
        tooltip={"html": TOOLTIP, "style": _tooltip_style(theme)},
    )


def _tooltip_style(theme: Theme) -> dict[str, str]:
    """The tooltip hangs centred below the pointer: beside it, the map's edge would cut it off."""
    return {
        "backgroundColor": theme.ink.page,
        "color": theme.ink.text,
        "borderStyle": "solid",
        "borderWidth": "1px",
        "borderColor": theme.ink.rule,
        "fontFamily": FONT,
        "fontSize": "14px",
        "width": "240px",
        "boxSizing": "border-box",
        "marginLeft": "-120px",
        "marginTop": "18px",
        "padding": "8px 10px",
    }
