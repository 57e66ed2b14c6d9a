"""Draws how many were held on each day, the day that a reader asks for in words, and the figures of others beside."""

from textwrap import wrap

import pandas as pd
import streamlit as st

from components.custody_view import custody_colour, custody_of, draw_nobody, draw_none
from components.data_table import draw_table
from components.figure import draw_figure
from components.frame import View
from components.held_chart import band_figure
from components.plain import plain, plain_in_picture
from components.setting_widgets import draw_day
from data.custody import Custody, held_band, most_held
from data.held import (
    TOTALS,
    beside_ours,
    day_to_tell,
    held_in_words,
    last_seen_days,
    published_held,
    some_held_in_words,
)
from data.package import Package
from data.release_waves import exchanges
from data.style import day_name

HEADING = "US nationals and residents held on a day"
COMPARED = ["as_of", "publisher", "metric", "qualifier", "value", "our_low", "our_high", "agreement", "note", "url"]
AGREEMENTS = {"within": "within ours", "floor": "a floor that agrees", "differs": "differs"}


def draw_held(view: View) -> None:
    """The held on a day: in words for the day that the address names, as a band, and beside what others published."""
    custody = custody_of(view)
    if custody.us_linked.empty:
        draw_nobody(HEADING)
    elif not custody.is_covered:
        draw_none(HEADING, "The data covers no day of these months, so nobody is counted.")
    else:
        _draw_day(view, custody, day_to_tell(custody, view.settings.day))
        _draw_band(view, custody)
        _draw_published(view, custody)


def draw_held_picture(view: View) -> None:
    """The band alone; a sentence where nobody can be counted."""
    custody = custody_of(view)
    if custody.us_linked.empty or not custody.is_covered:
        draw_none(HEADING, "Nobody can be counted in these months with these words.")
    else:
        _draw_band(view, custody)


def _draw_band(view: View, custody: Custody) -> None:
    package, people = view.package, custody.us_linked
    day = day_to_tell(custody, view.settings.day)
    band = held_band(people, custody.first, custody.last)
    peak, most = most_held(band)
    published = _published(view, custody)
    title = f"Most held at once: {most}, on {day_name(peak)}; {_end(band)} on {day_name(custody.last)}"
    draw_figure(
        band_figure(
            band,
            custody.last,
            _by_qualifier(package, published),
            day=day,
            marks=_marks(view, custody),
            colour=custody_colour(view),
            theme=view.theme,
        ),
        title=title,
        subtitle="US nationals and residents held on a day, in persons, among the people of this view. Low: surely "
        "held. High: could have been held, as no source says otherwise. Points: figures that others published, by how "
        "they qualified them. Dashed lines: the exchanges.",
        alt=f"Band of two step lines from {day_name(custody.first)} to {day_name(custody.last)}: US nationals and "
        f"residents held, at least and at most, with {len(published)} published figures as points. {title}.",
        table=band.rename(columns={"day": "From", "low": "Surely held", "high": "Could have been held"}).assign(
            From=band.day.dt.date
        ),
        key="held_on_a_day",
    )


def _draw_day(view: View, custody: Custody, day: pd.Timestamp) -> None:
    people = custody.us_linked
    known = [each for each in last_seen_days(people) if custody.first <= each <= custody.last]
    st.subheader(HEADING, anchor=False)
    draw_day("day", day, custody.first, custody.last, known)
    said = some_held_in_words(people, day) if view.filters.q else held_in_words(view.package, people, day)
    st.markdown(f"**{plain(said)}**")
    if view.settings.day and view.settings.day != f"{day:%Y-%m-%d}":
        st.caption(f"{day_name(pd.Timestamp(view.settings.day))} lies outside the chosen months.")


def _end(band: pd.DataFrame) -> str:
    low, high = band.low.iloc[-1], band.high.iloc[-1]
    return f"{low} to {high}" if low < high else str(low)


def _marks(view: View, custody: Custody) -> pd.DataFrame:
    marks = exchanges(view.package, view.package["events"])
    return marks[marks.date.between(custody.first, custody.last)]


def _published(view: View, custody: Custody) -> pd.DataFrame:
    """The published figures of the days covered; none where words leave a part of the people, as they are of all."""
    published = published_held(view.package, custody.first, custody.last)
    return published.iloc[:0] if view.filters.q else published


def _by_qualifier(package: Package, published: pd.DataFrame) -> dict[str, pd.DataFrame]:
    told = published.assign(hover=[_hover(package, figure) for _, figure in published.iterrows()])
    return {label: told[told.qualifier == name] for name, label in package.choices(TOTALS, "qualifier").items()}


def _hover(package: Package, figure: pd.Series) -> str:
    """The lines of a published figure's hover text, escaped."""
    qualifier, metric = (package.choices(TOTALS, name)[figure[name]] for name in ("qualifier", "metric"))
    lines = [f"{metric}: {qualifier.lower()} {figure.value:,.0f}", f"{figure.publisher}, {day_name(figure.as_of)}"]
    return "<br>".join(plain_in_picture(part) for line in [*lines, figure.note] for part in wrap(line, 42))


def _draw_published(view: View, custody: Custody) -> None:
    if view.filters.q:
        st.markdown("Figures that others published are of everybody: take the words away to see them beside ours.")
        return
    compared = beside_ours(_published(view, custody), custody.us_linked)
    if compared.empty:
        st.markdown("No figure of Americans held was published for these months, in our sources.")
        return
    st.markdown("**What others published, beside ours**")
    st.caption(
        "Ours run from the lowest low to the highest high of the day and the day before. Others count citizens alone, "
        "verified cases alone, or only those named wrongfully detained, so they may differ and both be right."
    )
    draw_table(
        view.package,
        TOTALS,
        compared.assign(agreement=compared.agreement.map(AGREEMENTS)),
        COMPARED,
        name="published figures of Americans held, beside ours",
        key="published_held",
        extra={
            "our_low": st.column_config.NumberColumn("Ours, low"),
            "our_high": st.column_config.NumberColumn("Ours, high"),
            "agreement": st.column_config.TextColumn("Compared"),
        },
    )
