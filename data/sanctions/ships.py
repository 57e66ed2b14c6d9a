"""The ships that were listed, seized, chased or boarded, each one row whatever names it sailed under."""

from collections.abc import Sequence

import pandas as pd

from data.package.once_per_package import once_per_package
from data.package.package import Package
from data.search.searched_rows import SearchedRows, columns_of
from data.text.messages import say

SHIPS = "ships"
SEARCHED = {
    "name": ("name",),
    "other_names": ("former_names",),
    "number": ("imo",),
    "ship_type": ("ship_type",),
    "owner": ("owner",),
    "flag": ("flag_note",),
    "outcome": ("outcome",),
    "note": ("notes",),
}
TANKER, NOT_ON_VENEZUELA = "tanker", "no"


def tankers_taken(ships: pd.DataFrame, events: pd.DataFrame) -> pd.DataFrame:
    """The tankers that one of `events` seized or boarded and took; each ship is one row however often it is named."""
    return ships[(ships.ship_class == TANKER) & ships.seizing_event_id.isin(events.event_id)]


def ships_in_view(package: Package, words: str) -> pd.DataFrame:
    """The ships that hold the words, the latest seized first, then those not seized by name.

    Adds `other_names` and `programmes` (texts), and `seized_on` and `seizure`: day and title of the event in which the
    ship was seized or boarded, missing where there is none.
    """
    ships, events = package[SHIPS], package["events"]
    by_id = events.set_index("event_id")
    labelled = ships.assign(
        other_names=ships.former_names.map("; ".join).astype("str"),
        programmes=[programmes_text(package, codes) for codes in ships.programme],
        seized_on=ships.seizing_event_id.map(by_id.date),
        seizure=ships.seizing_event_id.map(by_id.title),
    )
    found = labelled[searched_ships(package).mention(package, words)].sort_values("name", kind="stable")
    return found.sort_values("seized_on", ascending=False, kind="stable")


def programmes_text(package: Package, codes: Sequence[str]) -> str:
    """The programmes under which a ship is listed, with a mark where none of them is about Venezuela."""
    labels = package.choices(SHIPS, "programme")
    text = "; ".join(str(labels[code]) for code in codes)
    on_venezuela = dict(zip(package["programmes"].programme, package["programmes"].venezuela, strict=True))
    is_other = bool(codes) and all(on_venezuela[code] == NOT_ON_VENEZUELA for code in codes)
    return say("ships.other_programme", programmes=text) if is_other else text


@once_per_package
def searched_ships(package: Package) -> SearchedRows:
    """The ships by the place in which words are looked for, their name first."""
    ships = package[SHIPS]
    return SearchedRows.of(ships.index, {place: columns_of(ships, *names) for place, names in SEARCHED.items()})
