"""A forgiving search over names, other names and ties: a finding aid for this dataset, not sanctions screening.

The score, from 0 to 100, is our own. Each word typed is compared with each word of a name; the likeness of two words
is rapidfuzz's ratio (100 for the same letters in the same order), and 0 below LEAST_LIKENESS or when digits differ. A
typed word counts with its best likeness, and the score of a name is the mean over the words typed, each weighted by its
number of letters. A hit that needs the words of a tie is worth nine tenths. Accents, case and order do not matter.
Where a term of the synonyms is typed, what it finds is looked for too, and the best score counts.
"""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

import pandas as pd
from rapidfuzz import fuzz

from data.package.package import Package
from data.sanctions.ties import TIE, names_of, relation_text, tie_ends
from data.search.spelling import WORD, bare_text
from data.search.wanted import written_otherwise
from data.selection.record_kinds import SHIP, TARGET, RecordKind
from data.text.matching import typed_words

MOST = 20
LEAST_LIKENESS, LEAST_SCORE = 65.0, 60.0
TIE_WORTH = 0.9
# In place of a parameter: a name that stands in no record.
BY_NAME = ""
COLUMNS = ["parameter", "row_id", "name", "found_in", "score"]

READ = ("title", "summary", "target", "note", "background")


@dataclass(frozen=True)
class NameEntry:
    """One text that is searched: whose it is, how it was found, its words, and what a full hit is worth.

    `parameter` is the parameter that opens the record, that of a target or of a ship (empty: there is none).
    """

    parameter: str
    row_id: str
    name: str
    found_in: str
    words: tuple[str, ...]
    worth: float


def find_names(package: Package, typed: str) -> pd.DataFrame:
    """The best hits for what was typed, at most 20, best first, each person, company or ship once.

    Columns: parameter and row_id (which record to open), name, found_in (the name, other name or tie that matched),
    score (0 to 100). Typing nothing readable gives no rows.
    """
    readings = [wanted for text in written_otherwise(package, typed_words(typed)) if (wanted := split_words(text))]
    if not readings:
        return pd.DataFrame(columns=COLUMNS)
    rows = [(entry, max(scored(wanted, entry) for wanted in readings)) for entry in entries(package)]
    hits = [
        (entry.parameter, entry.row_id, entry.name, entry.found_in, score)
        for entry, score in sorted(rows, key=lambda hit: (-hit[1], len(hit[0].words), hit[0].name))
        if score >= LEAST_SCORE
    ]
    found = pd.DataFrame(hits, columns=COLUMNS)
    return found.drop_duplicates(["parameter", "row_id", "name"]).head(MOST).reset_index(drop=True)


def split_words(text: str) -> tuple[str, ...]:
    """The words of a text without accents, case and marks: "Flores de Malpica, Eloísa" has four."""
    return tuple(WORD.findall(bare_text(text)))


def scored(wanted: tuple[str, ...], entry: NameEntry) -> float:
    """How well the words typed fit the entry, from 0 to 100."""
    letters = sum(map(len, wanted))
    fits = sum(len(word) * max((likeness(word, other) for other in entry.words), default=0.0) for word in wanted)
    return round(entry.worth * fits / letters, 1)


@lru_cache(maxsize=50_000)
def likeness(one: str, other: str) -> float:
    """How alike two words are, from 0 to 100; below LEAST_LIKENESS, or when one has digits and they differ, 0."""
    if one == other:
        return 100.0
    if any(letter.isdigit() for letter in one + other):
        return 0.0
    alike = fuzz.ratio(one, other)
    return alike if alike >= LEAST_LIKENESS else 0.0


def entries(package: Package) -> Iterator[NameEntry]:
    """Everything that is searched: names, other names and numbers of targets and ships, ties, names outside tables."""
    targets, ships = package["sanctions_targets"], package["ships"]
    listed = ships.target_id != ""
    for target_id, name, written, aliases, imo, uid in targets[
        ["target_id", "display_name", "name", "aliases", "imo", "ofac_uid"]
    ].itertuples(index=False):
        yield from _of_names(TARGET, target_id, name, (name, written, *aliases, imo, uid))
    for target_id, name, others in ships[listed][["target_id", "name", "former_names"]].itertuples(index=False):
        yield from _of_names(TARGET, target_id, names_of(targets).get(target_id, name), others)
    for ship_id, name, others, imo in ships[~listed][["ship_id", "name", "former_names", "imo"]].itertuples(
        index=False
    ):
        yield from _of_names(SHIP, ship_id, name, (name, *others, imo))
    yield from _of_ties(package)
    yield from _of_roles(package)


def _of_names(kind: RecordKind, row_id: str, name: str, texts: tuple[str, ...]) -> Iterator[NameEntry]:
    for text in filter(None, texts):
        yield NameEntry(kind.parameter, row_id, name, text, split_words(text), 1.0)


def _of_ties(package: Package) -> Iterator[NameEntry]:
    """Each tie as its first end has it; an end outside the tables is also found by its name."""
    relations, names = package["sanctions_relations"], names_of(package["sanctions_targets"])
    ends = tie_ends(relations, package["sanctions_targets"])
    for first, start, relation, end in zip(relations[TIE[0]], ends[TIE[0]], ends[TIE[1]], ends[TIE[2]], strict=True):
        tie = f"{relation} {end}"
        parameter, row_id = (TARGET.parameter, first) if first in names else (BY_NAME, "")
        yield NameEntry(parameter, row_id, start, tie, split_words(f"{start} {tie}"), TIE_WORTH)
    outside = {value for end in (TIE[0], TIE[2]) for value in relations[end] if value not in names}
    for value in sorted(outside):
        yield NameEntry(BY_NAME, "", value, value, split_words(value), 1.0)


def _of_roles(package: Package) -> Iterator[NameEntry]:
    """The relation that a target's own row gives."""
    targets = package["sanctions_targets"]
    names = names_of(targets)
    for target_id, name, relation, linked in targets[["target_id", "display_name", "relation", "linked_to"]].itertuples(
        index=False
    ):
        if relation:
            tie = relation_text(relation, names.get(linked, ""))
            yield NameEntry(TARGET.parameter, target_id, name, tie, split_words(f"{name} {tie}"), TIE_WORTH)


def events_naming(events: pd.DataFrame, names: Iterable[str], event_ids: Collection[str]) -> pd.DataFrame:
    """The events with one of the ids, and those in whose texts one of the names stands, in time.

    A name stands there when its words follow one another whole, whatever their accents and case: "Mia" does not stand
    in "Miami".
    """
    wanted = [f" {' '.join(words)} " for name in names if (words := split_words(name))]
    texts = [f" {' '.join(split_words(' '.join(row)))} " for row in events[list(READ)].itertuples(index=False)]
    mentioned = [any(name in text for name in wanted) for text in texts]
    found = events[pd.Series(mentioned, index=events.index, dtype="bool") | events.event_id.isin(event_ids)]
    return found.sort_values("date", kind="stable")
