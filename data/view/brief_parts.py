"""What a brief is made of: its parts in reading order, and how much of each stands in one of so many pages."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from data.package.package import Package
from data.text.messages import say
from data.view.setting_kinds import ParsedSetting

PARTS = ("state", "figures", "escalation", "map", "happened", "detentions", "sanctions", "method")
# Between the parts that a link names.
JOINT = "."


@dataclass(frozen=True)
class BriefLength:
    """How many events stand in a brief, how many sources of each are named, how many facts stand in a part, which parts
    have a picture, and the share of a printed line that it takes."""

    events: int
    sources: int
    facts: int
    pictures: tuple[str, ...]
    width: float


# By the number of pages, on paper.
LENGTHS: Mapping[str, BriefLength] = {
    "1": BriefLength(4, 1, 1, ("escalation",), 0.54),
    "2": BriefLength(9, 2, 3, ("escalation",), 0.8),
    "4": BriefLength(28, 2, 4, ("escalation", "map", "detentions"), 0.74),
}


def read_parts(value: str, package: Package) -> tuple[str, ...]:
    """The parts that the value of a parameter names, in reading order; all where it is empty. ValueError where it names
    another, or one twice."""
    parts = value.split(JOINT) if value else [*PARTS]
    if len({*parts}) < len(parts) or not {*parts} <= {*PARTS}:
        raise ValueError(value)
    return tuple(part for part in PARTS if part in parts)


def written_parts(parts: Sequence[str]) -> str:
    """The value of the parameter that asks for these parts; empty where it need not be written: for all, and none."""
    return "" if len({*parts}) in (0, len(PARTS)) else JOINT.join(part for part in PARTS if part in parts)


def part_titles() -> dict[str, str]:
    """The heading of each part."""
    return {part: say(f"brief.part_{part}") for part in PARTS}


@dataclass(frozen=True)
class PartsSetting(ParsedSetting):
    """Parts of the brief, as `read_parts` reads them."""

    read = staticmethod(read_parts)

    def known(self, value: str, package: Package) -> bool:
        """Whether it names parts."""
        return bool(value) and super().known(value, package)


@dataclass(frozen=True)
class LengthSetting:
    """How many pages a brief has."""

    def known(self, value: str, package: Package) -> bool:
        """Whether there is such a length."""
        return value in LENGTHS

    def choices(self, package: Package) -> dict[str, str]:
        """How each length is called, by what the parameter is for it."""
        return {length: say("brief.pages", count=int(length)) for length in LENGTHS}
