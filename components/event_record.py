"""Draws one event as a good footnote: when, where, what happened, who says what, and on which sources it rests."""

import pandas as pd
import streamlit as st

from components.address_bar import close_record
from components.custody_view import person_link
from components.data_table import column_settings, labelled
from components.event_chain import event_line
from components.frame import View
from components.plain import plain
from components.record_sources import draw_sources
from data.custody_words import people_of
from data.months import day_name
from data.package import Package
from data.records import claims_on, event_of, killed, parts_of, related_to, when, where
from data.source_words import grade_in_words
from data.words import counted


def draw_open_event(view: View) -> None:
    """Draw the record that the address asks for, if it asks for one."""
    if view.settings.event:
        with st.container(border=True, key="event_record"):
            draw_event(view, event_of(view.package, view.settings.event))
            st.button("Close record", on_click=close_record, key="close_event")


def draw_event(view: View, event: pd.Series) -> None:
    """Draw the record of one event."""
    package = view.package
    st.subheader(plain(event.title), anchor=False)
    st.markdown(f"**{plain(when(package, event))}** · {plain(where(package, event))}")
    st.markdown(plain(event.summary))
    st.markdown("\n".join(f"- {plain(name)}: {plain(value)}" for name, value in _facts(package, event) if value))
    if event.note:
        st.markdown(f"**What is uncertain.** {plain(event.note)}")
    _draw_claims(package, event)
    _draw_linked(view, event)
    _draw_people(view, event)
    draw_sources(view, event.source_ids, grade_in_words(package, event))


def _facts(package: Package, event: pd.Series) -> list[tuple[str, str]]:
    def labelled_value(column: str) -> str:
        return package.choices("events", column)[event[column]]

    acted = event.actor + (f" towards {event.target}" if event.target else "")
    counts = ("survivors", "injured", "detained", "released", "vessels", "strikes")
    return [
        ("Type", labelled_value("event_type")),
        ("Who acted", f"{acted} (side: {labelled_value('actor_side')})"),
        ("How well known", labelled_value("verification")),
        ("Killed", killed(event)),
        *((package.column("events", name).title, str(event[name]) if pd.notna(event[name]) else "") for name in counts),
        ("Made public", _announced(event)),
        ("About the place", event.geo_note),
    ]


def _announced(event: pd.Series) -> str:
    day = day_name(event.announced_on) if pd.notna(event.announced_on) else ""
    return " by ".join(part for part in (day, event.announced_by) if part)


def _draw_claims(package: Package, event: pd.Series) -> None:
    claims = claims_on(package, event.event_id)
    if claims.empty:
        return
    st.markdown("**Who says what**")
    columns = ["field", "value", "claimant", "stance", "source_id"]
    shown = labelled(package, "claims", claims[columns])
    publishers = package["sources"].set_index("source_id").publisher
    shown["source_id"] = claims.source_id.map(publishers).fillna("one of the sources below")
    st.dataframe(
        shown,
        hide_index=True,
        column_config=column_settings(package, "claims", columns),
        alt=f"Table of {counted(len(shown), 'claim')} on this event: what each party asserts or denies",
        key=f"claims_{event.event_id}",
    )


def _draw_linked(view: View, event: pd.Series) -> None:
    whole = view.package["events"][view.package["events"].event_id == event.part_of]
    for heading, events in (
        ("Part of", whole),
        ("Its parts", parts_of(view.package, event.event_id)),
        ("Linked events", related_to(view.package, event)),
    ):
        if not events.empty:
            st.markdown(f"**{heading}**\n\n" + "\n".join(event_line(view, linked) for _, linked in events.iterrows()))


def _draw_people(view: View, event: pd.Series) -> None:
    names = [person_link(view, person) for _, person in people_of(view.package, event.event_id).iterrows()]
    if names:
        st.markdown(f"**People in the table of detained persons ({len(names)})**\n\n{'; '.join(names)}")
