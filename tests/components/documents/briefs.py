"""The brief of a view as a document, made once for all tests of a module."""

from functools import cache

from components.controls import picture_links
from components.documents.document import brief_document
from routes.data_versions import data_version_for

ROOT = "https://example.org/"


def pictures_are_served(monkeypatch):
    monkeypatch.setattr(picture_links, "SERVED", {"picture"})


@cache
def brief(**words):
    query = {word: [value] for word, value in words.items()}
    return brief_document(query, data_version_for(query), ROOT)
