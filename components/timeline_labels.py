"""Names the milestones in the timeline's lanes: as many as fit, by the width at which the reader sees the picture.

The server does not know that width. So the labels of every width are part of the figure, and a style sheet, which
does know it, shows those of the width at hand. A saved picture holds the labels of the widest.
"""

from typing import Any

import pandas as pd

from components.label_fit import ABOVE, Label, Milestone, fitting
from components.plain import plain_in_picture
from components.theme import Theme
from data.places import each

# Pixels: the widths for which labels are laid out; each serves up to the next. MARGIN is lost to the figure's margins.
WIDTHS = (280, 360, 480, 620, 760, 900, 1060, 1240, 1480)
MARGIN = 16
LABEL_SIZE, ROW = 12, 13


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
        for event in each(ranked)
    ]
    shown: dict[Label, list[int]] = {}
    for width in WIDTHS:
        for label in fitting(milestones, lanes.values(), width - MARGIN):
            shown.setdefault(label, []).append(width)
    return shown


def label_annotations(
    shown: dict[Label, list[int]], events: pd.DataFrame, heights: dict[str, float], theme: Theme
) -> list[dict[str, Any]]:
    """One plotly annotation a label; those of the widest picture are opaque, the style sheet rules the rest.

    `heights` maps event types to the height of their lane on the y axis.
    """
    found = milestones_of(events).set_index("number")
    return [
        {
            "x": found.date[label.number],
            "y": heights[found.event_type[label.number]],
            "text": plain_in_picture(label.text),
            "xanchor": label.anchor,
            "yshift": ROW if label.row == ABOVE else -ROW,
            "showarrow": False,
            "opacity": 1 if WIDTHS[-1] in widths else 0,
            "font": {"size": LABEL_SIZE, "color": theme.ink.text},
        }
        for label, widths in shown.items()
    ]


def label_style(key: str, shown: dict[Label, list[int]], first_index: int) -> str:
    """The style sheet that shows, in the container named `key`, the labels that fit its width.

    `first_index` is the place of the first label among the figure's annotations.
    """
    rules = [f".st-key-{key} {{ container-type: inline-size; }}"]
    for width, wider in zip(WIDTHS, (*WIDTHS[1:], None), strict=True):
        least = f"(min-width: {width}px)" if width != WIDTHS[0] else "(min-width: 0px)"
        range_ = f"{least} and (max-width: {wider - 0.02}px)" if wider else least
        for visible in (0, 1):
            marks = [index for index, widths in enumerate(shown.values(), first_index) if (width in widths) == visible]
            selectors = ", ".join(f'.st-key-{key} .annotation[data-index="{index}"]' for index in marks)
            if selectors:
                rules.append(f"@container {range_} {{ {selectors} {{ opacity: {visible} !important; }} }}")
    return "<style>" + "\n".join(rules) + "</style>"
