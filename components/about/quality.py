"""Draws how well the rows of events rest on sources, by month and by type of event."""

import pandas as pd
import streamlit as st

from components.elements.data_table import draw_download
from components.elements.record_table import (
    RecordTable,
    TableColumn,
    day_column,
    draw_record_table,
    number_column,
    record_table,
    text_column,
)
from components.view.addresses import address_unfiltered
from components.view.once_per_view import once_per_view
from components.view.view import View
from data.events.quality import (
    ALL_READ,
    CHECKED,
    LAST_CHECKED,
    Quality,
    quality_by_month,
    quality_by_type,
    quality_of_all,
)
from data.text.formats import day_name, month_name
from data.text.messages import say

EVENTS = "events"
ON_PHONES = ("one_origin", "none_read", "unsourced_claims")


def draw_quality(view: View) -> None:
    """What the rows rest on in sentences, then by month and by type, each row leading to its events."""
    st.header(say("quality.heading"), anchor=False)
    st.markdown(" ".join([*quality_sentences(quality_of_all(view.package)), say("quality.columns")]))
    draw_record_table(_months(view))
    draw_download(quality_by_month(view.package).rows, key="quality_by_month")
    draw_record_table(_types(view))
    draw_download(quality_by_type(view.package).rows, key="quality_by_type")


def quality_sentences(whole: pd.Series) -> list[str]:
    """The quality of all events in sentences; nothing of what the release does not know."""
    count = int(whole.events)
    texts = [say("quality.one_origin", count=count, some=int(whole.one_origin))]
    if ALL_READ in whole:
        texts.append(say("quality.sources", all=int(whole.all_read), none=int(whole.none_read)))
    if CHECKED in whole:
        texts.append(say("quality.checked", count=count, some=int(whole.checked), day=day_name(whole.last_checked)))
    return texts


@once_per_view
def _months(view: View) -> RecordTable:
    quality = quality_by_month(view.package)
    return _table(view, quality, "month", quality.rows.group.map(month_name))


@once_per_view
def _types(view: View) -> RecordTable:
    quality = quality_by_type(view.package)
    return _table(view, quality, "type", quality.rows.group.map(view.package.choices(EVENTS, "event_type")))


def _table(view: View, quality: Quality, name: str, labels: pd.Series) -> RecordTable:
    """The table by month or type: each row leads to the page of events with that filter."""
    rows = quality.rows
    columns = [
        text_column(name, say(f"quality.column_{name}"), labels),
        number_column("events", say("quality.column_events"), rows.events),
        *(_column(rows, column) for column in quality.columns),
    ]
    addresses = [address_unfiltered(view, EVENTS, **{name: group}) for group in rows.group]
    caption = say(f"quality.by_{name}")
    return record_table(view, columns, addresses, caption=caption, key=f"quality_by_{name}", is_main=False)


def _column(rows: pd.DataFrame, column: str) -> TableColumn:
    make = day_column if column == LAST_CHECKED else number_column
    return make(column, say(f"quality.column_{column}"), rows[column], is_minor=column not in ON_PHONES)
