"""Draws what the dashboard says about itself: the method in words, then what the package declares and holds."""

from pathlib import Path

import pandas as pd
import streamlit as st

from components.elements.data_table import draw_table, labelled
from components.look.escaping import escape_markdown, link
from components.view.view import View
from data.events.counts import by_value
from data.events.sources import without_own_source
from data.package.once_per_package import once_per_package
from data.package.package import Package
from data.text.formats import days_name, lower_first
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
    days = days_name(package.first_day, package.last_day)
    st.header(say("about.coverage_heading"), anchor=False)
    st.markdown(say("about.coverage", days=days, release=escape_markdown(package.release)))
    tables = package.descriptor.tables
    counts = pd.DataFrame(
        {
            say("about.coverage_table"): [table.title for table in tables],
            say("about.coverage_rows"): [len(package[table.name]) for table in tables],
            say("about.coverage_row"): [table.description for table in tables],
        }
    )
    st.dataframe(counts, hide_index=True, key="coverage", alt=say("about.coverage_alt"))


def draw_scores(view: View) -> None:
    """Where the two scales disagree, and every PLOVER score."""
    package = view.package
    st.header(say("about.scales_heading"), anchor=False)
    st.markdown(say("about.scales"))
    draw_table(
        package,
        "events",
        _scales(package),
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


@once_per_package
def _scales(package: Package) -> pd.DataFrame:
    return scales_compared(package, package["events"])


def draw_places(view: View) -> None:
    """How exactly the events' places are known."""
    package = view.package
    st.header(say("about.places_heading"), anchor=False)
    counts = by_value(package["events"], "geo_precision")
    table = package["geo_precisions"].assign(events=lambda rows: rows.geo_precision.map(counts).fillna(0).astype(int))
    draw_table(
        package,
        "geo_precisions",
        table.sort_values("order"),
        ["label", "events", "drawn_as", "radius_km", "description"],
        name=say("about.places_name"),
        key="geo_precisions",
        extra={"events": st.column_config.NumberColumn(say("about.places_events"))},
    )


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
    columns = ["publisher", "title", "published", "source_type", "basis", "url"]
    ordered = sources.sort_values("published", ascending=False)
    draw_table(package, "sources", ordered, columns, name=say("about.sources_name"), key="sources", height=420)


def _bases(package: Package) -> str:
    """How many sources were read, and how many are only cited."""
    labels, counts = package.choices("sources", "basis"), by_value(package["sources"], "basis")
    return ", ".join(
        say("about.sources_read", number=number, basis=lower_first(labels[basis])) for basis, number in counts.items()
    )


def draw_dictionary(view: View) -> None:
    """Every column of every table, as the package declares it."""
    package = view.package
    st.header(say("about.dictionary_heading"), anchor=False)
    st.markdown(say("about.dictionary"))
    names = {table.name: table.title for table in package.descriptor.tables}
    label = say("about.dictionary_table")
    chosen = st.selectbox(label, list(names), format_func=lambda name: names[name], key="dictionary_table")
    table = package.descriptor.table(chosen)
    st.markdown(escape_markdown(table.description))
    columns = pd.DataFrame(
        {
            say("about.dictionary_column"): [column.name for column in table.columns],
            say("about.dictionary_title"): [column.title for column in table.columns],
            say("about.dictionary_kind"): [column.kind for column in table.columns],
            say("about.dictionary_unit"): [column.unit for column in table.columns],
            say("about.dictionary_meaning"): [column.description for column in table.columns],
            say("about.dictionary_values"): [", ".join(map(str, column.labels)) for column in table.columns],
        }
    )
    st.dataframe(columns, hide_index=True, key="dictionary", alt=say("about.dictionary_alt", table=table.title))


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
