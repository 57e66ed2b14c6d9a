"""What the API answers, as bytes: lists as JSON, events also as CSV and GeoJSON, and one event with all about it."""

from collections.abc import Callable, Mapping
from typing import Any

import orjson
import pandas as pd

from data.events.sources import claims_on, sources_of
from data.package.once_per_package import once_per_package
from data.package.package import Package
from data.publish.export import csv_of, records_of
from data.publish.geojson import geojson
from data.publish.listings import EVENTS, LISTINGS, sentence
from data.publish.strict_query import ApiQuery
from data.publish.totals import totals
from data.records.event import parts_of, related_to
from data.selection.record_kinds import EVENT
from data.versions.data_version import DataVersion

JSON, CSV, GEOJSON = "application/json", "text/csv; charset=utf-8", "application/geo+json"


def list_as_json(data_version: DataVersion, name: str, query: ApiQuery) -> bytes:
    """A list (one of LISTINGS) as {"release", "filters", "count", "totals", "items"}; `filters` says in words what
    chose them."""
    rows = LISTINGS[name].of(query)
    about = {**_about(data_version, name, query, rows), "totals": totals(name, rows)}
    return _json({**about, "items": _items(data_version.package, name, rows)})


def events_as_csv(data_version: DataVersion, name: str, query: ApiQuery) -> bytes:
    """The events as the page of events offers them to be downloaded as CSV."""
    return csv_of(LISTINGS[name].of(query))


def events_as_geojson(data_version: DataVersion, name: str, query: ApiQuery) -> bytes:
    """The events as the page of events offers them to be downloaded as GeoJSON, with what a list says of itself."""
    rows = LISTINGS[name].of(query)
    return geojson(data_version.package, rows, _about(data_version, name, query, rows))


Maker = Callable[[DataVersion, str, ApiQuery], bytes]
# The formats of each list by the ending of its path: the media type and what makes it.
FORMATS: Mapping[str, Mapping[str, tuple[str, Maker]]] = {
    name: {"json": (JSON, list_as_json)}
    | ({"csv": (CSV, events_as_csv), "geojson": (GEOJSON, events_as_geojson)} if name == EVENTS else {})
    for name in LISTINGS
}


def event_as_json(package: Package, event_id: str) -> bytes:
    """One event: the columns of its row, the release, its claims and sources, and the ids of its parts and of the
    events linked to it. NoSuchRecord when there is none with that id."""
    event = EVENT.row(package, event_id)
    row = records_of(event.to_frame().T)[0]
    return _json(
        {
            "release": package.release,
            **row,
            "claims": records_of(claims_on(package, event_id)),
            "sources": records_of(sources_of(package, event.source_ids)),
            "parts": list(parts_of(package, event_id).event_id),
            "linked": list(related_to(package, event).event_id),
        }
    )


def _items(package: Package, name: str, rows: pd.DataFrame) -> list[Any]:
    """The rows as items; those of a declared table as they were encoded once for all views."""
    table = LISTINGS[name].table
    if not table:
        return records_of(rows)
    encoded = _encoded(package, table)
    return [encoded[row] for row in rows.index]


@once_per_package
def _encoded(package: Package, table: str) -> dict[Any, orjson.Fragment]:
    """Each row of a table as JSON, by row of the file."""
    rows = package[table]
    return {row: orjson.Fragment(orjson.dumps(item)) for row, item in zip(rows.index, records_of(rows), strict=True)}


def _about(data_version: DataVersion, name: str, query: ApiQuery, rows: pd.DataFrame) -> dict[str, Any]:
    """What a list says of itself. Rows that are in no release yet are not passed off as released."""
    package = data_version.package
    chosen = sentence(LISTINGS[name], query) + ("" if data_version.release else f"; {data_version.say()}")
    return {"release": package.release, "filters": chosen, "count": len(rows)}


def _json(value: Any) -> bytes:
    return orjson.dumps(value, option=orjson.OPT_APPEND_NEWLINE)
