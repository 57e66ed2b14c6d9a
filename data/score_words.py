"""What an event's codes are worth, in words: its score on each scale, and in which sums of escalation it counts."""

import pandas as pd

from data.package.package import Package
from data.records.facts import in_words
from data.text.formats import signed
from data.text.messages import say
from data.timeline.escalation import SCOPES
from data.timeline.scores import goldstein_score, is_scored, plover_score

EVENTS, PLOVER, GOLDSTEIN = "events", "plover_scores", "goldstein"


def plover_in_words(package: Package, event: pd.Series) -> str:
    """The PLOVER category and mode, its class and its score; that there is none where the event carries no code."""
    points = plover_score(_alone(event), package[PLOVER]).iloc[0]
    if pd.isna(points):
        return say("scores.no_code")
    codes = [in_words(package, EVENTS, column, event[column]) for column in ("plover_event", "plover_mode")]
    found = package[PLOVER].set_index(["event", "mode"]).loc[(event.plover_event, event.plover_mode)]
    told = say(
        "scores.plover", codes=", ".join(filter(None, codes)), quad_class=found.quad_class, points=signed(points)
    )
    return f"{told}; {found.note}" if found.note else told


def goldstein_in_words(package: Package, event: pd.Series) -> str:
    """The CAMEO code and Goldstein's value of it; empty where the event carries no code."""
    points = goldstein_score(_alone(event), package[GOLDSTEIN]).iloc[0]
    return "" if pd.isna(points) else say("scores.goldstein", code=event.cameo, points=signed(points))


def scopes_in_words(package: Package, event: pd.Series) -> str:
    """The scopes in which the timeline counts the event as an act, by their labels; empty where it carries no code."""
    if not is_scored(_alone(event)).iloc[0]:
        return ""
    options = package["options"]
    labels = dict(zip(options.value, options.label, strict=True))
    events = package[EVENTS]
    found = [labels[scope] for scope, keep in SCOPES.items() if event.event_id in set(keep(package, events).event_id)]
    return "; ".join(f"“{label}”" for label in found) or say("scores.no_sum")


def _alone(event: pd.Series) -> pd.DataFrame:
    return event.to_frame().T
