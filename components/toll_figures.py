"""Draws the toll at sea as it grew, beside every running total that others published, and lists those that differ."""

from typing import Any

import pandas as pd
import streamlit as st

from components.address_bar import draw_option
from components.data_table import draw_table, headed
from components.figure import draw_figure, draw_heading
from components.frame import View
from components.plain import link, plain
from components.toll_chart import toll_figure
from data.figures import spoken
from data.months import day_name, shown_days
from data.places import each
from data.toll import DIFFERS, announced_unknown, compared_totals, strike_days, strikes_at_sea, toll_at_sea, toll_course

TOTALS = ["as_of", "publisher", "metric", "qualifier", "value", "our_low", "our_high", "difference", "agreement"]
LINKS = ["note", "url"]
AGREEMENTS = {
    "within": "between our low and high",
    "floor": "a floor that agrees",
    "differs": "differs",
}
MARGIN = pd.Timedelta(days=12)


def draw_toll(view: View) -> None:
    """The strikes at sea of the whole dataset as they added up, in the months of the view, and published totals."""
    package = view.package
    toll, totals = toll_at_sea(package["events"]), numbered(compared_totals(package["published_totals"], package["events"]))
    shown = _shown(view)
    course = toll_course(package["events"], view.settings.by)
    if shown is None:
        draw_heading("Toll at sea", "No strike at sea of the data lies in these months.")
        return
    within = totals[totals.as_of.between(*shown)]
    draw_figure(
        toll_figure(package, course, within, shown, view.theme),
        title=f"{toll.strikes} strikes at sea killed {spoken(toll.killed_low, toll.killed_high)} people",
        subtitle="Running totals of all strikes at sea, whatever types or words are chosen. Ours: grey steps, and a band "
        "from the announced dead to those with people lost at sea. Others': points; a triangle is a floor (“at least”); "
        "dark and numbered points differ from ours and are listed below.",
        alt=_alt(toll, totals, shown),
        table=headed(package, "published_totals", within[["as_of", "publisher", "metric", "qualifier", "value"]]).assign(
            **{"Ours, low": within.our_low, "Ours, high": within.our_high}
        ),
        key="toll",
    )
    draw_option(package, view.settings, "by")
    unknown = announced_unknown(package["events"])
    st.caption(f"{unknown} of {toll.events} events have no known day of announcement and count from the day they happened.")
    _draw_differing(within)
    with st.expander(f"All {len(totals)} published totals beside ours"):
        _draw_table(view, totals)
