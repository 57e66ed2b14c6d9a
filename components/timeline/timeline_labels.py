"""Names the milestones in the timeline's lanes: as many as fit, by the width at which the reader sees the picture.

The server does not know that width. So the labels of every width are part of the figure, and a style sheet, which
does know it, shows those of the width at hand. A saved picture holds the labels of the widest.
"""

from collections.abc import Iterable
from typing import Any

import pandas as pd

from components.look.escaping import escape_in_picture
from components.timeline.label_rows import ABOVE, Label, Milestone, fitting
from data.package.rows import iterate_rows

# Pixels: the widths for which labels are laid out; each serves up to the next. MARGIN is lost to the figure's margins.
WIDTHS = (280, 360, 480, 620, 760, 900, 1060, 1240, 1480)
MARGIN = 16
ROW = 13
DAY = "%Y-%m-%d"


def milestones_of(events: pd.DataFrame) -> pd.DataFrame:
    """The milestones in time, with `number` from 1: the number they carry in the picture and in its list."""
    found = events[events.importance == 1].sort_values("date", kind="stable")
    return found.assign(number=range(1, len(found) + 1))


def labels_by_width(
    events: pd.DataFrame, lanes: dict[str, str], start: pd.Timestamp, end: pd.Timestamp
) -> dict[Label, list[int]]:
    """The labels of the milestones among `events`, each with those of WIDTHS at which it is shown.

    `lanes` maps event types to the headings of their lanes; `start` and `end` bound the picture. Where not all fit,
    the milestones with more sources go first.
    """
    found = milestones_of(events)
    ranked = found.sort_values("source_ids", key=lambda ids: -ids.map(len), kind="stable")
    milestones = [
        Milestone(event.number, lanes[event.event_type], event.short_title, (event.date - start) / (end - start))
        for event in iterate_rows(ranked)
    ]
    shown: dict[Label, list[int]] = {}
    for width in WIDTHS:
        for label in fitting(milestones, lanes.values(), width - MARGIN):
            shown.setdefault(label, []).append(width)
    return shown


def label_annotations(
    shown: dict[Label, list[int]], events: pd.DataFrame, heights: dict[str, int]
) -> list[dict[str, Any]]:
    """One plotly annotation a label; those of the widest picture are opaque, the style sheet rules the rest.

    `heights` maps event types to the height of their lane on the y axis. They have the figure's defaults beyond that.
    """
    found = milestones_of(events)
    days = dict(zip(found.number, found.date, strict=True))
    types = dict(zip(found.number, found.event_type, strict=True))
    return [
        {
            "x": f"{days[label.number]:{DAY}}",
            "y": heights[types[label.number]],
            "text": escape_in_picture(label.text),
            "xanchor": label.anchor,
            "yshift": ROW if label.row == ABOVE else -ROW,
            "opacity": 1 if WIDTHS[-1] in widths else 0,
        }
        for label, widths in shown.items()
    ]


def label_style(key: str, shown: dict[Label, list[int]], first_index: int) -> str:
    """The style sheet that shows, in the container named `key`, the labels that fit its width, and hides all others.

    `first_index` is the place of the first label among the figure's annotations.
    """
    rules = [f".st-key-{key} {{ container-type:inline-size; }}"]
    if shown:
        rules.append(_rule(key, range(first_index, first_index + len(shown)), opacity=0))
    for width, wider in zip(WIDTHS, (*WIDTHS[1:], None), strict=True):
        marks = [index for index, widths in enumerate(shown.values(), first_index) if width in widths]
        if marks:
            least = f"(min-width: {width if width != WIDTHS[0] else 0}px)"
            range_ = f"{least} and (max-width: {wider - 0.02}px)" if wider else least
            rules.append(f"@container {range_} {{ {_rule(key, marks, opacity=1)} }}")
    return "<style>" + "\n".join(rules) + "</style>"


def _rule(key: str, marks: Iterable[int], *, opacity: int) -> str:
    among = ",".join(f'[data-index="{index}"]' for index in marks)
    return f".st-key-{key} .annotation:is({among}) {{ opacity: {opacity} !important; }}"
