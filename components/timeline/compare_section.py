"""Draws two periods side by side: a picture of events by type, then events, toll, scores and the most severe acts."""

from collections.abc import Iterator

import pandas as pd
import streamlit as st

from components.controls.setting_widgets import draw_period
from components.elements.figure import Shown, base_layout, draw_figure, draw_heading
from components.elements.in_short import draw_in_short
from components.elements.picture import Drawing, Picture, scatter
from components.events.event_lines import event_lines
from components.look.escaping import escape_in_picture, escape_markdown
from components.look.theme import Theme
from components.view.headlines import headline
from components.view.once_per_view import once_per_view
from components.view.view import View
from data.package.package import Package
from data.selection.periods import Period, read_period
from data.selection.short_fact import ShortFact
from data.text.formats import signed, spoken
from data.text.messages import say
from data.timeline.compare import Compared, compared, counts_side_by_side, first_periods
from data.timeline.escalation import directions
from data.timeline.in_short import comparison_facts

PARAMETERS = ("a", "b")

LANE, ROOM = 30, 70


def draw_comparison(view: View) -> None:
    """Two periods of the reader's choice, as the address names them. The filters' own period does not apply here."""
    one, other = sides = _sides(view)
    with st.container(horizontal=True, key="compared_periods"):
        for parameter, side in zip(PARAMETERS, sides, strict=True):
            draw_period(view.package, view.settings, parameter, default=side.period.parameter)
    if shown := _picture(view):
        draw_figure(**shown, key="compare")
    else:
        draw_heading(say("compare.heading", one=one.period.name, other=other.period.name), say("compare.no_event"))
    draw_in_short(view, _facts(view))
    for column, side, text in zip(st.columns(2, gap="large"), sides, _side_texts(view), strict=True):
        with column:
            st.subheader(escape_markdown(side.period.dated_name), anchor=False)
            st.markdown(text)


@once_per_view
def _sides(view: View) -> tuple[Compared, Compared]:
    package, settings = view.package, view.settings
    events = view.filters.of_all_days.keep(package)
    one, other = (
        compared(
            package, events, read_period(getattr(settings, name) or first, package), settings.scale, settings.scope
        )
        for name, first in zip(PARAMETERS, first_periods(package), strict=True)
    )
    return one, other


@once_per_view
def _facts(view: View) -> list[ShortFact]:
    return comparison_facts(view.package, *_sides(view))


@once_per_view
def _side_texts(view: View) -> list[str]:
    return [_side_text(view, side) for side in _sides(view)]


def _side_text(view: View, side: Compared) -> str:
    lines = "\n".join(f"- {line}" for line in _lines(view, side))
    severe = "\n".join(event_lines(view, side.severe))
    heading = say("compare.severe_heading")
    return f"{lines}\n\n**{heading}**\n\n{severe or say('compare.none_severe')}"


def _lines(view: View, side: Compared) -> Iterator[str]:
    """What a period holds: events, the toll at sea and, for each direction, the sums of scores."""
    toll, labels = side.toll, directions(view.package)
    yield say("compare.events", events=say("frame.events", count=side.events), days=_days(side.period))
    yield say("compare.toll", count=toll.strikes, killed=spoken(toll.killed_low, toll.killed_high))
    for direction, sums in side.sums.iterrows():
        yield say(
            "compare.sums",
            direction=escape_markdown(labels[str(direction)]),
            pressure=signed(sums.negative),
            easing=signed(sums.positive),
            count=int(sums.acts),
        )


def _days(period: Period) -> str:
    return say("compare.days", count=period.days)


@once_per_view
def _picture(view: View) -> Shown | None:
    one, other = _sides(view)
    counts = counts_side_by_side(view.package, one, other)
    if counts.empty:
        return None
    labels, names = view.package.choices("events", "event_type"), (one.period.name, other.period.name)
    widest = str((counts.a - counts.b).abs().idxmax())
    before, after = counts.loc[widest]
    values = {"type": labels[widest], "before": before, "after": after, "one": names[0], "other": names[1]}
    table = {say("compare.type"): counts.index.map(labels), names[0]: counts.a, names[1]: counts.b}
    return Shown(
        figure=compare_figure(view.package, counts, names, view.theme),
        title=headline(view, "compare", say("compare.title", **values), *PARAMETERS),
        subtitle=say(
            "compare.subtitle",
            one=names[0],
            one_days=_days(one.period),
            other=names[1],
            other_days=_days(other.period),
        ),
        alt=say("compare.alt", count=len(counts), **values),
        table=pd.DataFrame(table),
    )


def compare_figure(package: Package, counts: pd.DataFrame, names: tuple[str, str], theme: Theme) -> Picture:
    """`counts` are rows of `counts_side_by_side`; `names` name its columns a (a ring) and b (a filled dot)."""
    labels = package.choices("events", "event_type")
    lanes = [escape_in_picture(labels[str(event_type)]) for event_type in counts.index]
    figure = Drawing()
    pairs = [value for row in counts.itertuples() for value in (row.a, row.b, None)]
    figure.add_trace(
        scatter(
            x=pairs,
            y=[lane for name in lanes for lane in (name, name, None)],
            mode="lines",
            line={"color": theme.ink.quiet, "width": 1.5},
            hoverinfo="skip",
            showlegend=False,
        )
    )
    colours = [theme.colour(str(event_type)) for event_type in counts.index]
    for column, name, suffix in (("a", names[0], "-open"), ("b", names[1], "")):
        figure.add_trace(
            scatter(
                x=counts[column],
                y=lanes,
                mode="markers",
                name=escape_in_picture(name),
                marker={"symbol": f"circle{suffix}", "size": 12, "color": colours, "line": {"width": 2}},
                hovertext=[say("frame.events", count=int(number)) for number in counts[column]],
                hovertemplate="%{y}: %{hovertext}<extra>%{fullData.name}</extra>",
            )
        )
    figure.update_layout(base_layout(theme, ROOM + LANE * len(lanes)))
    figure.update_xaxes(rangemode="tozero", title={"text": say("compare.axis")}, fixedrange=True)
    figure.update_yaxes(categoryorder="array", categoryarray=lanes[::-1], fixedrange=True)
    return figure.finished()
