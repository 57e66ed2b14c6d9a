"""How many events there are: by month, stacked by family, and by type."""

from typing import Any

import pandas as pd

from components.elements.figure import base_layout
from components.elements.picture import Drawing, Picture, Trace, bar
from components.look.escaping import escape_in_picture
from components.look.theme import Theme
from data.selection.months import month_starts
from data.text.formats import MONTH, spoken
from data.text.messages import say


def month_figure(counts: pd.DataFrame, labels: dict[str, str], theme: Theme) -> Picture:
    """Stacked bars: `counts` has one row a month (index YYYY-MM), one column a family; `labels` names the families."""
    figure = Drawing()
    for family in (family for family in labels if family in counts):
        figure.add_trace(
            bar(
                x=month_starts(counts.index),
                y=counts[family],
                name=escape_in_picture(labels[family]),
                marker=_fill(theme, family),
                hovertext=[say("frame.events", count=int(number)) for number in counts[family]],
                hovertemplate=f"%{{x|{MONTH}}}: %{{hovertext}}<extra>%{{fullData.name}}</extra>",
            )
        )
    figure.update_layout(base_layout(theme, 340), barmode="stack", bargap=0.25)
    figure.update_xaxes(tickformat="%b\n%Y", showgrid=False, dtick="M1" if len(counts) < 4 else None)
    figure.update_yaxes(title={"text": say("counts.axis")})
    return figure.finished()


def killed_figure(counts: pd.DataFrame, colour: str, theme: Theme) -> Picture:
    """Stacked bars of `counts` (index YYYY-MM, columns killed_low and killed_high): the lower count filled, and hollow
    what the higher count adds to it."""
    months, added = month_starts(counts.index), counts.killed_high - counts.killed_low
    texts = [spoken(low, high) for low, high in zip(counts.killed_low, counts.killed_high, strict=True)]
    figure = Drawing(
        [
            _killed(months, counts.killed_low, say("counts.killed_low"), texts, {"color": colour}),
            _killed(
                months,
                added,
                say("counts.killed_added"),
                texts,
                {"color": theme.ink.page, "line": {"color": colour, "width": 1.5}},
            ),
        ]
    )
    figure.update_layout(base_layout(theme, 300), barmode="stack", bargap=0.25)
    figure.update_xaxes(tickformat="%b\n%Y", showgrid=False, dtick="M1" if len(counts) < 4 else None)
    figure.update_yaxes(title={"text": say("counts.killed_axis")})
    return figure.finished()


def _killed(months: pd.DatetimeIndex, numbers: pd.Series, name: str, texts: list[str], marker: dict[str, Any]) -> Trace:
    return bar(
        x=months,
        y=numbers.where(numbers > 0),
        name=name,
        marker=marker,
        hovertext=texts,
        hovertemplate=f"%{{x|{MONTH}}}: %{{hovertext}}<extra></extra>",
    )


def _fill(theme: Theme, family: str) -> dict[str, Any]:
    """The fill of a family's parts: its colour, with lines or dots of the page's own colour for those who cannot tell
    the colours apart."""
    pattern = {"shape": theme.family_patterns[family], "fillmode": "overlay", "fgcolor": theme.ink.page}
    return {
        "color": theme.family_colours[family],
        "pattern": {**pattern, "fgopacity": 0.75, "size": 7, "solidity": 0.18},
    }


def type_figure(counts: pd.Series, labels: dict[str, str], theme: Theme) -> Picture:
    """One horizontal bar a type. `counts` is indexed by type; `labels` names the types, in the order shown."""
    shown = [event_type for event_type in labels if event_type in counts]
    figure = Drawing(
        [
            bar(
                x=[int(counts[event_type]) for event_type in shown],
                y=[escape_in_picture(labels[event_type]) for event_type in shown],
                orientation="h",
                marker={"color": [theme.colour(event_type) for event_type in shown]},
                texttemplate="%{x}",
                textposition="outside",
                cliponaxis=False,
                hovertext=[say("frame.events", count=int(counts[event_type])) for event_type in shown],
                hovertemplate="%{y}: %{hovertext}<extra></extra>",
            )
        ]
    )
    figure.update_layout(base_layout(theme, 60 + 24 * len(shown)), bargap=0.3)
    figure.update_xaxes(visible=False)
    figure.update_yaxes(autorange="reversed", showgrid=False)
    return figure.finished()
