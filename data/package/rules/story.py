"""Rules of the story and of the headlines: steps without a gap, and figures that say what they are."""

from collections.abc import Iterator

import pandas as pd

from data.package.problems import Problem
from data.package.rows import Frames, both_or_neither, problems_in_rows

IS = "="


def steps_are_numbered(frames: Frames) -> Iterator[Problem]:
    """The steps of the story are 1, 2, 3 and so on, in any order of rows, so that none is left out."""
    steps = frames["story"]
    last = str(len(steps))
    beyond = steps[steps.order > len(steps)].assign(last=last)
    yield from problems_in_rows(beyond, "story", "order", 'must be one of 1 to "{last}", which no other row has')


def figures_say_what_they_count(frames: Frames) -> Iterator[Problem]:
    """The figure of a step never stands without what it counts, nor the other way round."""
    yield from both_or_neither(frames["story"], "story", "figure", "figure", "counted")


def figures_have_a_name(frames: Frames) -> Iterator[Problem]:
    """Each figure of a headline is written as name=value, so that it can be worked out anew."""
    headlines = frames["headlines"]
    bad = [", ".join(item for item in items if not all(item.partition(IS))) for items in headlines.figures]
    wrong = headlines.assign(bad=pd.Series(bad, index=headlines.index, dtype="str"))
    rule = 'each figure must be written as name=value: "{bad}" is not'
    yield from problems_in_rows(wrong[wrong.bad != ""], "headlines", "figures", rule)
