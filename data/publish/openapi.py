"""The API in the words of OpenAPI 3.1, made from what the package declares: parameters, their values, every column."""

from collections.abc import Iterable, Mapping
from typing import Any

from data.package.descriptor import Column
from data.package.package import Package
from data.publish.api import CSV, FORMATS, GEOJSON, JSON
from data.publish.feed import MEDIA_TYPE as ATOM
from data.publish.listings import EVENTS, LISTINGS
from data.publish.strict_query import Parameter, parameters
from data.publish.totals import names_of_totals
from data.text.messages import say
from data.timeline.escalation import directions
from data.versions.data_version import AS_OF

PROBLEM = "application/problem+json"
TYPES = {"integer": "integer", "number": "number", "string": "string", "date": "string"}
# How often a parameter may stand, and what an empty value is: what parse_api_query takes and refuses.
ONCE = "May stand once; a second value is refused."
REPEATED = (
    "May stand several times, one value each, and any of them is meant: {name}={first}&{name}={second}; the same value "
    "twice counts once, and values joined by commas are refused."
)
EMPTY = "An empty value is the default."
Schema = Mapping[str, Any]


def document(package: Package, address: str) -> dict[str, Any]:
    """The document. `address` is where the app is served: whole, or its path alone."""
    about, known = package.descriptor.about, parameters(package)
    paths = {
        f"/api/{name}.{ending}": _list(package, name, ending, known) for name in FORMATS for ending in FORMATS[name]
    }
    paths["/api/events/{event_id}.json"] = _event(known)
    of_events = _parameters(LISTINGS[EVENTS].parameters, known)
    paths["/feed.atom"] = _read("Events that are new or were put right, as a feed", ATOM, _text(), of_events)
    paths["/corrections.atom"] = _read("Every correction of the tables, as a feed", ATOM, _text(), [])
    paths["/data/datapackage.json"] = _read("The whole data package's descriptor", JSON, {"type": "object"}, [])
    return {
        "openapi": "3.1.0",
        "info": {
            "title": str(about["title"]),
            "version": package.release,
            "description": str(about["description"]),
            "license": {"name": about["licenses"][0]["title"], "url": about["licenses"][0]["path"]},
        },
        "servers": [{"url": address.rstrip("/") or "/"}],
        "paths": paths,
        "components": {"schemas": {**_items(package), "event": _whole_event(package), "problem": _problem()}},
    }


def _list(package: Package, name: str, ending: str, known: Mapping[str, Parameter]) -> Schema:
    listing, media_type = LISTINGS[name], FORMATS[name][ending][0]
    schema = {JSON: _listed(name), GEOJSON: _collection(), CSV: _text()}[media_type]
    text = package.descriptor.table(listing.table).description if listing.table else say(f"listings.{name}")
    return _read(listing.title, media_type, schema, _parameters(listing.parameters, known), " ".join(text.split()))


def _event(known: Mapping[str, Parameter]) -> Schema:
    own = {"name": "event_id", "in": "path", "required": True, "schema": _text(), "description": "The event's id."}
    read = _read("One event with its claims and sources", JSON, _ref("event"), [own, *_parameters((), known)])
    read["get"]["responses"]["301"] = {"description": "The event has another id: its address is in Location."}
    read["get"]["responses"]["404"] = _refused("There is no event with that id.")
    return read


def _read(title: str, media_type: str, schema: Schema, parameters: list[Schema], text: str = "") -> dict[str, Any]:
    answers = {
        "200": {"description": title, "content": {media_type: {"schema": schema}}},
        "304": {"description": "The answer is the one whose ETag was sent."},
        "400": _refused("A parameter means nothing; the problem names it, its value and what it may be."),
        "404": _refused("Nothing is at this address."),
        "414": _refused("The query is too long."),
        "503": _refused("The tables are broken; no figure is given until they are mended."),
    }
    text = text or title
    return {"get": {"summary": title, "description": text, "parameters": parameters, "responses": answers}}


def _refused(description: str) -> Schema:
    return {"description": description, "content": {PROBLEM: {"schema": _ref("problem")}}}


def _parameters(names: Iterable[str], known: Mapping[str, Parameter]) -> list[Schema]:
    return [_parameter(known[name]) for name in (*names, AS_OF)]


