"""The ships that were listed, seized, chased or boarded, each one row whatever names it sailed under."""

import pandas as pd

from data.text.matching import mentions

SEARCHED = ("name", "other_names", "imo", "ship_type", "owner", "flag_note", "outcome", "notes")
TANKER = "tanker"


def tankers_taken(ships: pd.DataFrame, events: pd.DataFrame) -> pd.DataFrame:
    """The tankers that one of `events` seized or boarded and took; each ship is one row however often it is named."""
    return ships[(ships.ship_class == TANKER) & ships.seizing_event_id.isin(events.event_id)]


def ships_in_view(ships: pd.DataFrame, events: pd.DataFrame, words: str) -> pd.DataFrame:
    """The ships that hold the words, the latest seized first, then those not seized by name.

    Adds `other_names` (text), and `seized_on` and `seizure`: day and title of the event in which the ship was seized
    or boarded, missing where there is none. `events` is the whole table.
    """
    by_id = events.set_index("event_id")
    labelled = ships.assign(
        other_names=ships.former_names.map("; ".join).astype("str"),
        seized_on=ships.seizing_event_id.map(by_id.date),
        seizure=ships.seizing_event_id.map(by_id.title),
    )
    found = labelled[mentions(labelled, SEARCHED, words)].sort_values("name", kind="stable")
    return found.sort_values("seized_on", ascending=False, kind="stable")
