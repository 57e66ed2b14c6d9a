"""Which events name a target or a ship: by their row, or by a name that stands word for word in their text."""

from collections.abc import Collection, Iterable

import pandas as pd

from data.sanctions.name_finder import split_words

READ = ("title", "summary", "target", "note")


def events_naming(events: pd.DataFrame, names: Iterable[str], event_ids: Collection[str]) -> pd.DataFrame:
    """The events with one of the ids, and those in whose texts one of the names stands, in time.

    A name stands there when its words follow one another whole, whatever their accents and case: "Mia" does not stand
    in "Miami".
    """
    wanted = [f" {' '.join(words)} " for name in names if (words := split_words(name))]
    texts = [f" {' '.join(split_words(' '.join(row)))} " for row in events[list(READ)].itertuples(index=False)]
    named = [any(name in text for name in wanted) for text in texts]
    found = events[pd.Series(named, index=events.index, dtype="bool") | events.event_id.isin(event_ids)]
    return found.sort_values("date", kind="stable")
