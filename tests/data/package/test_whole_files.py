"""Only files are read, without waiting, up to a size; and a captured folder keeps what was read."""

import os
import socket
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
    with pytest.raises(NoFileError, match="has more than 50,000,000 bytes"):
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
