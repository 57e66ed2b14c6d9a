"""Looks up the packages of the app's lock: known holes, a bill of materials (CycloneDX) and licences, in audit/.

`python -m tools.audit [REQUIREMENTS]`. A package that could not be looked up is no pass, and where the service that
knows holes (PyPI) cannot be reached nothing is called audited.
"""

import argparse
import re
import runpy
import subprocess
import sys
from collections.abc import Iterator
from importlib.metadata import PackageNotFoundError, metadata
from pathlib import Path
from unittest.mock import patch

ROOT = Path(__file__).parents[1]
FOLDER, LOCK = ROOT / "audit", ROOT / "requirements.txt"
LOCKED = re.compile(r"^([A-Za-z0-9][\w.-]*)==([^\s;\\]+)", re.MULTILINE)
CLASSIFIER = "License :: "


def known_holes(requirements: Path) -> int:
    """What pip-audit says of the packages of a lock, printed; 0 where every one was looked up and none has a hole."""
    command = [
        "pip-audit",
        "--requirement",
        str(requirements),
        "--disable-pip",
        "--strict",
        "--progress-spinner",
        "off",
    ]
    with patch.object(sys, "argv", command):
        try:
            runpy.run_module("pip_audit", run_name="__main__")
        except SystemExit as ended:
            return int(ended.code or 0)
    return 0


def write_bill_of_materials(requirements: Path, folder: Path) -> None:
    """Write the packages of a lock with their hashes as CycloneDX."""
    command = [sys.executable, "-m", "cyclonedx_py", "requirements", "--output-reproducible", str(requirements)]
    subprocess.run([*command, "--output-file", str(folder / "sbom.cdx.json")], check=True)


def licences(requirements: Path) -> Iterator[tuple[str, str, str]]:
    """Name, version and licence of each package of a lock, as the installed package says; "not installed" of those that
    another system needs."""
    for name, version in LOCKED.findall(requirements.read_text(encoding="utf-8")):
        yield name, version, _licence(name)


def _licence(name: str) -> str:
    try:
        about = metadata(name)
    except PackageNotFoundError:
        return "not installed"
    given = {
        key: (about.get_all(key) or [""])[0].strip().partition("\n")[0] for key in ("License-Expression", "License")
    }
    classifiers = [text for text in about.get_all("Classifier") or [] if text.startswith(CLASSIFIER)]
    by_class = ", ".join(text.rpartition(" :: ")[2] for text in classifiers)
    return given["License-Expression"] or by_class or given["License"] or "not said"


def main() -> None:
    """Write the bill and the licences, then end as pip-audit ends."""
    parser = argparse.ArgumentParser(prog="python -m tools.audit", description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("requirements", nargs="?", type=Path, default=LOCK)
    requirements = parser.parse_args().requirements
    FOLDER.mkdir(exist_ok=True)
    write_bill_of_materials(requirements, FOLDER)
    rows = [f"| {name} | {version} | {licence} |" for name, version, licence in licences(requirements)]
    table = ["| package | version | licence |", "| --- | --- | --- |", *rows]
    (FOLDER / "licences.md").write_text("\n".join(table) + "\n", encoding="utf-8")
    if status := known_holes(requirements):
        sys.exit(f"Not audited, or not clean: see above ({status}). The bill and the licences are in {FOLDER}.")
    print(f"{len(rows)} packages were looked up, and no hole is known. The bill and the licences are in {FOLDER}.")


if __name__ == "__main__":
    main()
