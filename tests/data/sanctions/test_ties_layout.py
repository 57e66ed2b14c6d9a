"""The pictures of ties can be read: no two lines cross, no line runs through a box, no box or area covers another."""

from itertools import combinations

import pandas as pd
import pytest

from data.sanctions.ties_layout import COLUMNS, HALF_HEIGHT, HALF_WIDTH, ties_picture
from tests.factory import shipped

PICTURES = list(shipped().choices("sanctions_relations", "picture"))
Point = tuple[float, float]
# A box is drawn as high as its lines of text, at most three: lines may pass above and below them.
TEXT_HEIGHT = HALF_HEIGHT - 0.06


def side(one: Point, two: Point, three: Point) -> float:
    return (two[0] - one[0]) * (three[1] - one[1]) - (two[1] - one[1]) * (three[0] - one[0])


def cross(a: Point, b: Point, c: Point, d: Point) -> bool:
    return side(a, b, c) * side(a, b, d) < 0 and side(c, d, a) * side(c, d, b) < 0


def ends(line: pd.Series) -> tuple[Point, Point]:
    return (line.x0, line.y0), (line.x1, line.y1)


def meets(line: pd.Series, box: pd.Series) -> bool:
    """Whether a line runs through a box: through one of its diagonals."""
    left, right, top, bottom = box.x - HALF_WIDTH, box.x + HALF_WIDTH, box.y - TEXT_HEIGHT, box.y + TEXT_HEIGHT
    start, end = ends(line)
    return cross(start, end, (left, top), (right, bottom)) or cross(start, end, (left, bottom), (right, top))


@pytest.mark.parametrize("picture", PICTURES)
def test_no_two_lines_cross(picture):
    lines = ties_picture(shipped(), picture).lines
    for (_, one), (_, other) in combinations(lines.iterrows(), 2):
        if not {one.from_node, one.to_node} & {other.from_node, other.to_node}:
            assert not cross(*ends(one), *ends(other)), (one.sentence, other.sentence)


@pytest.mark.parametrize("picture", PICTURES)
def test_no_line_runs_through_a_box_that_is_not_its_own(picture):
    drawn = ties_picture(shipped(), picture)
    for _, line in drawn.lines.iterrows():
        for _, box in drawn.boxes.iterrows():
            if box.node not in (line.from_node, line.to_node):
                assert not meets(line, box), (line.sentence, box.node)


@pytest.mark.parametrize("picture", PICTURES)
def test_no_box_covers_another_and_all_stand_in_the_picture(picture):
    boxes = ties_picture(shipped(), picture).boxes
    assert boxes.x.between(HALF_WIDTH, COLUMNS - HALF_WIDTH).all()
    for (_, one), (_, other) in combinations(boxes.iterrows(), 2):
        apart = abs(one.x - other.x) >= 2 * HALF_WIDTH or abs(one.y - other.y) >= 2 * HALF_HEIGHT
        assert apart, (one.node, other.node)


@pytest.mark.parametrize("picture", PICTURES)
def test_areas_hold_their_own_boxes_and_no_others(picture):
    drawn = ties_picture(shipped(), picture)
    for _, area in drawn.areas.iterrows():
        inside = drawn.boxes[drawn.boxes.x.between(area.x0, area.x1) & drawn.boxes.y.between(area.y0, area.y1)]
        assert set(inside.area) == {area.area}
    for (_, one), (_, other) in combinations(drawn.areas.iterrows(), 2):
        assert one.x1 <= other.x0 or other.x1 <= one.x0 or one.y1 <= other.y0 or other.y1 <= one.y0


def test_every_tie_is_drawn_once_and_the_same_rows_give_the_same_picture():
    drawn = [ties_picture(shipped(), picture) for picture in PICTURES]
    assert sum(len(item.ties) for item in drawn) == len(shipped()["sanctions_relations"])
    pd.testing.assert_frame_equal(drawn[0].lines, ties_picture(shipped(), PICTURES[0]).lines)


def test_words_leave_only_the_ties_that_hold_them_in_their_places():
    whole, part = ties_picture(shipped(), "family"), ties_picture(shipped(), "family", "MÁLPICA")
    assert 0 < len(part.ties) < len(whole.ties)
    chosen = whole.boxes[whole.boxes.node.isin(part.boxes.node)]
    pd.testing.assert_frame_equal(chosen[["node", "x", "y"]], part.boxes[["node", "x", "y"]])


def test_words_that_no_tie_holds_leave_an_empty_picture():
    drawn = ties_picture(shipped(), "family", "zzzz no such words")
    assert (len(drawn.boxes), len(drawn.lines), len(drawn.areas), len(drawn.ties)) == (0, 0, 0, 0)
