"""A record of what the app shows at forty addresses and the API answers at twenty.

A change that only moves code leaves it as it is. `make golden` writes it anew into `tests/golden/`, and
`tests/test_golden.py` compares. A line is one element of the page, in reading order. Pictures, maps and tables are told
by a digest of all their data, with what a reader of a difference wants to know first: how many rows and marks, under
which titles.
"""

import os
import re
from collections.abc import Iterator, Mapping
from contextlib import ExitStack
from datetime import UTC, datetime
from hashlib import blake2b
from pathlib import Path
from typing import Any
from unittest.mock import PropertyMock, patch
from urllib.parse import parse_qs, urlsplit

import orjson
import pandas as pd
from google.protobuf.json_format import MessageToDict
from starlette.testclient import TestClient
from streamlit.runtime.context import ContextProxy
from streamlit.testing.v1 import AppTest

from components.controls import picture_links
from components.view.cite import MORE
from server import app as served
from tools.golden_addresses import ANSWERS, PAGES

ROOT = Path(__file__).parents[1]
FOLDER = ROOT / "tests" / "golden"
SITE = "https://example.org"

# What Streamlit makes anew for each element, and how it is laid out: neither is said.
PASSING = {"id", "url", "formId", "elementId", "fragmentId", "pageScriptHash", "deferredFileId", "wrap"}
LAID_OUT = {"flexContainer", "heightConfig", "widthConfig", "gapConfig", "allowEmpty", "hideAnchor", "elementType"}
# A mark of Markdown that is escaped, as in what a reader typed.
ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])|:color\{\}")
DAYS_AGO = re.compile(r"\d+ days ago")
# On this day every page is read and every citation retrieved.
RETRIEVED = datetime(2030, 1, 2, tzinfo=UTC)
# Of an answer that is not pinned it says when this copy of the files was written.
DATED = ("date", "last-modified")


def page_record(address: str) -> str:
    """What the app draws at an address, one element a line."""
    parts = urlsplit(address)
    query = parse_qs(parts.query, keep_blank_values=True)
    embedded = query.pop("embed", None) == ["true"]
    with ExitStack() as patches:
        for name, value in (("url", SITE + parts.path), ("is_embedded", embedded)):
            patches.enter_context(patch.object(ContextProxy, name, PropertyMock(return_value=value)))
        patches.enter_context(patch("data.text.days._now", lambda: RETRIEVED))
        # As the hosted app shows it.
        patches.enter_context(patch.object(picture_links, "SERVED", {"picture"}))
        app = AppTest.from_file(str(ROOT / "app.py"), default_timeout=120)
        app.session_state[MORE] = True
        for key, values in query.items():
            app.query_params[key] = values
        if slug := parts.path.strip("/"):
            app.switch_page(f"pages/{slug}.py")
        app.run()
    return _undated("".join(f"{line}\n" for block in (app.main, app.sidebar) for line in _lines(block, 0)))


def answer_record(address: str) -> str:
    """The status, the headers but those that name a time, and the body of an answer, which is cut with its digest."""
    # Without its life around it the server imports nothing beforehand, and no collector is frozen for the tests.
    client = TestClient(served, SITE, follow_redirects=False)
    with patch.dict(os.environ, PUBLIC_URL=SITE), patch("data.text.days._now", lambda: RETRIEVED):
        answer = client.get(address, headers={"Accept-Encoding": "identity"})
    header_lines = sorted(f"{name}: {value}" for name, value in answer.headers.items() if name.lower() not in DATED)
    text = answer.text.replace("\r\n", "\n")
    body = text if len(text) < 2000 else f"{text[:1000]}\n… {len(text)} characters, digest {_digest(answer.content)}"
    return "\n".join([f"{answer.status_code} {address}", *header_lines, "", body]) + "\n"


def records() -> Iterator[tuple[Path, str]]:
    """Each file of the record and the text that belongs into it now."""
    for name, address in PAGES.items():
        yield FOLDER / "pages" / f"{name}.txt", page_record(address)
    for name, address in ANSWERS.items():
        yield FOLDER / "api" / f"{name}.txt", answer_record(address)


def _undated(text: str) -> str:
    """The text without the number of days since the newest event."""
    return DAYS_AGO.sub("N days ago", text)


def _lines(block: Any, depth: int) -> Iterator[str]:
    """The elements of a block in reading order, each of the blocks in it one step further in."""
    for child in block.children.values():
        inside = getattr(child, "children", None)
        text = _text_of(child.type, child.proto) if child.proto is not None else ""
        if text or inside is None:
            yield f"{'  ' * depth}{child.type} {text}".rstrip()
        if inside:
            yield from _lines(child, depth + (inside is not None and bool(text)))


def _text_of(kind: str, proto: Any) -> str:
    """An element's words and data, in one line."""
    if kind == "plotly_chart":
        return _picture(orjson.loads(proto.spec), proto)
    if kind == "deck_gl_json_chart":
        return _canonical({"json": _digest(proto.json.encode()), "alt": getattr(proto, "alt", "")})
    if kind in ("arrow_data_frame", "arrow_table", "dataframe", "table"):
        return _table(proto)
    fields = _lasting(MessageToDict(proto))
    return _canonical(fields) if fields else ""


def _picture(spec: Mapping[str, Any], proto: Any) -> str:
    marks = [[trace.get("name", ""), trace.get("type", ""), len(trace.get("x") or ())] for trace in spec["data"]]
    digests = {part: _digest(orjson.dumps(spec[part], option=orjson.OPT_SORT_KEYS)) for part in ("data", "layout")}
    return _canonical({"alt": getattr(proto, "alt", ""), "marks": marks, **digests})


def _table(proto: Any) -> str:
    from streamlit.dataframe_util import convert_arrow_bytes_to_pandas_df  # noqa: PLC0415

    arrow = proto.arrow_data.data if hasattr(proto, "arrow_data") else proto.data
    rows: pd.DataFrame = convert_arrow_bytes_to_pandas_df(arrow)
    fields = _lasting(MessageToDict(proto))
    for name in ("data", "arrowData", "styler"):
        fields.pop(name, None)
    digest = _digest(str(rows.to_csv()).encode())
    return _canonical({**fields, "columns": list(map(str, rows)), "rows": len(rows), "digest": digest})


def _lasting(value: Any) -> Any:
    """The value without what Streamlit makes anew at each run."""
    if isinstance(value, dict):
        return {key: _lasting(inner) for key, inner in value.items() if key not in PASSING | LAID_OUT}
    if isinstance(value, list):
        return [_lasting(inner) for inner in value]
    return ESCAPED.sub(r"\1", value) if isinstance(value, str) else value


def _canonical(value: Any) -> str:
    return orjson.dumps(value, option=orjson.OPT_SORT_KEYS).decode()


def _digest(raw: bytes) -> str:
    return blake2b(raw, digest_size=8).hexdigest()


def main() -> None:
    """Write the record anew."""
    for path, text in records():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
