"""Draws what the dashboard says about itself: the method in words, then what the package declares and holds."""

from pathlib import Path

import streamlit as st

from components.elements.data_table import draw_download, draw_table, labelled
from components.elements.html_table import Heading, Row, html_table
from components.elements.record_table import declared_column, draw_record_table, number_column, record_addresses
from components.look.escaping import escape_markdown, link
from components.view.view import View
from data.events.counts import by_value
from data.events.sources import without_own_source
from data.package.package import Package
from data.selection.record_kinds import SOURCE
from data.text.formats import days_name, lower_first, number
from data.text.messages import say
from data.timeline.escalation import scales_compared

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
    days = days_name(package["events"].date.min(), package.last_day)
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
    draw_table(
        package,
        "events",
        scales_compared(package, package["events"]),
        ["plover_event", "plover_mode", "cameo", "acts", "plover", "goldstein", "difference"],
        name=say("about.scales_name"),
        key="scales",
        extra={
            "acts": st.column_config.NumberColumn(say("about.scales_acts")),
            "plover": st.column_config.NumberColumn(say("about.scales_plover"), format="%.1f"),
            "goldstein": st.column_config.NumberColumn(say("about.scales_goldstein"), format="%.1f"),
            "difference": st.column_config.NumberColumn(say("about.scales_difference"), format="%.1f"),
        },
    )
    with st.expander(say("about.scores")):
        scores, name = package["plover_scores"], say("about.scores_name")
        draw_table(package, "plover_scores", scores, [str(column) for column in scores], name=name, key="plover_scores")


def draw_places(view: View) -> None:
    """How exactly the events' places are known."""
    package = view.package
    st.header(say("about.places_heading"), anchor=False)
    counts = by_value(package["events"], "geo_precision")
    table = package["geo_precisions"].assign(events=lambda rows: rows.geo_precision.map(counts).fillna(0).astype(int))
    rows = table.sort_values("order")
    columns = [
        declared_column(package, "geo_precisions", rows, "label"),
        number_column("events", say("about.places_events"), rows.events),
        declared_column(package, "geo_precisions", rows, "drawn_as", is_minor=True),
        declared_column(package, "geo_precisions", rows, "radius_km", is_minor=True),
        declared_column(package, "geo_precisions", rows, "description"),
    ]
    draw_record_table(
        view, columns, [""] * len(rows), caption=say("about.places_name"), key="geo_precisions", is_main=False
    )
    draw_download(rows[[column.name for column in columns]], key="geo_precisions")


def draw_all_sources(view: View) -> None:
    """The sources by kind, and all of them in a table."""
    package = view.package
    sources = package["sources"]
    st.header(say("about.sources_heading"), anchor=False)
    st.markdown(escape_markdown(say("about.sources", count=len(sources), read=_bases(package))))
    counts = by_value(sources, "source_type")
    kinds = package.choices("sources", "source_type")
    lines = (
        say("about.sources_kind", kind=escape_markdown(kinds[kind]), number=counts[kind])
        for kind in kinds
        if kind in counts
    )
    st.markdown("\n".join(f"- {line}" for line in lines))
    st.markdown(say("about.sources_unpinned", unpinned=without_own_source(package), count=len(package["claims"])))
    ordered = sources.sort_values("published", ascending=False, kind="stable")
    draw_record_table(
        view,
        [
            declared_column(package, "sources", ordered, name, is_minor=name in ("source_type", "basis"))
            for name in ("title", "publisher", "published", "source_type", "basis")
        ],
        record_addresses(view, SOURCE, ordered),
        caption=say("table_of.sources", count=len(ordered)),
        key="sources",
        order="-published",
    )
    draw_download(ordered, key="sources")


def _bases(package: Package) -> str:
    """How many sources were read, and how many are only cited."""
    labels, counts = package.choices("sources", "basis"), by_value(package["sources"], "basis")
    return ", ".join(
        say("about.sources_read", number=count, basis=lower_first(labels[basis])) for basis, count in counts.items()
    )


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
