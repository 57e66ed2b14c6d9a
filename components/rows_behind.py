"""Draws links from the key figures of the overview to the rows that each is made of."""

import streamlit as st

from components.view.addresses import link_to
from components.view.view import View
from data.package.package import Package
from data.sanctions.key_figures import listed_targets, tankers
from data.selection.filters import Filters
from data.text.messages import say
from data.view.key_figures import LAND, SEA, attacks_on_land, strikes_at_sea, us_nationals_held

# The page whose tables hold a figure's rows and, for events, what the types among them count as.
WHERE = {
    strikes_at_sea: ("events", SEA),
    attacks_on_land: ("events", LAND),
    tankers: ("sanctions", ""),
    us_nationals_held: ("detentions", ""),
    listed_targets: ("sanctions", ""),
}


def draw_rows_behind(view: View) -> None:
    """One link a key figure, to its rows in this view; each row opens its record, which names its sources."""
    with st.container(horizontal=True, vertical_alignment="center", gap="small", key="rows_behind"):
        st.caption(say("rows_behind.heading"), width="content")
        for figure, (slug, tally) in WHERE.items():
            types = types_counted(view.package, view.filters, tally) if tally else ()
            if types or not tally:
                link_to(slug, say(f"rows_behind.figure.{figure.__name__}"), view, **({"type": types} if types else {}))


def types_counted(package: Package, filters: Filters, tally: str) -> list[str]:
    """The event types that count as `tally`, of those that the filters keep."""
    types = package["event_types"]
    counted = list(types[types.tally == tally].event_type)
    return [each for each in counted if not filters.type or each in filters.type]
