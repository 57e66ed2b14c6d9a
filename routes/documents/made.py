"""One document as the bytes of its file: what the process that makes them is asked for."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from streamlit import config

from components.controls.picture_links import offer_pictures
from components.documents.document import ViewDocument, brief_document
from components.documents.docx_file import as_docx
from components.documents.markdown import as_markdown
from components.documents.pdf import as_pdf
from components.documents.slide_file import as_slides
from routes.data_versions import data_version_for

# What writes each format, by the ending of its file; only PDF has a paper of its own.
WRITERS: Mapping[str, Callable[[ViewDocument, str], bytes]] = {
    "pdf": as_pdf,
    "docx": lambda document, _: as_docx(document),
    "pptx": lambda document, _: as_slides(document),
    "md": lambda document, _: as_markdown(document).encode(),
}


@dataclass(frozen=True)
class WantedDocument:
    """Which document is asked for: the ending of its file, the paper, the parameters of the view, the app's own
    address, and the path under which the app is served."""

    ending: str
    paper: str
    query: tuple[tuple[str, tuple[str, ...]], ...]
    root: str
    base_path: str


def made_document(wanted: WantedDocument) -> bytes | None:
    """The file; None where the view has no event. Raises what the page raises."""
    # What the server was started with is no part of a new process.
    config.set_option("server.baseUrlPath", wanted.base_path)
    offer_pictures()
    query = {name: list(values) for name, values in wanted.query}
    document = brief_document(query, data_version_for(query), wanted.root)
    if document is None:
        return None
    return WRITERS[wanted.ending](document, wanted.paper)
