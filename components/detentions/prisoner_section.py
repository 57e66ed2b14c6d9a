"""Draws the counts of political prisoners that organisations published, and the milestones between them."""

import pandas as pd

from components.controls.picking import show_picked_in
from components.detentions.custody import custody_colour, draw_none
from components.detentions.prisoner_chart import prisoner_figure
from components.elements.data_table import headed
from components.elements.figure import Shown, draw_figure
from components.elements.in_short import draw_in_short
from components.elements.picture_lines import hover_lines
from components.view.headlines import headline
from components.view.once_per_view import once_per_view
from components.view.view import View
from data.detentions.in_short import prisoner_facts
from data.detentions.prisoners import COUNTED, COUNTS, TOTALS, prisoner_counts
from data.detentions.release_waves import turning_points
from data.selection.short_fact import ShortFact
from data.text.formats import day_name, number
from data.text.messages import say

KEY = "prisoners"


def draw_prisoners(view: View) -> None:
    """Counts of political prisoners as organisations published them, and the foreigners among them."""
    if shown := _picture(view):
        draw_figure(**shown, key=KEY, on_pick=show_picked_in)
        draw_in_short(view, _facts(view))
    else:
        draw_none(view.package.descriptor.table(COUNTS).title, say("prisoners.none"))


@once_per_view
def _facts(view: View) -> list[ShortFact]:
    return prisoner_facts(view.package, view.filters.period)


@once_per_view
def _picture(view: View) -> Shown | None:
    package = view.package
    counts = prisoner_counts(package, view.filters.period)
    titles = {name: package.column(COUNTS, name).title for name in COUNTED if counts[name].notna().any()}
    if counts.empty:
        return None
    title = headline(view, KEY, _counts_text(counts))
    turns = turning_points(package, view.events, view.page.slug)
    return Shown(
        figure=prisoner_figure(
            counts.assign(hover=[_hover(view, count) for _, count in counts.iterrows()]),
            titles,
            turns[turns.date.between(counts.as_of.min(), counts.as_of.max())],
            colour=custody_colour(view),
            theme=view.theme,
        ),
        title=title,
        subtitle=say("prisoners.measured"),
        alt=say("prisoners.alt", count=len(counts), title=title),
        table=_table(view, counts),
    )


def _counts_text(counts: pd.DataFrame) -> str:
    """The newest count of all, and the first one of the same organisation."""
    given = counts[counts["count"].notna()]
    own = given[given.organisation == given.organisation.iloc[-1]]
    first, newest = own.iloc[0], own.iloc[-1]
    text = say("prisoners.newest", organisation=newest.organisation, count=newest["count"], day=day_name(newest.as_of))
    if len(own) == 1:
        return text
    return say("prisoners.since", newest=text, first=number(first["count"]), day=day_name(first.as_of))


def _hover(view: View, count: pd.Series) -> str:
    """The lines that follow a count in its hover text, escaped."""
    qualifier = view.package.choices(TOTALS, "qualifier")[count.qualifier]
    lines = [count.organisation, say("prisoners.published", qualifier=qualifier, publisher=count.publisher), count.note]
    return hover_lines(lines)


def _table(view: View, counts: pd.DataFrame) -> pd.DataFrame:
    package = view.package
    table = headed(package, COUNTS, counts[["as_of", "organisation", *COUNTED]])
    qualifiers = package.choices(TOTALS, "qualifier")
    more = {
        "qualifier": counts.qualifier.map(qualifiers),
        "publisher": counts.publisher,
        "note": counts.note,
        "url": counts.url,
    }
    return table.assign(**{package.column(TOTALS, name).title: column for name, column in more.items()})
