"""Draws how many were held on each day, the day that a reader asks for in words, and the figures of others beside."""

import pandas as pd
import streamlit as st

from components.controls.setting_widgets import draw_day
from components.detentions.custody import custody_colour, draw_nobody, draw_none
from components.detentions.held_chart import band_figure
from components.elements.figure import draw_figure
from components.elements.in_short import draw_in_short
from components.elements.picture_lines import hover_lines
from components.elements.published_figures import draw_published_figures, our_range
from components.elements.record_table import text_column
from components.look.escaping import escape_markdown
from components.view.headlines import headline
from components.view.view import View
from data.detentions.custody import Custody, held_band, held_on, most_held
from data.detentions.in_short import held_facts
from data.detentions.published_held import (
    TOTALS,
    beside_ours,
    day_to_tell,
    held_text,
    last_seen_days,
    published_held,
    some_held_text,
)
from data.detentions.release_waves import exchanges
from data.package.package import Package
from data.text.formats import day_name, days_name, lower_first, spoken
from data.text.messages import say

KEY = "held_on_a_day"


def draw_held(view: View) -> None:
    """The held on a day: their number on the day that the address names, all days as a band, then that day in words,
    and the figures that others published."""
    custody = view.selection.custody
    if custody.us_linked.empty:
        draw_nobody(say("held.heading"))
    elif not custody.is_covered:
        draw_none(say("held.heading"), say("held.no_day"))
    else:
        day = day_to_tell(custody, view.settings.day)
        _draw_choice_of_day(custody, day)
        _draw_band(view, custody)
        _draw_day(view, custody, day)
        draw_in_short(view, held_facts(custody))
        _draw_published(view, custody)


def draw_held_picture(view: View) -> None:
    """The band alone; a sentence where nobody can be counted."""
    custody = view.selection.custody
    if custody.us_linked.empty or not custody.is_covered:
        draw_none(say("held.heading"), say("held.no_picture"))
    else:
        _draw_band(view, custody)


def _draw_band(view: View, custody: Custody) -> None:
    package, people = view.package, custody.us_linked
    day = day_to_tell(custody, view.settings.day)
    band = held_band(people, custody.first, custody.last)
    peak, most = most_held(band)
    published = _published(view, custody)
    by_rule = say("held.title", most=most, peak=day_name(peak))
    title = headline(view, KEY, by_rule)
    headings = {"day": say("held.column_from"), "low": say("held.low"), "high": say("held.high")}
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
        subtitle=say("held.subtitle"),
        alt=say("held.alt", days=days_name(custody.first, custody.last), count=len(published), title=title),
        table=band.assign(day=band.day.dt.date).rename(columns=headings),
        key=KEY,
    )


def _draw_choice_of_day(custody: Custody, day: pd.Timestamp) -> None:
    known = [seen for seen in last_seen_days(custody.us_linked) if custody.first <= seen <= custody.last]
    held = held_on(custody.us_linked, day)
    draw_day("day", day, custody.first, custody.last, known, say("held.told", held=spoken(held.low, held.high)))


def _draw_day(view: View, custody: Custody, day: pd.Timestamp) -> None:
    people = custody.us_linked
    text = some_held_text(people, day) if view.filters.narrows_people else held_text(view.package, people, day)
    st.markdown(f"**{escape_markdown(text)}**")
    if view.settings.day and view.settings.day != f"{day:%Y-%m-%d}":
        st.caption(say("held.outside", day=day_name(pd.Timestamp(view.settings.day))))


def _marks(view: View, custody: Custody) -> pd.DataFrame:
    marks = exchanges(view.package, view.package["events"])
    return marks[marks.date.between(custody.first, custody.last)]


def _published(view: View, custody: Custody) -> pd.DataFrame:
    """The published figures of the days covered; none where filters leave a part of the people, as they are of all."""
    published = published_held(view.package, custody.first, custody.last)
    return published.iloc[:0] if view.filters.narrows_people else published


def _by_qualifier(package: Package, published: pd.DataFrame) -> dict[str, pd.DataFrame]:
    with_hover = published.assign(hover=[_hover(package, figure) for _, figure in published.iterrows()])
    return {
        label: with_hover[with_hover.qualifier == name] for name, label in package.choices(TOTALS, "qualifier").items()
    }


def _hover(package: Package, figure: pd.Series) -> str:
    """The lines of a published figure's hover text, escaped."""
    qualifier, metric = (package.choices(TOTALS, name)[figure[name]] for name in ("qualifier", "metric"))
    lines = [
        say("held.published_figure", metric=metric, qualifier=lower_first(qualifier), value=figure.value),
        say("held.published_by", publisher=figure.publisher, day=day_name(figure.as_of)),
        figure.note,
    ]
    return hover_lines(lines)


def _draw_published(view: View, custody: Custody) -> None:
    if view.filters.narrows_people:
        st.markdown(say("held.published_words"))
        return
    compared = beside_ours(_published(view, custody), custody.us_linked)
    if compared.empty:
        st.markdown(say("held.published_none"))
        return
    st.markdown(f"**{say('held.published_heading')}**")
    st.caption(say("held.published_about"))
    agreements = compared.agreement.map(lambda name: say(f"held.agreement_{name}"))
    agreed = text_column("agreement", say("held.column_agreement"), agreements, is_minor=True)
    draw_published_figures(view, compared, key="published_held", beside=[our_range(compared), agreed])
