"""Documents are written to be looked at; without the programs that draw their pages the tool says what is missing."""

import sys

import pytest

from routes.documents.made import WRITERS
from tools import documents

pytestmark = pytest.mark.slow


def test_the_tool_writes_every_format_and_says_which_programs_are_missing(tmp_path, monkeypatch, capsys):
    monkeypatch.setattr(documents, "FOLDER", tmp_path / "documents")
    monkeypatch.setattr(documents.shutil, "which", lambda program: None)
    monkeypatch.setattr(sys, "argv", ["documents", "1"])
    with pytest.raises(SystemExit, match="libreoffice-writer libreoffice-impress poppler-utils"):
        documents.main()
    endings = {path.suffix.removeprefix(".") for path in (tmp_path / "documents").iterdir()}
    assert endings == {*WRITERS}
    assert "5 documents are in" in capsys.readouterr().out


def test_pages_are_drawn_by_the_programs_that_are_there(tmp_path, monkeypatch):
    commands = []
    monkeypatch.setattr(documents.subprocess, "run", lambda command, check: commands.append(command))
    for name in ("brief-1-a4.pdf", "brief-1.docx"):
        documents.draw_pages(tmp_path / name)
    assert [command[0] for command in commands] == ["pdftoppm", "soffice", "pdftoppm"]
    assert commands[2][-2:] == [str(tmp_path / "brief-1-docx" / "brief-1.pdf"), str(tmp_path / "brief-1-docx")]
