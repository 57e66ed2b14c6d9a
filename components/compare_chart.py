"""How many events of each type two periods hold: one lane a type, a dot for each period."""

import pandas as pd
import plotly.graph_objects as go

from components.elements.figure import base_layout
from components.look.escaping import plain_in_picture
from components.look.theme import Theme
from data.package.package import Package
from data.text.messages import say

LANE, ROOM = 30, 70


def compare_figure(package: Package, counts: pd.DataFrame, names: tuple[str, str], theme: Theme) -> go.Figure:
    """`counts` are rows of `counts_side_by_side`; `names` name its columns a (a ring) and b (a filled dot)."""
    labels = package.choices("events", "event_type")
    lanes = [plain_in_picture(labels[str(event_type)]) for event_type in counts.index]
    figure = go.Figure()
    pairs = [value for row in counts.itertuples() for value in (row.a, row.b, None)]
    figure.add_trace(
        go.Scatter(
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
            go.Scatter(
                x=counts[column],
                y=lanes,
                mode="markers",
                name=plain_in_picture(name),
                marker={"symbol": f"circle{suffix}", "size": 12, "color": colours, "line": {"width": 2}},
                hovertext=[say("frame.events", count=int(number)) for number in counts[column]],
                hovertemplate="%{y}: %{hovertext}<extra>%{fullData.name}</extra>",
            )
        )
    figure.update_layout(base_layout(theme, ROOM + LANE * len(lanes)))
    figure.update_xaxes(rangemode="tozero", title={"text": say("compare.axis")}, fixedrange=True)
    figure.update_yaxes(categoryorder="array", categoryarray=lanes[::-1], fixedrange=True)
    return figure
