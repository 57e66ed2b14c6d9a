"""Draws what the dashboard says about itself: the method in words, then what the package declares and holds."""

from pathlib import Path

import pandas as pd
import streamlit as st

from components.elements.data_table import draw_download, labelled
from components.elements.html_table import Heading, Row, html_table
from components.elements.record_table import (
    RecordTable,
    declared_column,
    draw_record_table,
    number_column,
    record_table,
)
from components.look.escaping import escape_markdown, link
from components.view.once_per_view import once_per_view
from components.view.view import View
from data.events.counts import by_value
from data.package.once_per_package import once_per_package
from data.package.package import Package
from data.text.formats import days_name, lower_first, number, signed
from data.text.messages import say
from data.timeline.escalation import scales_compared

# What a phone has no room for beside a score.
SCORE_NOTES = ("quad_class", "note")
METHOD = Path(__file__).with_name("about.md")


def draw_method(_view: View) -> None:
    """The method in words."""
    st.markdown(METHOD.read_text(encoding="utf-8"))


def draw_publisher(view: View) -> None:
    """Who publishes the dataset, as the package declares it, and who does not."""
    package = view.package
    st.header(say("about.publisher_heading"), anchor=False)
    st.markdown(escape_markdown(publisher_text(package)))
    st.markdown(say("about.independence"))


def publisher_text(package: Package) -> str:
    """The sentence that names the publisher, or says that no maintainer has named one yet."""
    publisher = package.descriptor.about.get("publisher")
    return say("about.published", publisher=publisher) if publisher else say("about.unpublished")


def draw_contact(view: View) -> None:
    """Where corrections go, as the package declares it."""
    package = view.package
    contact = package.descriptor.about["contact"]
    st.header(say("about.contact_heading"), anchor=False)
    st.markdown(say("about.contact", contact=escape_markdown(contact)) if contact else say("about.no_contact"))


def draw_coverage(view: View) -> None:
    """From when to when, and how many rows each table holds."""
    package = view.package
    days = days_name(package.first_day, package.last_day)
    st.header(say("about.coverage_heading"), anchor=False)
    st.markdown(say("about.coverage", days=days, release=escape_markdown(package.release)))
    headings = [
        Heading(say("about.coverage_table")),
        Heading(say("about.coverage_rows"), is_number=True),
        Heading(say("about.coverage_row")),
    ]
    rows = [
        Row((table.title, number(len(package[table.name])), table.description)) for table in package.descriptor.tables
    ]
    st.html(html_table(say("about.coverage_alt"), headings, rows))


def draw_scores(view: View) -> None:
    """Where the two scales disagree, and every PLOVER score."""
    package = view.package
    st.header(say("about.scales_heading"), anchor=False)
    st.markdown(say("about.scales"))
    draw_record_table(_scales_table(view))
    draw_download(_scales(package), key="scales")
    with st.expander(say("about.scores")):
        draw_record_table(_scores_table(view))
        draw_download(package["plover_scores"], key="plover_scores")


@once_per_package
def _scales(package: Package) -> pd.DataFrame:
    return scales_compared(package, package["events"])


@once_per_view
def _scales_table(view: View) -> RecordTable:
    rows = _scales(view.package)
    columns = [
        declared_column(view.package, "events", rows, "plover_event"),
        *(declared_column(view.package, "events", rows, name, is_minor=True) for name in ("plover_mode", "cameo")),
        number_column("acts", say("about.scales_acts"), rows.acts, is_minor=True),
        *(
            number_column(name, say(f"about.scales_{name}"), rows[name], rows[name].map(signed))
            for name in ("plover", "goldstein", "difference")
        ),
    ]
    caption = say("table_of.scales", count=len(rows))
    return record_table(view, columns, [""] * len(rows), caption=caption, key="scales", is_main=False)


@once_per_view
def _scores_table(view: View) -> RecordTable:
    name = "plover_scores"
    rows = view.package[name]
    columns = [
        declared_column(view.package, name, rows, str(column), is_minor=column in SCORE_NOTES) for column in rows
    ]
    caption = say(f"table_of.{name}", count=len(rows))
    return record_table(view, columns, [""] * len(rows), caption=caption, key=name, is_main=False)


def draw_places(view: View) -> None:
    """How exactly the events' places are known."""
    st.header(say("about.places_heading"), anchor=False)
    table, rows = _places(view)
    draw_record_table(table)
    draw_download(rows, key="geo_precisions")


@once_per_view
def _places(view: View) -> tuple[RecordTable, pd.DataFrame]:
    """The kinds of places with the number of events at each, as a table and as its rows."""
    package, name = view.package, "geo_precisions"
    counts = by_value(package["events"], "geo_precision")
    rows = package[name].assign(events=lambda table: table.geo_precision.map(counts).fillna(0).astype(int))
    rows = rows.sort_values("order")
    columns = [
        declared_column(package, name, rows, "label"),
        number_column("events", say("about.places_events"), rows.events),
        declared_column(package, name, rows, "drawn_as", is_minor=True),
        declared_column(package, name, rows, "radius_km", is_minor=True),
        declared_column(package, name, rows, "description"),
    ]
    table = record_table(view, columns, [""] * len(rows), caption=say("about.places_name"), key=name, is_main=False)
    return table, rows[[column.name for column in columns]]


def draw_dictionary(view: View) -> None:
    """Every column of every table, as the package declares it."""
    package = view.package
    st.header(say("about.dictionary_heading"), anchor=False)
    st.markdown(say("about.dictionary"))
    titles = {table.name: table.title for table in package.descriptor.tables}
    label = say("about.dictionary_table")
    chosen = st.selectbox(label, list(titles), format_func=lambda name: titles[name], key="dictionary_table")
    table = package.descriptor.table(chosen)
    st.markdown(escape_markdown(table.description))
    names = ("column", "title", "kind", "unit", "meaning", "values")
    rows = [
        Row((one.name, one.title, one.kind, one.unit, one.description, ", ".join(map(str, one.labels))))
        for one in table.columns
    ]
    headings = [Heading(say(f"about.dictionary_{name}")) for name in names]
    st.html(html_table(say("about.columns_of", table=table.title), headings, rows))


def draw_types(view: View) -> None:
    """The event types: what each means and which family it belongs to."""
    package = view.package
    st.header(say("about.types_heading"), anchor=False)
    types = package["event_types"].sort_values("order")
    shown = labelled(package, "event_types", types[["label", "family", "description"]])
    lines = (
        say(
            "about.type",
            label=escape_markdown(label),
            family=escape_markdown(lower_first(family)),
            description=escape_markdown(description),
        )
        for label, family, description in shown.itertuples(index=False)
    )
    st.markdown("\n".join(f"- {line}" for line in lines))


def draw_table_licences(view: View) -> None:
    """Under which licence each table may be used."""
    package = view.package
    st.header(say("about.licences_heading"), anchor=False)
    lines = []
    for table in package.descriptor.tables:
        licences = ", ".join(link(licence["title"], licence["path"]) for licence in table.licences)
        lines.append("- " + say("about.licence", table=escape_markdown(table.title), licences=licences))
    st.markdown("\n".join(lines))
    st.markdown(say("about.licences"))
