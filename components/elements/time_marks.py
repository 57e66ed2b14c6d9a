"""Marks in pictures whose x axis is time: phases as bands, days of events as lines, a pale tone."""

from collections.abc import Sequence
from typing import Any

import pandas as pd

from components.elements.picture import Drawing
from components.look.escaping import escape_in_picture
from components.look.theme import Theme
from data.package.rows import iterate_rows
from data.selection.periods import Period

# Pixels: the room below a picture's axis for the phases, each with its dates below its name on a level of its own, so
# that none collide, and that for the axis above them.
LEVEL, LEVELS, AXIS = 29, 6, 42
PHASES = LEVEL * LEVELS
# A name starts at its band; beyond this share of the picture it ends there, or it would be cut at the edge.
TURNS = 0.62


def add_phases(
    figure: Drawing, phases: Sequence[Period], start: pd.Timestamp, end: pd.Timestamp, theme: Theme, rows: int = 1
) -> None:
    """Draw the phases, in time, that touch the time from `start` to `end`, in each of so many rows, each phase named at
    its start with its dates, below the axis."""
    ends = {phase: end if phase.goes_on else phase.end for phase in phases}
    shown = [phase for phase in phases if phase.start <= end and ends[phase] >= start]
    for number, phase in enumerate(shown):
        first, last = max(phase.start, start), min(ends[phase], end)
        if phases.index(phase) % 2 == 1:
            figure.add_vrect(first, last, rows, fillcolor=theme.ink.band, line={"width": 0}, layer="below")
        left = (first - start) / (end - start) < TURNS
        text = f"{escape_in_picture(phase.name)}<br>{phase.dates}"
        figure.add_annotation(**_name(text, first, number % LEVELS, left, theme))


def _name(text: str, at: pd.Timestamp, level: int, starts: bool, theme: Theme) -> dict[str, Any]:
    return {
        "x": at,
        "y": 0,
        "xref": "x",
        "yref": "paper",
        "yshift": -AXIS - LEVEL * level,
        "text": text,
        "align": "left" if starts else "right",
        "showarrow": False,
        "xanchor": "left" if starts else "right",
        "yanchor": "top",
        "font": {"size": 11, "color": theme.ink.quiet},
    }


def pale(colour: str, strength: float) -> str:
    """The colour (#RRGGBB) let through by `strength`, from 0 to 1."""
    red, green, blue = (int(colour[start : start + 2], 16) for start in (1, 3, 5))
    return f"rgba({red},{green},{blue},{strength})"


def mark_days(figure: Drawing, events: pd.DataFrame, theme: Theme) -> None:
    """Draw a dashed line at the day of each event (columns date, title), with the date above the picture.

    A date takes two short lines, so that two events half a year apart fit a phone.
    """
    for event in iterate_rows(events):
        line = {"color": theme.ink.quiet, "width": 1.2, "dash": "dash"}
        figure.add_vline(event.date, line=line, layer="below", opacity=0.8)
        figure.add_annotation(
            x=event.date,
            y=1,
            yref="paper",
            yanchor="bottom",
            text=f"{event.date.day} {event.date:%b}<br>{event.date:%Y}",
            hovertext=escape_in_picture(event.title),
            showarrow=False,
            font={"size": 11, "color": theme.ink.quiet},
        )
