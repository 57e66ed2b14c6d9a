"""What nginx is told, and what is said where it is not here."""

import subprocess

import pytest

from deploy import nginx
from deploy.nginx import NoNginxError, configuration, find_nginx


def test_nginx_passes_on_to_every_process_and_takes_the_configuration(tmp_path):
    written = tmp_path / "nginx.conf"
    written.write_text(
        configuration(tmp_path, "127.0.0.1:8599", [f"127.0.0.1:{port}" for port in (9001, 9002, 9003)]),
        encoding="utf-8",
    )
    for port in (9001, 9002, 9003):
        assert f"server 127.0.0.1:{port} " in written.read_text(encoding="utf-8")
    command = [find_nginx(), "-t", "-c", str(written), "-p", str(tmp_path), "-e", "stderr"]
    checked = subprocess.run(command, check=False, capture_output=True, text=True)
    assert checked.returncode == 0, checked.stderr


def test_the_variables_of_nginx_stay_as_they_are(tmp_path):
    assert "hash $stays_with consistent;" in configuration(tmp_path, "8501", ["127.0.0.1:9001"])


def test_without_nginx_one_line_says_how_to_install_it(monkeypatch):
    monkeypatch.setattr(nginx.shutil, "which", lambda *_args, **_options: None)
    with pytest.raises(NoNginxError, match=r"apt-get install nginx"):
        find_nginx()
