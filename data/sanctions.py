"""Who and what was listed or taken off a list, how they hang together, which licences hold, which ships were taken."""

from dataclasses import dataclass

import pandas as pd

from data.counts import by_month
from data.months import MonthSpan, day_name
from data.scores import plover_score
from data.words import mentions

PAGE = "sanctions"
SEARCHED = (
    "name",
    "display_name",
    "role",
    "relation",
    "linked_to",
    "programme",
    "imo",
    "ofac_uid",
    "notes",
)
TIE = ("from_target_id_or_name", "relation", "to_name")
SEARCHED_LICENCES = ("licence_id", "subject", "notes")
SEARCHED_SHIPS = ("name", "other_names", "imo", "ship_type", "owner", "flag_note", "outcome", "notes")
OFAC_RECORD = "https://sanctionssearch.ofac.treas.gov/Details.aspx?id="
TANKER = "tanker"
IN_FORCE = "in force"
TIGHTENING, EASING, NEITHER = "tightening", "easing", "neither"
DIRECTIONS = (TIGHTENING, EASING, NEITHER)


@dataclass(frozen=True)
class ListedTargets:
    """The targets in a view, and those that the months leave out because their listing date is unknown."""

    rows: pd.DataFrame
    left_out: pd.DataFrame

    @property
    def undated(self) -> int:
        """How many the months leave out because their listing date is unknown."""
        return len(self.left_out)


def in_view(
    targets: pd.DataFrame, months: MonthSpan, words: str, relations: pd.DataFrame | None = None
) -> ListedTargets:
    """The targets listed in the months whose row, or one of whose ties, holds the words.

    `relations` is the table sanctions_relations; without it ties are not searched. With no months chosen nothing is
    left out.
    """
    ties = _ties_in_words(targets, relations) if relations is not None else ""
    found = targets[mentions(targets.assign(ties=ties), (*SEARCHED, "ties"), words)]
    undated = found[found.listed_on.isna() & (not months.is_open)]
    return ListedTargets(found[months.contains(found.listed_on)], undated)


def _ties_in_words(targets: pd.DataFrame, relations: pd.DataFrame) -> pd.Series:
    """Each target's ties, whichever end it is, in one text."""
    sentences = ties(relations, targets)[list(TIE)].agg(" ".join, axis=1)
    told: dict[str, list[str]] = {}
    for one, other, sentence in zip(relations[TIE[0]], relations[TIE[2]], sentences, strict=True):
        told.setdefault(one, []).append(sentence)
        told.setdefault(other, []).append(sentence)
    return targets.target_id.map(lambda target: " ".join(told.get(target, []))).astype("str")


def ties(relations: pd.DataFrame, targets: pd.DataFrame, words: str = "") -> pd.DataFrame:
    """The ties that hold the words, both ends by name, so that a row reads as a sentence.

    Returns the columns of sanctions_relations and `listed_on`, the day on which the first end was listed (missing for
    people and bodies that are not targets).
    """
    names = dict(zip(targets.target_id, targets.display_name, strict=True))
    listed = targets.set_index("target_id").listed_on
    first, _, last = TIE
    named = relations.assign(
        **{end: relations[end].map(lambda value: names.get(value, value)) for end in (first, last)},
        listed_on=relations[first].map(listed),
    )
    return named[mentions(named, TIE, words)]


def with_links(targets: pd.DataFrame, everyone: pd.DataFrame) -> pd.DataFrame:
    """The targets with `linked_name`, the name of the one they are linked to, and `ofac_record`, the address of
    OFAC's own record; both are missing where the row names none. `everyone` is the whole table."""
    names = everyone.set_index("target_id").display_name
    records = (OFAC_RECORD + targets.ofac_uid).where(targets.ofac_uid != "")
    return targets.assign(linked_name=targets.linked_to.map(names), ofac_record=records)


def actions(events: pd.DataFrame, event_types: pd.DataFrame) -> pd.DataFrame:
    """The events of the types that the vocabulary places on the page of sanctions, newest first."""
    types = event_types[event_types.page == PAGE].event_type
    return events[events.event_type.isin(types)].sort_values("date", ascending=False, kind="stable")


def directions(acts: pd.DataFrame, scores: pd.DataFrame) -> pd.Series:
    """Which way each act goes: "tightening" with a negative PLOVER score, "easing" with a positive one, "neither"
    without a code or with a score of zero. Returns text with the index of `acts`; KeyError for an unknown code."""
    points = plover_score(acts, scores)
    return points.map(lambda score: TIGHTENING if score < 0 else EASING if score > 0 else NEITHER).astype("str")


def actions_by_month(acts: pd.DataFrame, scores: pd.DataFrame) -> pd.DataFrame:
    """Number of acts by month of their first day: index "YYYY-MM" without gaps, columns tightening, easing, neither."""
    counts = by_month(acts.assign(direction=directions(acts, scores)), "direction")
    return counts.reindex(columns=list(DIRECTIONS), fill_value=0)


def peak_months(counts: pd.Series) -> list[str]:
    """The months with the highest count, in time; none when every count is zero."""
    most = counts.max()
    return [str(month) for month in counts.index[counts == most]] if most > 0 else []


def licences_in_view(licences: pd.DataFrame, words: str) -> pd.DataFrame:
    """The versions of licences that hold the words: those in force first, then by number and letter.

    Adds `ends`: what replaced the version or the day on which it expires, in words; missing where neither is known.
    """
    found = licences[mentions(licences, SEARCHED_LICENCES, words)]
    found = found.assign(
        ends=found.replaced_by_or_expires.map(_end_in_words),
        over=found.status != IN_FORCE,
        number=found.family.map(int),
    )
    return found.sort_values(["over", "number", "version"], kind="stable").drop(columns=["over", "number"])


def _end_in_words(end: str) -> str | None:
    if end.startswith("gl-"):
        return end.replace("-", " ").upper()
    return day_name(pd.Timestamp(end)) if end else None


def in_force(licences: pd.DataFrame) -> pd.DataFrame:
    """The versions of licences that are in force on the day of the table's status."""
    return licences[licences.status == IN_FORCE]


def tankers_taken(ships: pd.DataFrame, events: pd.DataFrame) -> pd.DataFrame:
    """The tankers that one of `events` seized or boarded and took; each ship is one row however often it is named."""
    return ships[(ships.ship_class == TANKER) & ships.seizing_event_id.isin(events.event_id)]


def ships_in_view(ships: pd.DataFrame, events: pd.DataFrame, words: str) -> pd.DataFrame:
    """The ships that hold the words, the latest seized first, then those not seized by name.

    Adds `other_names` (text), and `seized_on` and `seizure`: day and title of the event in which the ship was seized
    or boarded, missing where there is none. `events` is the whole table.
    """
    told = events.set_index("event_id")
    named = ships.assign(
        other_names=ships.former_names.map("; ".join).astype("str"),
        seized_on=ships.seizing_event_id.map(told.date),
        seizure=ships.seizing_event_id.map(told.title),
    )
    found = named[mentions(named, SEARCHED_SHIPS, words)].sort_values("name", kind="stable")
    return found.sort_values("seized_on", ascending=False, kind="stable")


def publishers(source_ids: pd.Series, sources: pd.DataFrame) -> pd.Series:
    """For each tuple of source ids the publishers in words, each once; KeyError for an unknown source."""
    names = dict(zip(sources.source_id, sources.publisher, strict=True))
    return source_ids.map(lambda ids: "; ".join(dict.fromkeys(names[source] for source in ids))).astype("str")
