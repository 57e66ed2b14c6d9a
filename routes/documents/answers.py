"""The brief of a view as a file, `/brief.pdf`, `.docx`, `.pptx` and `.md`, with the parameters of its page."""

from collections.abc import Mapping

from starlette.routing import Route

from components.documents.pdf import PAPERS
from components.view.addresses import base_path
from data.publish.file_names import file_name
from data.text.matching import values_given
from data.text.messages import say
from data.versions.current_ids import current_ids
from data.view.picture_names import query_of_document
from routes.api import dated
from routes.data_versions import data_version_for
from routes.documents.made import WantedDocument, made_document
from routes.documents.worker import DocumentWorker, NotNowError
from routes.endpoints import Call, Endpoint, UnknownAddressError
from routes.responses import Answer, problem

OFFICE = "application/vnd.openxmlformats-officedocument"
MEDIA_TYPES: Mapping[str, str] = {
    "pdf": "application/pdf",
    "docx": f"{OFFICE}.wordprocessingml.document",
    "pptx": f"{OFFICE}.presentationml.presentation",
    "md": "text/markdown; charset=utf-8",
}
PAPER = "paper"
# Seconds after which whoever was sent away may ask again.
AGAIN = "10"
WORKER = DocumentWorker(made_document)


def document_answer(call: Call) -> Answer:
    """The brief of the view in one of its formats; 503 where it cannot be made now."""
    ending = call.path["ending"]
    if ending not in MEDIA_TYPES:
        raise UnknownAddressError(say("documents.nothing_at", requested=f"brief.{ending}"[:80]))
    data_version = data_version_for(call.query)
    query, _ = current_ids({name: values for name, values in call.query.items() if name != PAPER}, data_version)
    wanted = WantedDocument(
        ending, _paper(call), tuple(sorted(query_of_document(query).items())), call.root, base_path()
    )
    try:
        body = WORKER.made(wanted)
    # There may be no room for the files of which a document is made.
    except (NotNowError, OSError):
        busy = problem(503, say("documents.busy"), say("documents.busy_said"))
        return Answer(busy.body, busy.media_type, "", status=503, headers={"Retry-After": AGAIN})
    if body is None:
        raise UnknownAddressError(say("documents.none"))
    file = file_name("brief", "", data_version.package.release, ending)
    return dated(data_version, body, MEDIA_TYPES[ending], {"Content-Disposition": f'inline; filename="{file}"'})


def _paper(call: Call) -> str:
    """The paper that the address asks for; one that there is not is ignored, as on pages."""
    given = next(iter(values_given(call.query, PAPER)), "")
    return given if given in PAPERS else next(iter(PAPERS))


def document_routes(prefix: str) -> list[Route]:
    """The routes of the documents below the app's own path."""
    return [Route(f"{prefix}/brief.{{ending}}", Endpoint(document_answer))]
