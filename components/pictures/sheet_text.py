"""The words of a sheet, known before the library that draws is loaded."""

from dataclasses import dataclass


@dataclass(frozen=True)
class SheetText:
    """What a sheet says: its title, what it measures and how it is read, what it shows in words, where it is from, and
    its address."""

    title: str
    subtitle: str
    alt: str
    source: str
    address: str
