"""The API: every list, one event, and the document that describes them."""

import orjson
from starlette.routing import Route

from data.publish.api import FORMATS, JSON, event_as_json
from data.publish.openapi import document
from data.selection.record_kinds import EVENT
from data.text.messages import say
from data.versions.current_ids import shown_id
from data.versions.data_version import DataVersion
from routes.data_versions import api_query, data_version_for, modified
from routes.endpoints import Call, Endpoint, UnknownAddressError
from routes.responses import Answer, answer, moved_to

# Lists that crawlers are asked not to show: they name persons.
OF_PERSONS = ("people",)
NOT_SHOWN = {"X-Robots-Tag": "noindex"}


def list_answer(call: Call) -> Answer:
    """A list in one of its formats."""
    name, ending = call.path["name"], call.path["ending"]
    if ending not in FORMATS.get(name, {}):
        raise UnknownAddressError(_there(f"{name}.{ending}"))
    data_version = data_version_for(call.query)
    media_type, make = FORMATS[name][ending]
    body = make(data_version, name, api_query(call.query, data_version))
    return dated(data_version, body, media_type, NOT_SHOWN if name in OF_PERSONS else {})


def event_answer(call: Call) -> Answer:
    """One event with its claims and sources, or where it stands if it has another id."""
    data_version, event_id = data_version_for(call.query), call.path["event_id"]
    api_query(call.query, data_version)
    row_id = shown_id(data_version, EVENT, event_id)
    if not row_id:
        raise UnknownAddressError(say("api.no_event", id=event_id[:80]))
    if row_id != event_id:
        return moved_to(f"{row_id}.json{call.mark}")
    return dated(data_version, event_as_json(data_version.package, event_id), JSON)


def description_answer(call: Call) -> Answer:
    """The OpenAPI document."""
    data_version = data_version_for({})
    return dated(data_version, orjson.dumps(document(data_version.package, call.root)), JSON)


def unknown_endpoint(call: Call) -> Answer:
    """The answer to every other address of the API: what there is."""
    raise UnknownAddressError(_there(call.path.get("rest", "")))


def dated(data_version: DataVersion, body: bytes, media_type: str, headers: dict[str, str] | None = None) -> Answer:
    """An answer from the tables, with their release and when they last changed."""
    release = data_version.package.release
    return answer(body, media_type, release=release, modified=modified(data_version), headers=headers)


def _there(path: str) -> str:
    lists = ", ".join(f"{name}.{ending}" for name, formats in FORMATS.items() for ending in formats)
    return say("api.nothing_at", requested=path[:80], lists=lists) if path else say("api.nothing_here", lists=lists)


def api_routes(prefix: str) -> list[Route]:
    """The routes of the API below the app's own path."""
    return [
        Route(f"{prefix}/api/openapi.json", Endpoint(description_answer)),
        Route(f"{prefix}/api/{{name}}.{{ending}}", Endpoint(list_answer)),
        Route(f"{prefix}/api/events/{{event_id}}.json", Endpoint(event_answer)),
        Route(f"{prefix}/api/{{rest:path}}", Endpoint(unknown_endpoint)),
        Route(f"{prefix}/api", Endpoint(unknown_endpoint)),
    ]
