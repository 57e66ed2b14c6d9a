"""What a caller does to a frame of a package, no other caller sees."""

import pandas as pd
import pytest

from data.package.package import Package
from data.package.rows import SharedFrames
from tests.factory import shipped


def with_new_column(frame):
    frame["note"] = "mine"


def with_new_cell(frame):
    frame.loc[frame.index[0], "title"] = "mine"


def with_new_value(frame):
    frame.iat[0, 0] = "mine"


def with_whole_column(frame):
    frame["title"] = "mine"


def without_column(frame):
    del frame["title"]


def with_row(frame):
    frame.loc[10_000] = frame.iloc[0]


def with_other_names(frame):
    frame.columns = [f"x_{name}" for name in frame]


def with_other_index(frame):
    frame.index = range(len(frame))
    frame.index.name = "mine"


def with_note_beside(frame):
    frame.attrs["note"] = "mine"


CHANGES = [
    with_new_column,
    with_new_cell,
    with_new_value,
    with_whole_column,
    without_column,
    with_row,
    with_other_names,
    with_other_index,
    with_note_beside,
]


@pytest.mark.parametrize("requested", [lambda package: package["events"], lambda package: package.frames["events"]])
@pytest.mark.parametrize("change", CHANGES)
def test_what_a_caller_changes_no_other_caller_sees(change, requested):
    package = Package(shipped().descriptor, {"events": shipped()["events"].copy()})
    before = package["events"].copy()
    change(requested(package))
    pd.testing.assert_frame_equal(package["events"], before)
    assert (package["events"].index.name, package["events"].attrs) == (before.index.name, {})


def test_a_frame_is_put_in_the_place_of_another_by_nobody():
    frames = {"events": pd.DataFrame({"title": ["one"]})}
    shared = SharedFrames(frames)
    frames["events"]["title"] = "mine"
    frames["phases"] = frames.pop("events")
    assert (list(shared), len(shared), shared["events"].title.tolist()) == (["events"], 1, ["one"])
    with pytest.raises(TypeError):
        shared["events"] = frames["phases"]


def test_a_frame_that_is_handed_out_copies_no_column():
    first, second = (shipped()["events"]["lat"].to_numpy() for _ in range(2))
    assert first.ctypes.data == second.ctypes.data
