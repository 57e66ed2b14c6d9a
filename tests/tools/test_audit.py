"""An audit passes only where every package was looked up and none has a known hole; a local answer stands for PyPI."""

import json
import re
import sys

import pytest
import requests

from tools import audit

HASH = f"--hash=sha256:{1:064d}"
HOLE = {
    "id": "PYSEC-2026-1",
    "aliases": ["CVE-2026-1"],
    "details": "Made up for a test.",
    "fixed_in": ["1.1"],
    "link": "https://example.org",
    "source": "osv",
    "summary": None,
    "withdrawn": None,
}
ANSWERS = {"clean": {"vulnerabilities": []}, "vulnerable": {"vulnerabilities": [HOLE]}}


class LocalAnswers(requests.adapters.BaseAdapter):
    """Answers what PyPI would be asked, and 404 for a package that it does not know."""

    def send(self, request, **_options):
        name = re.search(r"/pypi/([^/]+)/", request.url)[1]
        answer = requests.Response()
        answer.status_code, answer.request, answer.url = (200 if name in ANSWERS else 404), request, request.url
        answer._content = json.dumps(ANSWERS.get(name, {})).encode()
        return answer

    def close(self):
        pass


class Unreachable(LocalAnswers):
    """Answers nothing."""

    def send(self, request, **_options):
        raise requests.ConnectTimeout


@pytest.fixture
def ask(monkeypatch, tmp_path):
    def status(*names, adapter=LocalAnswers):
        session = requests.Session()
        session.mount("https://pypi.org", adapter())
        monkeypatch.setattr("pip_audit._service.pypi.caching_session", lambda *_args, **_options: session)
        lock = tmp_path / "lock.txt"
        lock.write_text("".join(f"{name}==1.0 {HASH}\n" for name in names), encoding="utf-8")
        return audit.known_holes(lock)

    return status


def test_packages_without_a_known_hole_pass(ask):
    assert ask("clean") == 0


def test_a_known_hole_is_no_pass_and_is_named(ask, capsys):
    assert ask("clean", "vulnerable") != 0
    assert "PYSEC-2026-1" in capsys.readouterr().out


def test_a_package_that_could_not_be_looked_up_is_no_pass(ask):
    assert ask("clean", "unknown") != 0


def test_where_the_service_cannot_be_reached_nothing_is_called_audited(ask):
    assert ask("clean", adapter=Unreachable) != 0


def test_the_bill_and_the_licences_name_every_package_of_the_lock(tmp_path, monkeypatch, capsys):
    lock = tmp_path / "lock.txt"
    lock.write_text(f"starlette==1.10.0 {HASH}\nno-such-package==2.0 {HASH}\n", encoding="utf-8")
    monkeypatch.setattr(audit, "FOLDER", tmp_path / "audit")
    monkeypatch.setattr(audit, "known_holes", lambda requirements: 1)
    monkeypatch.setattr(sys, "argv", ["audit", str(lock)])
    with pytest.raises(SystemExit, match="Not audited, or not clean"):
        audit.main()
    bill = json.loads((tmp_path / "audit" / "sbom.cdx.json").read_text(encoding="utf-8"))
    assert {part["name"] for part in bill["components"]} == {"starlette", "no-such-package"}
    table = (tmp_path / "audit" / "licences.md").read_text(encoding="utf-8")
    assert "| starlette | 1.10.0 | BSD-3-Clause |" in table
    assert "| no-such-package | 2.0 | not installed |" in table


def test_every_package_of_the_apps_lock_says_its_licence():
    rows = list(audit.licences(audit.LOCK))
    assert len(rows) > 30
    assert [row for row in rows if row[2] == "not said"] == []
