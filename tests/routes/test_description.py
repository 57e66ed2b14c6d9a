"""Whatever the API's description allows is answered as it promises: cases are made as this module is collected."""

import re

import schemathesis
from hypothesis import settings
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_schema_conformance,
    status_code_conformance,
)

from data.publish.openapi import document
from tests.factory import shipped

PROMISED = [not_a_server_error, status_code_conformance, content_type_conformance, response_schema_conformance]
API = schemathesis.openapi.from_dict(document(shipped(), "https://example.org"))


def checked_at(path):
    """A test that whatever the description allows at that path is answered as it promises."""

    @API.include(path=path).parametrize()
    @settings(max_examples=5)
    def test(client, case):
        answer = client.request(case.method, case.formatted_path, params=case.query, headers=dict(case.headers))
        case.validate_response(schemathesis.Response.from_any(answer), checks=PROMISED)

    return test


# Each path has a name of its own: those that share one are a single test to a process that takes its turn.
for path in API.raw_schema["paths"]:
    name = re.sub(r"[^a-z]+", "_", path.strip("/"))
    globals()[f"test_no_answer_is_outside_the_description_of_{name}"] = checked_at(path)
