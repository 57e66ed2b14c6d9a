"""The names that are written on the base map: countries, seas, towns."""

from functools import cache, lru_cache
from pathlib import Path

import pandas as pd

from data.package.descriptor import FOLDER
from data.text.matching import mentions_name

LABELS = FOLDER.with_name("basemap") / "labels.csv"


@cache
def map_labels(file: Path = LABELS) -> pd.DataFrame:
    """The names written on the base map: label_id, name, kind, lat, lon (WGS84 degrees), min_zoom, source.

    The frame is read once and shared: do not change it. Raises OSError when the file cannot be read.
    """
    return pd.read_csv(file, keep_default_na=False)


@lru_cache(maxsize=1000)
def sea_of(place: str) -> str:
    """The sea of the base map that the place names before its first comma, else an empty text."""
    labels = map_labels()
    seas = labels[labels.kind == "sea"]["name"]
    return next((sea for sea in seas if mentions_name(sea, place.partition(",")[0])), "")
