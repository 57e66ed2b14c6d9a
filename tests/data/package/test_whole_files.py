"""Only files are read, without waiting, up to a size; and a captured folder keeps what was read."""

import os
import socket
import traceback
from pathlib import Path

import pytest

from data.package.whole_files import Captured, NoFileError, read_whole


def test_a_pipe_a_folder_a_socket_and_a_device_are_refused_at_once_and_named(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)  # the name of a socket must be short
    os.mkfifo("pipe.csv")
    Path("folder.csv").mkdir()
    with socket.socket(socket.AF_UNIX) as listening:
        listening.bind("socket.csv")
        for name, kind in (("pipe.csv", "pipe"), ("folder.csv", "folder"), ("socket.csv", "socket")):
            with pytest.raises(NoFileError, match=f"must be a file and is a {kind}"):
                read_whole(tmp_path / name)
    with pytest.raises(NoFileError, match="is a device"):
        read_whole(Path("/dev/zero"))


def test_a_file_of_absurd_size_is_refused_unread(tmp_path):
    with (tmp_path / "huge.csv").open("wb") as file:
        file.truncate(10**11)
    with pytest.raises(NoFileError, match="has more than 100,000,000 bytes"):
        read_whole(tmp_path / "huge.csv")
    (tmp_path / "whole.csv").write_bytes(b"12345")
    assert read_whole(tmp_path / "whole.csv", most=5) == b"12345"
    with pytest.raises(NoFileError, match="has more than 4 bytes"):
        read_whole(tmp_path / "whole.csv", most=4)


def test_what_was_read_once_stays_and_what_was_missing_stays_missing(tmp_path):
    folder = Captured(tmp_path)
    (tmp_path / "a.csv").write_bytes(b"first")
    assert (folder / "a.csv").read_bytes() == b"first"
    assert not (folder / "b.csv").is_file()
    (tmp_path / "a.csv").write_bytes(b"second")
    (tmp_path / "b.csv").write_bytes(b"late")
    assert folder.joinpath("a.csv").read_text() == "first"
    assert not (folder / "b.csv").is_file()


def frames_of(error):
    """How many frames the traceback of an error has."""
    return len(list(traceback.walk_tb(error.__traceback__)))


def test_an_error_that_is_raised_again_and_again_does_not_grow(tmp_path):
    file, raised = Captured(tmp_path) / "none.csv", []
    for _ in range(3):
        with pytest.raises(FileNotFoundError) as caught:
            file.read_bytes()
        raised.append((caught.value, frames_of(caught.value), caught.value.filename))
    assert {(frames, name) for _, frames, name in raised} == {(raised[0][1], str(tmp_path / "none.csv"))}
    assert len({id(error) for error, *_ in raised}) == 3
    (tmp_path / "folder.csv").mkdir()
    with pytest.raises(NoFileError, match="must be a file and is a folder"):
        (Captured(tmp_path) / "folder.csv").read_bytes()
