"""Which labels fit in the lanes of a timeline without touching each other, at a given width."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from components.elements.label_fit import Stretch, overlap, width_of

# Pixels. A label keeps so far from others and from its mark.
LABEL_SIZE, GAP, FROM_MARK = 12, 6.0, 2.0
ABOVE, BELOW = 1, -1


@dataclass(frozen=True)
class Milestone:
    """A mark that wants a label: its number, lane and words, and where it lies in the picture, from 0 to 1."""

    number: int
    lane: str
    words: str
    across: float


@dataclass(frozen=True)
class Label:
    """Words beside a mark: above or below it, starting or ending at it ("left" or "right" is the end at the mark)."""

    number: int
    text: str
    row: int
    anchor: str


@dataclass
class _Rows:
    """What is taken in each row of each lane, as stretches of pixels."""

    width: float
    taken: dict[tuple[str, int], list[Stretch]] = field(default_factory=dict)

    def take(self, lane: str, row: int, start: float, end: float) -> bool:
        """Take a stretch if it lies in the picture and is free; whether it was."""
        stretches = self.taken.setdefault((lane, row), [])
        is_taken = any(overlap((start, end), other, GAP) for other in stretches)
        if start < 0 or end > self.width or is_taken:
            return False
        stretches.append((start, end))
        return True


def fitting(milestones: Iterable[Milestone], headings: Iterable[str], width: float) -> list[Label]:
    """The labels that fit in a picture `width` pixels wide. Milestones come in order of rank: the first goes first.

    The heading of each lane keeps its place at the left of the row above. A milestone whose words fit nowhere is given
    its number, if that fits; else nothing: the list under the picture names every milestone by number.
    """
    rows = _Rows(width)
    for heading in headings:
        rows.take(heading, ABOVE, 0, min(width_of(heading, LABEL_SIZE), width))
    ranked = list(milestones)
    placed = {milestone.number: _placed(milestone, milestone.words, rows) for milestone in ranked}
    for milestone in ranked:
        if placed[milestone.number] is None:
            placed[milestone.number] = _placed(milestone, str(milestone.number), rows)
    return [label for label in placed.values() if label]


def _placed(milestone: Milestone, text: str, rows: _Rows) -> Label | None:
    at, long = milestone.across * rows.width, width_of(text, LABEL_SIZE)
    for row in (ABOVE, BELOW):
        for anchor, start in (("left", at - FROM_MARK), ("right", at + FROM_MARK - long)):
            if rows.take(milestone.lane, row, start, start + long):
                return Label(milestone.number, text, row, anchor)
    return None
