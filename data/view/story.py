"""The story of how the collection began, step by step: a statement, its figure, and the events that prove it."""

from dataclasses import dataclass

import pandas as pd

from data.events.origins import corroboration
from data.package.package import Package

TABLE = "story"


@dataclass(frozen=True)
class StoryStep:
    """One step of the story. `events` are those that prove it, in time; `corroboration` is the weakest of
    theirs, a key of the table `grades`; `link` is the view that proves it, as a page with its parameters."""

    number: int
    text: str
    figure: str
    counted: str
    events: pd.DataFrame
    corroboration: str
    link: str


def steps_of_story(package: Package) -> list[str]:
    """The steps of the story as links write them, in order; none in a release from before it was written."""
    return [str(number) for number in package[TABLE].order.sort_values()]


def step_of_story(package: Package, number: str) -> StoryStep:
    """The step with that number; IndexError when there is none."""
    steps, events = package[TABLE], package["events"]
    row = steps[steps.order.astype("str") == number].iloc[0]
    proofs = events[events.event_id.isin(row.events)].sort_values("date", kind="stable")
    return StoryStep(
        int(row.order), row.text, row.figure, row.counted, proofs, weakest_corroboration(package, proofs), row.link
    )


def weakest_corroboration(package: Package, events: pd.DataFrame) -> str:
    """Of the corroborations of the events the one that stands last in the table `grades`, a key of it."""
    grades = list(package.labels("grades", "grade"))
    return str(max(corroboration(package, events), key=grades.index))
