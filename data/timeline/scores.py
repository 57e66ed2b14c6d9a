"""What an act is worth on a scale of conflict and cooperation: always looked up by its code, never typed."""

from collections.abc import Callable, Mapping

import pandas as pd

Frames = Mapping[str, pd.DataFrame]


def is_scored(events: pd.DataFrame) -> pd.Series:
    """For each event whether it carries a code: only such rows are acts. Every coded act has a code of both scales."""
    return (events.plover_event != "") | (events.plover_mode != "") | (events.cameo != "")


def plover_score(events: pd.DataFrame, scores: pd.DataFrame) -> pd.Series:
    """The PLOVER score of each event, in points from -10 (conflict) to 10 (cooperation); NaN where it has no code.

    `events` has the text columns plover_event and plover_mode; an empty mode asks for the category's own score.
    `scores` is the table plover_scores: event, mode, score. Returns floats with the index of `events`.
    Raises KeyError when a code has no score: an unknown act is never worth zero.
    """
    known = scores.set_index(["event", "mode"]).score
    codes = pd.MultiIndex.from_frame(events[["plover_event", "plover_mode"]])
    coded = (events.plover_event != "") | (events.plover_mode != "")
    return _looked_up(codes, coded, known, "PLOVER score for event and mode").set_axis(events.index)


def goldstein_score(events: pd.DataFrame, scores: pd.DataFrame) -> pd.Series:
    """Goldstein's value of each event's CAMEO code, in points from -10 to 10; NaN where it has no code.

    `events` has the text column cameo; `scores` is the table goldstein: cameo, score. Returns floats with the index of
    `events`. Raises KeyError when a code has no value.
    """
    codes = pd.Index(events.cameo)
    known = scores.set_index("cameo").score
    return _looked_up(codes, events.cameo != "", known, "Goldstein value for CAMEO code").set_axis(events.index)


def _looked_up(codes: pd.Index, coded: pd.Series, known: pd.Series, what: str) -> pd.Series:
    unknown = codes[coded.to_numpy() & ~codes.isin(known.index)]
    if len(unknown):
        raise KeyError(f"no {what} {unknown[0]}")
    return pd.Series(known.reindex(codes).to_numpy(), dtype="float64", name="score")


# Each scale by its parameter: how it scores, and the table it looks in.
SCALES: Mapping[str, tuple[Callable[[pd.DataFrame, pd.DataFrame], pd.Series], str]] = {
    "plover": (plover_score, "plover_scores"),
    "goldstein": (goldstein_score, "goldstein"),
}


def score(events: pd.DataFrame, scale: str, frames: Frames) -> pd.Series:
    """The score of each event on `scale`, one of SCALES; NaN where it has no code. KeyError for an unknown scale."""
    look_up, table = SCALES[scale]
    return look_up(events, frames[table])
