"""The actions: who took them, under which programme, and whether they tighten or ease."""

import pandas as pd

from data.events.counts import by_month
from data.package.rules.sanctions import PAGE
from data.timeline.scores import plover_score

TIGHTENING, EASING, NEITHER = "tightening", "easing", "neither"
DIRECTIONS = (TIGHTENING, EASING, NEITHER)
ACTION = ("authority", "kind", "programme")


def action_type(event_types: pd.DataFrame) -> str:
    """The event type that the vocabulary puts on the page of sanctions: its family's colour is that of the page."""
    return str(event_types.event_type[event_types.page == PAGE].iloc[0])


def actions(events: pd.DataFrame, details: pd.DataFrame) -> pd.DataFrame:
    """The events that the table sanctions_actions (`details`) names, newest first, with authority, kind and
    programme."""
    about = details.set_index("event_id")
    found = events[events.event_id.isin(about.index)].sort_values("date", ascending=False, kind="stable")
    return found.assign(**{name: found.event_id.map(about[name]) for name in ACTION})


def tightening_or_easing(acts: pd.DataFrame, scores: pd.DataFrame) -> pd.Series:
    """The direction of each act: "tightening" with a negative PLOVER score, "easing" with a positive one, "neither"
    without a code or with a score of zero. Returns text with the index of `acts`; KeyError for an unknown code."""
    points = plover_score(acts, scores)
    return points.map(lambda score: TIGHTENING if score < 0 else EASING if score > 0 else NEITHER).astype("str")


def actions_by_month(acts: pd.DataFrame, scores: pd.DataFrame) -> pd.DataFrame:
    """Number of acts by month of their first day: index "YYYY-MM" without gaps, columns tightening, easing, neither."""
    counts = by_month(acts.assign(direction=tightening_or_easing(acts, scores)), "direction")
    return counts.reindex(columns=list(DIRECTIONS), fill_value=0)


def actions_by(acts: pd.DataFrame, column: str, scores: pd.DataFrame) -> pd.DataFrame:
    """The acts with `lane`, the value of the column, and `way`, their direction.

    An act under several programmes has a row for each; one under none that is known has the empty lane.
    """
    lanes = acts[column].map(lambda value: (value if isinstance(value, tuple) else (value,)) or ("",))
    return acts.assign(way=tightening_or_easing(acts, scores), lane=lanes).explode("lane")


def peak_months(counts: pd.Series) -> list[str]:
    """The months with the highest count, in time; none when every count is zero."""
    most = counts.max()
    return [str(month) for month in counts.index[counts == most]] if most > 0 else []


def publishers(source_ids: pd.Series, sources: pd.DataFrame) -> pd.Series:
    """For each tuple of source ids the publishers in words, each once; KeyError for an unknown source."""
    names = dict(zip(sources.source_id, sources.publisher, strict=True))
    return source_ids.map(lambda ids: "; ".join(dict.fromkeys(names[source] for source in ids))).astype("str")
