"""Draws what the dashboard says about itself: the method in words, then what the package declares and holds."""

from pathlib import Path

import pandas as pd
import streamlit as st

from components.data_table import draw_table, labelled
from components.plain import link, plain
from data.claims import without_own_source
from data.counts import by_value
from data.escalation import scales_compared
from data.package import Package
from data.style import counted, day_name

METHOD = Path(__file__).with_name("about.md")


def draw_method() -> None:
    """The method in words."""
    st.markdown(METHOD.read_text(encoding="utf-8"))


def draw_publisher(package: Package) -> None:
    """Who publishes the dataset, as the package declares it, and who does not."""
    st.header("Who publishes it", anchor=False)
    st.markdown(plain(publisher_in_words(package)))
    st.markdown(
        "No government and no party to the crisis publishes it. It takes no position on who is right; where accounts "
        "differ it shows each with the name of who gives it."
    )


def publisher_in_words(package: Package) -> str:
    """The sentence that names the publisher, or says that no maintainer has named one yet."""
    publisher = package.descriptor.about.get("publisher")
    return f"Published by {publisher}." if publisher else "The maintainer of this copy has not named its publisher yet."


def draw_contact(package: Package) -> None:
    """Where corrections go, as the package declares it."""
    contact = package.descriptor.about["contact"]
    st.header("Corrections", anchor=False)
    if contact:
        st.markdown(f"Tell us what is wrong, with a source: {plain(contact)}")
    else:
        st.markdown("The maintainer of this copy has not set an address for corrections yet.")


def draw_coverage(package: Package) -> None:
    """From when to when, and how many rows each table holds."""
    first, last = package["events"].date.min(), package.last_day
    st.header("Coverage", anchor=False)
    st.markdown(
        f"Events from {day_name(first)} to {day_name(last)}; rich to March 2026, thinner after. "
        f"Release {plain(package.release)}."
    )
    tables = package.descriptor.tables
    counts = pd.DataFrame(
        {
            "Table": [table.title for table in tables],
            "Rows": [len(package[table.name]) for table in tables],
            "One row is": [table.description for table in tables],
        }
    )
    st.dataframe(counts, hide_index=True, key="coverage", alt="Table of the package's tables and their numbers of rows")


def draw_scores(package: Package) -> None:
    """Where the two scales disagree, and every PLOVER score."""
    st.header("Where the two scales disagree", anchor=False)
    st.markdown("Codes of acts between the two states, the widest apart first.")
    draw_table(
        package,
        "events",
        scales_compared(package, package["events"]),
        ["plover_event", "plover_mode", "cameo", "acts", "plover", "goldstein", "difference"],
        name="codes with their score on both scales",
        key="scales",
        extra={
            "acts": st.column_config.NumberColumn("Acts"),
            "plover": st.column_config.NumberColumn("PLOVER", format="%.1f"),
            "goldstein": st.column_config.NumberColumn("Goldstein", format="%.1f"),
            "difference": st.column_config.NumberColumn("Difference", format="%.1f"),
        },
    )
    with st.expander("Every PLOVER score"):
        scores = package["plover_scores"]
        draw_table(
            package, "plover_scores", scores, [str(name) for name in scores], name="PLOVER scores", key="plover_scores"
        )


def draw_places(package: Package) -> None:
    """How exactly the events' places are known."""
    st.header("How exactly places are known", anchor=False)
    counts = by_value(package["events"], "geo_precision")
    table = package["geo_precisions"].assign(events=lambda rows: rows.geo_precision.map(counts).fillna(0).astype(int))
    draw_table(
        package,
        "geo_precisions",
        table.sort_values("order"),
        ["label", "events", "drawn_as", "radius_km", "description"],
        name="precisions of place with their number of events",
        key="geo_precisions",
        extra={"events": st.column_config.NumberColumn("Events")},
    )


def draw_sources(package: Package) -> None:
    """The sources by kind, and all of them in a table."""
    sources = package["sources"]
    st.header("Sources", anchor=False)
    bases = package.choices("sources", "basis")
    read = ", ".join(f"{count} {bases[basis].lower()}" for basis, count in by_value(sources, "basis").items())
    st.markdown(f"{counted(len(sources), 'source')}: {plain(read)}.")
    counts = by_value(sources, "source_type")
    kinds = package.choices("sources", "source_type")
    st.markdown("\n".join(f"- {plain(kinds[kind])}: {counts[kind]}" for kind in kinds if kind in counts))
    st.markdown(
        f"{without_own_source(package):,} of {counted(len(package['claims']), 'claim')} name no source of their own: "
        "each rests on one of the sources of its event, and the event's record says so."
    )
    columns = ["publisher", "title", "published", "source_type", "basis", "url"]
    ordered = sources.sort_values("published", ascending=False)
    draw_table(package, "sources", ordered, columns, name="all sources, newest first", key="sources", height=420)


def draw_dictionary(package: Package) -> None:
    """Every column of every table, as the package declares it."""
    st.header("Data dictionary", anchor=False)
    st.markdown("What every column means. The same words stand in `datapackage.json` beside the tables.")
    names = {table.name: table.title for table in package.descriptor.tables}
    chosen = st.selectbox("Table", list(names), format_func=lambda name: names[name], key="dictionary_table")
    table = package.descriptor.table(chosen)
    st.markdown(plain(table.description))
    columns = pd.DataFrame(
        {
            "Column": [column.name for column in table.columns],
            "Heading": [column.title for column in table.columns],
            "Type": [column.kind for column in table.columns],
            "Unit": [column.unit for column in table.columns],
            "Meaning": [column.description for column in table.columns],
            "Values": [", ".join(map(str, column.labels)) for column in table.columns],
        }
    )
    st.dataframe(columns, hide_index=True, key="dictionary", alt=f"Table of the columns of {table.title}")


def draw_types(package: Package) -> None:
    """The event types: what each means and which family it belongs to."""
    st.header("Event types", anchor=False)
    types = package["event_types"].sort_values("order")
    shown = labelled(package, "event_types", types[["label", "family", "description"]])
    st.markdown(
        "\n".join(
            f"- **{plain(label)}** ({plain(family.lower())}): {plain(description)}"
            for label, family, description in shown.itertuples(index=False)
        )
    )


def draw_licences(package: Package) -> None:
    """Under which licence each table may be used."""
    st.header("Licences", anchor=False)
    lines = []
    for table in package.descriptor.tables:
        licences = ", ".join(link(licence["title"], licence["path"]) for licence in table.licences)
        lines.append(f"- {plain(table.title)}: {licences}")
    st.markdown("\n".join(lines))
    st.markdown(
        "Lists of OFAC and releases of the US government are in the public domain, and so is Natural Earth's base map. "
        "The code of this dashboard is under the Apache License 2.0."
    )