def _parameter(parameter: Parameter) -> Schema:
    one: Schema = {"type": "string", "enum": list(parameter.values)} if parameter.values else _text()
    described = {"name": parameter.name, "in": "query", "allowEmptyValue": True}
    if not parameter.repeated:
        return {**described, "description": f"{parameter.title}. {parameter.rule}. {ONCE} {EMPTY}", "schema": one}
    often = REPEATED.format(name=parameter.name, first=parameter.values[0], second=parameter.values[-1])
    text = f"{parameter.title}. {parameter.rule}. {often} {EMPTY}"
    return {
        **described,
        "description": text,
        "schema": {"type": "array", "items": one},
        "style": "form",
        "explode": True,
    }


def _listed(name: str) -> Schema:
    """The object in which a list comes."""
    properties = {
        "release": _text(),
        "filters": _text(),
        "count": {"type": "integer", "minimum": 0},
        "totals": _object({total: {"type": "integer", "minimum": 0} for total in names_of_totals(name)}),
        "items": {"type": "array", "items": _ref(name)},
    }
    return _object(properties)


def _items(package: Package) -> dict[str, Schema]:
    """What an item of each list holds."""
    declared = {
        name: _object(
            {column.name: _column(column) for column in package.descriptor.table(LISTINGS[name].table).columns}
        )
        for name in LISTINGS
        if LISTINGS[name].table
    }
    return {**declared, "months": _object(_of_months(package)), "toll": _object(_of_toll())}


def _of_months(package: Package) -> dict[str, Schema]:
    return {
        "month": {"type": "string", "pattern": r"^\d{4}-\d{2}$"},
        "direction": {"type": "string", "enum": list(directions(package))},
        "negative": {"type": "number", "maximum": 0, "description": "Sum of the negative scores, in points."},
        "positive": {"type": "number", "minimum": 0, "description": "Sum of the positive scores, in points."},
        "acts": {"type": "integer", "minimum": 0},
        "most_severe": {"type": ["string", "null"], "description": "event_id of the act with the lowest score."},
    }


def _of_toll() -> dict[str, Schema]:
    numbers = ("strikes", "vessels", "killed_low", "killed_high")
    text = "Up to and including this day, among the events that are asked for."
    counts = {name: {"type": "integer", "minimum": 0, "description": text} for name in numbers}
    return {"day": {"type": "string", "format": "date"}, **counts}


def _whole_event(package: Package) -> Schema:
    names = {"type": "array", "items": _text()}
    columns = {column.name: _column(column) for column in package.descriptor.table(EVENTS).columns}
    lists = {name: {"type": "array", "items": _ref(name)} for name in ("claims", "sources")}
    return _object({"release": _text(), **columns, **lists, "parts": names, "linked": names})


def _column(column: Column) -> Schema:
    about = {"description": column.description + (f" In {column.unit}." if column.unit else "")}
    if column.kind == "list":
        return {"type": "array", "items": _text(), **about}
    own = TYPES[column.kind]
    dated = {"format": "date"} if column.kind == "date" else {}
    return {"type": own if column.constraints.get("required") else [own, "null"], **dated, **about}


def _collection() -> Schema:
    """A FeatureCollection, as far as it is ours; RFC 7946 says the rest."""
    feature = _object({"type": {"const": "Feature"}, "id": _text(), "geometry": {}, "properties": {"type": "object"}})
    properties = {
        "type": {"const": "FeatureCollection"},
        "release": _text(),
        "filters": _text(),
        "count": {"type": "integer"},
        "licence": _text(),
        "note": _text(),
        "features": {"type": "array", "items": feature},
    }
    return _object(properties)


def _problem() -> Schema:
    """A problem (RFC 9457); of a bad parameter also which, its value and its rule."""
    optional = {name: _text() for name in ("parameter", "value", "rule")}
    always = {"type": _text(), "title": _text(), "status": {"type": "integer"}, "detail": _text()}
    return {"type": "object", "properties": {**always, **optional}, "required": list(always)}


def _object(properties: Mapping[str, Schema]) -> Schema:
    return {
        "type": "object",
        "properties": dict(properties),
        "required": list(properties),
        "additionalProperties": False,
    }


def _ref(name: str) -> Schema:
    return {"$ref": f"#/components/schemas/{name}"}


def _text() -> dict[str, Any]:
    return {"type": "string"}
