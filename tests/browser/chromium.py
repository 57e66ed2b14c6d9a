"""Finds the Chromium that the browser tests drive, and installs one where there is none."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

from playwright.sync_api import sync_playwright

NAMES = ("chromium", "chromium-browser", "google-chrome")

# A quiet, sealed browser: no sandbox (tests run as root), no background traffic, and every name but the app's fails
# to resolve at once, so that a forbidden request is recorded and never answered.
ARGUMENTS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1",
)


class NoChromiumError(RuntimeError):
    """No Chromium was found and none could be installed."""


def find_chromium() -> Path:
    """The browser's path: $CHROMIUM, one on the PATH, or Playwright's own; installed first where all are missing.

    Raises NoChromiumError with one line that says what to install. Call it before Playwright is started.
    """
    ensure_driver()
    found = installed() or after_playwright_install() or after_apt_install()
    if found is None:
        raise NoChromiumError(
            "The browser tests need Chromium: install it (Debian: apt-get install chromium; elsewhere: "
            "python -m playwright install chromium) or set CHROMIUM to its path."
        )
    return found


def ensure_driver() -> None:
    """Playwright's own driver starts: on a bare Debian it lacks one library, which is installed where we may.

    Raises NoChromiumError with the driver's own words.
    """
    text = driver_complaint()
    if text and apt_installs("libatomic1"):
        text = driver_complaint()
    if text:
        raise NoChromiumError(
            f"Playwright's driver does not start (Debian: apt-get install libatomic1). It says: {text}"
        )


def driver_complaint() -> str:
    """What Playwright's driver says when it cannot start; empty when it can."""
    version = [sys.executable, "-m", "playwright", "--version"]
    run = subprocess.run(version, check=False, capture_output=True, text=True, timeout=60)
    return "" if run.returncode == 0 else run.stderr.strip() or f"exit code {run.returncode}"


def installed() -> Path | None:
    """The first Chromium that is already here, or None. A CHROMIUM that names no program raises NoChromiumError."""
    if found := os.environ.get("CHROMIUM"):
        if program := shutil.which(found):
            return Path(program)
        raise NoChromiumError(f"CHROMIUM is set to {found!r}, and no program is there.")
    on_path = (program for name in NAMES if (program := shutil.which(name)))
    return next(map(Path, on_path), None) or playwrights_own()


def playwrights_own() -> Path | None:
    """The Chromium that Playwright has downloaded, or None."""
    with sync_playwright() as playwright:
        path = Path(playwright.chromium.executable_path)
    return path if path.exists() else None


def after_playwright_install() -> Path | None:
    """Lets Playwright download its Chromium; None where it cannot."""
    command = [sys.executable, "-m", "playwright", "install", "chromium"]
    return playwrights_own() if succeeds(command) else None


def after_apt_install() -> Path | None:
    """Installs Debian's Chromium; None where this is not Debian or we may not."""
    return installed() if apt_installs("chromium") else None


def apt_installs(package: str) -> bool:
    """Whether apt installed the package; False where this is not Debian or we are not root."""
    if not shutil.which("apt-get") or os.geteuid() != 0:
        return False
    install = ["apt-get", "install", "-y", "-qq", "--no-install-recommends", package]
    return succeeds(["apt-get", "update", "-qq"]) and succeeds(install)


def succeeds(command: list[str]) -> bool:
    """Whether the command ran and ended well; what it prints, pytest shows when the test fails."""
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    return subprocess.run(command, env=environment, check=False, timeout=600).returncode == 0
