"""The phases of the crisis as bands behind a picture whose x axis is time."""

import pandas as pd
import plotly.graph_objects as go

from components.plain import plain_in_picture
from components.theme import Theme

# Pixels: the room above a picture for the names of the phases, on three levels so that none collide.
HEAD, LEVEL, LEVELS = 76, 18, 3


def add_phases(figure: go.Figure, phases: pd.DataFrame, start: pd.Timestamp, end: pd.Timestamp, theme: Theme) -> None:
    """Draw the phases (rows of the table) that touch the time from `start` to `end`, each named at its start."""
    for number, (_, phase) in enumerate(phases.iterrows()):
        first, last = max(phase.start, start), min(phase.end if pd.notna(phase.end) else end, end)
        if first > last:
            continue
        if number % 2:
            figure.add_vrect(x0=first, x1=last, fillcolor=theme.ink.band, line_width=0, layer="below")
        figure.add_annotation(
            x=first,
            y=1,
            xref="x",
            yref="paper",
            yshift=4 + LEVEL * (LEVELS - 1 - number % LEVELS),
            text=plain_in_picture(phase.label),
            showarrow=False,
            xanchor="left",
            yanchor="bottom",
            font={"size": 12, "color": theme.ink.quiet},
        )
