"""What an act is worth on a scale of conflict and cooperation: always looked up by its code, never typed."""

import pandas as pd


def plover_score(events: pd.DataFrame, scores: pd.DataFrame) -> pd.Series:
    """The PLOVER score of each event, in points from -10 (conflict) to 10 (cooperation); NaN where it has no code.

    `events` has the text columns plover_event and plover_mode; an empty mode asks for the category's own score.
    `scores` is the table plover_scores: event, mode, score. Returns floats with the index of `events`.
    Raises KeyError when a code has no score: an unknown act is never worth zero.
    """
    known = scores.set_index(["event", "mode"]).score
    codes = pd.MultiIndex.from_frame(events[["plover_event", "plover_mode"]])
    coded = ((events.plover_event != "") | (events.plover_mode != "")).to_numpy()
    unknown = codes[coded & ~codes.isin(known.index)]
    if len(unknown):
        raise KeyError(f"no PLOVER score for event and mode {unknown[0]}")
    return pd.Series(known.reindex(codes).to_numpy(), index=events.index, dtype="float64", name="plover_score")
