"""Holds the frames of a package so that none who reads them can change what another reads."""

from collections.abc import Iterator, Mapping

import pandas as pd


class SharedFrames(Mapping[str, pd.DataFrame]):
    """Frames that many read at once: each time one is asked for it is handed out as a frame of its own, whose columns
    are copied by pandas when the reader writes to them (copy-on-write), so that nobody changes those of another."""

    def __init__(self, frames: Mapping[str, pd.DataFrame]) -> None:
        """The frames are kept as they are now: what is put into `frames` later is none of them."""
        self._frames = {name: frame.copy(deep=False) for name, frame in frames.items()}

    def __getitem__(self, table: str) -> pd.DataFrame:
        return self._frames[table].copy(deep=False)

    def __iter__(self) -> Iterator[str]:
        return iter(self._frames)

    def __len__(self) -> int:
        return len(self._frames)
