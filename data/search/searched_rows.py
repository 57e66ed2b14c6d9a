"""The rows of a table as words are looked for in them: each place of a row, such as its title, as one spelled text."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

import numpy as np
import pandas as pd

from data.package.package import Package
from data.search.spelling import BAR, days_text, spelled
from data.search.wanted import stands_in, wanted
from data.text.messages import say


@dataclass(frozen=True)
class SearchedRows:
    """The spelled texts of rows: `places` are those of each place, `whole` of all of them, in the order of `index`."""

    index: pd.Index
    places: Mapping[str, tuple[str, ...]]
    whole: tuple[str, ...]

    @classmethod
    def of(cls, index: pd.Index, places: Mapping[str, Iterable[Iterable[str]]]) -> "SearchedRows":
        """The rows with the texts of each place; no word is found across two texts."""
        # Many rows have the same text, such as that of a source.
        spelled_once = cache(spelled)
        spelled_places = {
            place: tuple(BAR.join(spelled_once(text) for text in texts if text) for texts in rows)
            for place, rows in places.items()
        }
        return cls(index, spelled_places, tuple(map(BAR.join, zip(*spelled_places.values(), strict=True))))

    def mention(self, package: Package, words: str) -> pd.Series:
        """For each row whether everything that the words ask for stands in it; no words are found everywhere, and
        words in which nothing can be read nowhere."""
        patterns = wanted(package, words)
        if not patterns:
            return pd.Series(not words.strip(), index=self.index)
        found: Sequence[int] = range(len(self.whole))
        for pattern in patterns:
            stands = stands_in(pattern)
            found = [place for place in found if stands(self.whole[place])]
        chosen = np.zeros(len(self.whole), dtype="bool")
        chosen[found] = True
        return pd.Series(chosen, index=self.index)

    def found_in(self, package: Package, words: str) -> pd.Series:
        """For each row the places in which the words stand, in the order of `places`: of every word the first. Without
        a word that is found there, no place."""
        patterns = wanted(package, words)
        rows = zip(*self.places.values(), strict=True)
        return pd.Series([self._places_of(patterns, row) for row in rows], index=self.index, dtype="object")

    def where(self, package: Package, rows: pd.DataFrame, words: str) -> pd.Series:
        """For each of `rows`, some of these, where the words stand in it, as in "Title, claims"; empty where none
        does."""
        places = self.found_in(package, words).reindex(rows.index)
        return pd.Series([where_text(found) for found in places], index=rows.index, dtype="str")

    def _places_of(self, patterns: Iterable[re.Pattern[str]], texts: tuple[str, ...]) -> tuple[str, ...]:
        names = list(self.places)
        first = {next((place for place, text in enumerate(texts) if pattern.search(text)), -1) for pattern in patterns}
        return tuple(names[place] for place in sorted(first) if place >= 0)


def where_text(places: Iterable[str]) -> str:
    """The places by their names, as in "Title, claims"."""
    text = ", ".join(say(f"found_in.{place}") for place in places)
    return text[:1].upper() + text[1:]


def columns_of(rows: pd.DataFrame, *columns: str) -> list[tuple[str, ...]]:
    """For each row the texts of the columns; a list of texts counts as so many texts."""
    lists = [rows[column].tolist() for column in columns]
    return [tuple(text for value in row for text in _texts(value)) for row in zip(*lists, strict=True)]


def days_of(rows: pd.DataFrame, *columns: str) -> list[tuple[str, ...]]:
    """For each row the days of the columns, in the ways in which people write a day."""
    return list(zip(*([days_text(day, day) for day in rows[column]] for column in columns), strict=True))


def _texts(value: str | tuple[str, ...]) -> tuple[str, ...]:
    return value if isinstance(value, tuple) else (value,)


def labels_of(package: Package, table: str, column: str) -> list[tuple[str]]:
    """For each row of a table the label of its code in the column."""
    labels = package.choices(table, column)
    return [(str(labels.get(code, "")),) for code in package[table][column].tolist()]
