"""Every picture at an address of its own, `/picture/NAME.svg` and `.png`: the one that its page shows in the view that
the parameters ask for, with its title, source, release and address inside."""

from starlette.routing import Route

from components.look.theme import INKS
from components.pictures.record_card import record_card
from components.pictures.shown import PictureInView, shown_picture
from data.publish.file_names import file_name
from data.text.matching import values_given
from data.text.messages import say
from data.versions.current_ids import current_ids, shown_id
from data.versions.data_version import DataVersion
from data.view.picture_names import CARD, KINDS_WITH_CARD, PICTURE_PLACES, PICTURE_SIZES
from routes.api import dated
from routes.data_versions import data_version_for
from routes.endpoints import Call, Endpoint, UnknownAddressError
from routes.responses import Answer

MEDIA_TYPES = {"svg": "image/svg+xml", "png": "image/png"}
# The parameters that say how a picture is made, each with what it may be, of which the first is meant where an address
# names none of them.
LOOKS = {"size": tuple(PICTURE_SIZES), "theme": ("light", "dark")}


def picture_answer(call: Call) -> Answer:
    """The picture of that name in one of its formats."""
    name, ending = call.path["name"], call.path["ending"]
    if name not in (*PICTURE_PLACES, CARD) or ending not in MEDIA_TYPES:
        raise UnknownAddressError(_there(f"{name}.{ending}"))
    data_version = data_version_for(call.query)
    look = {key: _chosen(call, key) for key in LOOKS}
    shown = _card(call, look["theme"], data_version) if name == CARD else _view(call, look["theme"], data_version)
    body = _drawn(shown, ending, look)
    file = file_name(name, "", data_version.package.release, ending)
    headers = {"Content-Disposition": f'inline; filename="{file}"'}
    return dated(data_version, body, MEDIA_TYPES[ending], headers)


def _view(call: Call, theme: str, data_version: DataVersion) -> PictureInView:
    given = {key: values for key, values in call.query.items() if key not in LOOKS}
    query, _ = current_ids(given, data_version)
    shown = shown_picture(call.path["name"], query, theme, data_version, call.root)
    if shown is None:
        raise UnknownAddressError(say("pictures.none", name=call.path["name"]))
    return shown


def _card(call: Call, theme: str, data_version: DataVersion) -> PictureInView:
    """The card of the record that the address names, by the id that it has in these tables."""
    for parameter, kind in KINDS_WITH_CARD.items():
        row_id = shown_id(data_version, kind, next(iter(values_given(call.query, parameter)), ""))
        if row_id:
            return record_card(kind, row_id, theme, data_version, call.root)
    raise UnknownAddressError(say("pictures.no_record", parameters=", ".join(KINDS_WITH_CARD)))


def _chosen(call: Call, key: str) -> str:
    """What the address asks for; what it must not ask for is ignored, as on pages."""
    given = values_given(call.query, key)[:1]
    return given[0] if given and given[0] in LOOKS[key] else LOOKS[key][0]


def _drawn(shown: PictureInView, ending: str, look: dict[str, str]) -> bytes:
    # The library that draws takes a second to start: whoever asks for no picture need not wait for it.
    from components.pictures.sheet import SIZES, Sheet  # noqa: PLC0415

    sheet, size = Sheet(shown.spec, shown.words, INKS[look["theme"]]), SIZES[look["size"]]
    return sheet.svg(size) if ending == "svg" else sheet.png(size)


def unknown_picture(call: Call) -> Answer:
    """The answer to every other address below /picture: which pictures there are."""
    raise UnknownAddressError(_there(call.path.get("rest", "")))


def _there(path: str) -> str:
    names = ", ".join((*PICTURE_PLACES, CARD))
    return say("pictures.nothing_at", requested=path[:80], names=names)


def picture_routes(prefix: str) -> list[Route]:
    """The routes of the pictures below the app's own path."""
    return [
        Route(f"{prefix}/picture/{{name}}.{{ending}}", Endpoint(picture_answer)),
        Route(f"{prefix}/picture/{{rest:path}}", Endpoint(unknown_picture)),
    ]
