"""What a brief is made of: its parts as a link names them, and what each length has."""

import pytest

from data.view.brief_parts import LENGTHS, PARTS, LengthSetting, PartsSetting, part_titles, read_parts, written_parts
from tests.factory import shipped


@pytest.mark.parametrize(
    ("value", "parts"),
    [("", PARTS), ("method.state", ("state", "method")), ("map", ("map",)), (".".join(PARTS), PARTS)],
)
def test_parts_are_read_in_reading_order(value, parts):
    assert read_parts(value, shipped()) == parts


@pytest.mark.parametrize("value", ["bogus", "state.", "state.state", ".", "state,map", "State"])
def test_what_names_no_part_or_one_twice_is_not_read(value):
    assert not PartsSetting().known(value, shipped())


def test_all_parts_and_none_need_not_be_written():
    assert (written_parts(PARTS), written_parts([]), written_parts(["method", "map"])) == ("", "", "map.method")


def test_every_part_has_a_title_and_every_length_a_label_and_more_than_the_shorter_one():
    assert list(part_titles()) == list(PARTS)
    assert list(LengthSetting().choices(shipped()).values()) == ["1 page", "2 pages", "4 pages"]
    events = [length.events for length in LENGTHS.values()]
    assert events == sorted(events)
    assert {part for length in LENGTHS.values() for part in length.pictures} <= {*PARTS}


@pytest.mark.parametrize("value", ["0", "3", "", "two", "2.0"])
def test_another_length_is_none(value):
    assert not LengthSetting().known(value, shipped())
