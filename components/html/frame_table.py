"""A table that Streamlit would draw, as HTML: its first rows under the headings that it has on screen."""

import re
from typing import Any

import orjson
import pandas as pd
from streamlit.dataframe_util import convert_arrow_bytes_to_pandas_df

from components.html.markdown_html import link_html
from components.look.escaping import attributes, escape_html
from data.text.messages import say

WEB, DAY = "https://", re.compile(r"\d{4}-\d\d(-\d\d)?")
# More rows than these are for the files to hold.
MOST_ROWS = 100


def frame_table(proto: Any, most: int) -> str:
    """At most so many rows as HTML, with a line that says how many there are where some are left out; nothing for a
    table without rows."""
    # Of very many rows the first are there, and how many there are.
    is_part = proto.HasField("lazy_data")
    sent = proto.lazy_data.initial_chunk.data if is_part else proto.arrow_data.data
    rows: pd.DataFrame = convert_arrow_bytes_to_pandas_df(sent)
    count = proto.lazy_data.row_count if is_part else len(rows)
    if rows.empty:
        return ""
    settings = orjson.loads(proto.columns or "{}")
    kinds = ["number" if pd.api.types.is_numeric_dtype(rows[name].dtype) else "" for name in rows]
    heads = "".join(
        _cell("th", kind, _heading(settings, str(name)), scope="col") for name, kind in zip(rows, kinds, strict=True)
    )
    lines = rows.head(most).itertuples(index=False)
    body = "".join(f"<tr>{''.join(map(_value, kinds, line))}</tr>" for line in lines)
    part = say("drawn.rows", shown=most, count=count) if count > most else ""
    caption = f"<caption>{escape_html(part)}</caption>" if part else ""
    return f'<div class="records"><table>{caption}<thead><tr>{heads}</tr></thead><tbody>{body}</tbody></table></div>'


def _heading(settings: dict[str, Any], name: str) -> str:
    return str((settings.get(name) or {}).get("label") or name)


def _value(kind: str, value: Any) -> str:
    text = _text(value)
    return _cell("td", kind or ("day" if DAY.fullmatch(text) else ""), text)


def _cell(tag: str, kind: str, text: str, **others: str) -> str:
    look = attributes({**others, **({"class": kind} if kind else {})})
    inside = link_html(escape_html(text), text) if text.startswith(WEB) else escape_html(text)
    return f"<{tag} {look}>{inside}</{tag}>" if look else f"<{tag}>{inside}</{tag}>"


def _text(value: Any) -> str:
    if value is None or (pd.api.types.is_scalar(value) and pd.isna(value)):
        return ""
    return f"{value:g}" if isinstance(value, float) else str(value)
