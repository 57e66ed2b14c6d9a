"""The names on the map: countries, seas, towns and ports of the base map and, close up, the sites of events."""

from collections.abc import Collection, Iterator
from typing import Any

import pandas as pd
import pydeck as pdk

from components.elements.label_fit import MAP_LETTER, width_of
from components.look.theme import Theme
from components.map.base_map import collision_hidden, lettering, point, rgb, text
from data.package.rows import iterate_rows

# Names of towns stand beside a dot and those of sites beside their mark, so many pixels from its middle; the others
# stand in the middle of what they name.
AREAS, TOWNS, SITE = ("sea", "country", "island"), ("capital", "port"), "site"
BESIDE_DOT, BESIDE_MARK = 6, 11
# Pixels.
AREA_SIZE, TOWN_SIZE = 13, 12
# The names of sites are written from this zoom on, as far as this many degrees from the middle.
CLOSE, NEAR = 9.0, 2.0
# Pixels that a line of a name is high.
LINE = 15
# Names of countries and seas are written from this much below their own zoom on: there is room for them.
EARLY = 0.8


def names(labels: pd.DataFrame, theme: Theme, zoom: float, left_out: Collection[str] = ()) -> Iterator[pdk.Layer]:
    """Names of countries, seas, capitals, ports and islands that matter at this zoom, but for those of the
    countries `left_out` (ISO codes); of two that would overlap, the one that matters at a smaller zoom stays."""
    is_town = labels.kind.isin(TOWNS)
    hidden = labels.label_id.isin([f"country-{code}" for code in left_out])
    written = labels[(labels.min_zoom <= zoom + EARLY * ~is_town) & ~hidden]
    towns = written[written.kind.isin(TOWNS)]
    yield pdk.Layer(
        "ScatterplotLayer",
        [{"at": point(label)} for label in iterate_rows(towns)],
        id="towns",
        get_position="at",
        get_radius=2,
        radius_units="'pixels'",
        get_fill_color=rgb(theme.ink.quiet),
    )
    yield _names("areas", written[written.kind.isin(AREAS)], theme, get_size=AREA_SIZE, **collision_hidden(theme))
    yield _names("towns", towns, theme, **_beside(BESIDE_DOT), **collision_hidden(theme))
    yield _names("sites", written[written.kind == SITE], theme, **_beside(BESIDE_MARK))


def _beside(pixels: int) -> dict[str, Any]:
    return {"get_size": TOWN_SIZE, "get_text_anchor": "'start'", "get_pixel_offset": [pixels, 0]}


def _names(kind: str, labels: pd.DataFrame, theme: Theme, **looks: Any) -> pdk.Layer:
    return pdk.Layer(
        "TextLayer",
        [
            {"at": point(label), "text": text(label.name), "first": -float(label.min_zoom)}
            for label in iterate_rows(labels)
        ],
        id=f"names_{kind}",
        get_position="at",
        get_text="text",
        get_color=rgb(theme.ink.quiet),
        **lettering(),
        **looks,
    )


def with_sites(labels: pd.DataFrame, places: pd.DataFrame, view: dict[str, float]) -> pd.DataFrame:
    """The labels; of a close `view` those near it, and the names up to the comma of the `places` (rows of `places_of`)
    there; of names that would overlap, an earlier row's stays."""
    if view["zoom"] < CLOSE:
        return labels
    labels, near = _near(labels, view), _near(places, view)
    points = near[~near.is_area]
    sites = pd.DataFrame({"name": points["name"].str.split(",").str[0], "lat": points.lat, "lon": points.lon})
    new = sites.assign(kind=SITE, min_zoom=CLOSE, label_id=points.place_id)
    degree = 512 * 2 ** view["zoom"] / 360
    marks, written = list(iterate_rows(new)), list(iterate_rows(labels[labels.kind.isin(TOWNS)]))
    free = []
    for site in marks:
        free.append(_is_free(site, marks, written, degree))
        written += [site] if free[-1] else []
    return pd.concat([labels, new[free]], ignore_index=True)


def _near(rows: pd.DataFrame, view: dict[str, float]) -> pd.DataFrame:
    return rows[(rows.lat - view["latitude"]).abs().lt(NEAR) & (rows.lon - view["longitude"]).abs().lt(NEAR)]


def _is_free(site: Any, marks: list[Any], written: list[Any], degree: float) -> bool:
    """Whether a site's name would lie on no mark and on no name that is written; a degree is so many pixels."""
    covered = (mark for mark in marks if _covers(site, mark, degree))
    crossed = (name for name in written if _covers(site, name, degree) or _covers(name, site, degree))
    return not [*(mark for mark in covered if (mark.lat, mark.lon) != (site.lat, site.lon)), *crossed]


def _covers(name: Any, other: Any, degree: float) -> bool:
    """Whether a name, written from its point eastwards, lies on the point where the other starts."""
    across, along = abs(name.lat - other.lat) * degree, (other.lon - name.lon) * degree
    return bool(across <= LINE and 0 <= along <= width_of(name.name, TOWN_SIZE, MAP_LETTER) + BESIDE_MARK)
