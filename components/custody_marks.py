"""Marks that the pictures of custody share: a pale tone, and days of events as lines with their dates above."""

import pandas as pd
import plotly.graph_objects as go

from components.look.escaping import plain_in_picture
from components.look.theme import Theme
from data.package.rows import each


def pale(colour: str, strength: float) -> str:
    """The colour (#RRGGBB) let through by `strength`, from 0 to 1."""
    red, green, blue = (int(colour[start : start + 2], 16) for start in (1, 3, 5))
    return f"rgba({red},{green},{blue},{strength})"


def mark_days(figure: go.Figure, events: pd.DataFrame, theme: Theme) -> None:
    """Draw a dashed line at the day of each event (columns date, title), with the date above the picture.

    A date takes two short lines, so that two events half a year apart fit a phone.
    """
    for event in each(events):
        figure.add_vline(
            x=event.date, line={"color": theme.ink.quiet, "width": 1.2, "dash": "dash"}, layer="below", opacity=0.8
        )
        figure.add_annotation(
            x=event.date,
            y=1,
            yref="paper",
            yanchor="bottom",
            text=f"{event.date.day} {event.date:%b}<br>{event.date:%Y}",
            hovertext=plain_in_picture(event.title),
            showarrow=False,
            font={"size": 11, "color": theme.ink.quiet},
        )
