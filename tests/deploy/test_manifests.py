"""What the app is hosted with keeps to its formats and to the least that it needs; a wrong field is found."""

import configparser
import copy
import re
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from tests.browser.harness import ROOT

DEPLOY = ROOT / "deploy"
MANIFESTS = sorted((DEPLOY / "kubernetes").glob("*.yaml"))
CONTAINERFILE = (DEPLOY / "Containerfile").read_text(encoding="utf-8")
NAME = "crisis-dashboard"
# What of the project is no part of the running app.
NOT_HOSTED = {"bench", "docs", "tests", "tools", "shots", "mutants"}


def validated(*paths):
    command = [sys.executable, "-m", "kubernetes_validate", "--strict", *map(str, paths)]
    return subprocess.run(command, check=False, capture_output=True, text=True)


def manifest(kind):
    return next(one for path in MANIFESTS if (one := yaml.safe_load(path.read_text(encoding="utf-8")))["kind"] == kind)


def test_every_manifest_is_valid():
    checked = validated(*MANIFESTS)
    assert checked.returncode == 0, checked.stdout + checked.stderr


@pytest.mark.parametrize("path", MANIFESTS, ids=lambda path: path.stem)
def test_a_manifest_with_a_wrong_field_is_found(path, tmp_path):
    odd = yaml.safe_load(path.read_text(encoding="utf-8"))
    odd["spec"] = {**copy.deepcopy(odd["spec"]), "replicaz": 2}
    (tmp_path / path.name).write_text(yaml.safe_dump(odd), encoding="utf-8")
    checked = validated(tmp_path / path.name)
    assert checked.returncode != 0
    assert "replicaz" in checked.stdout + checked.stderr


def test_there_are_all_kinds_that_are_needed_and_they_name_the_same_app():
    kinds = [yaml.safe_load(path.read_text(encoding="utf-8"))["kind"] for path in MANIFESTS]
    assert {*kinds} == {
        "Deployment",
        "Service",
        "Ingress",
        "HorizontalPodAutoscaler",
        "PodDisruptionBudget",
        "NetworkPolicy",
    }
    labels = manifest("Deployment")["spec"]["template"]["metadata"]["labels"]
    assert manifest("NetworkPolicy")["spec"]["podSelector"]["matchLabels"] == labels
    assert manifest("PodDisruptionBudget")["spec"]["selector"]["matchLabels"] == labels
    assert manifest("HorizontalPodAutoscaler")["spec"]["scaleTargetRef"]["name"] == NAME


def test_the_container_of_kubernetes_has_no_rights_that_it_does_not_need():
    pod = manifest("Deployment")["spec"]["template"]["spec"]
    (container,) = pod["containers"]
    assert (pod["securityContext"]["runAsNonRoot"], pod["automountServiceAccountToken"]) == (True, False)
    rights = container["securityContext"]
    assert (rights["readOnlyRootFilesystem"], rights["allowPrivilegeEscalation"]) == (True, False)
    assert rights["capabilities"] == {"drop": ["ALL"]}
    assert container["livenessProbe"]["httpGet"]["path"] == "/healthz"
    assert container["readinessProbe"]["httpGet"]["path"] == "/readyz"
    assert manifest("NetworkPolicy")["spec"]["egress"] == []


def test_services_of_compose_write_nothing_and_only_nginx_is_reached():
    services = yaml.safe_load((DEPLOY / "compose.yaml").read_text(encoding="utf-8"))["services"]
    for service in services.values():
        assert (service["read_only"], service["cap_drop"], service["tmpfs"]) == (True, ["ALL"], ["/tmp"])
    assert [name for name, service in services.items() if "ports" in service] == ["nginx"]
    assert services["app"]["networks"] == ["inside"]


def test_the_image_holds_all_that_the_app_needs_and_runs_as_nobody_with_rights():
    copied = {
        path for line in re.findall(r"^COPY (?!--from)(.+)$", CONTAINERFILE, re.MULTILINE) for path in line.split()[:-1]
    }
    tracked = subprocess.run(["git", "ls-files"], cwd=ROOT, check=True, capture_output=True, text=True).stdout.split()
    rooms = {Path(path).parts[0] for path in tracked if path.endswith(".py") and len(Path(path).parts) > 1} - NOT_HOSTED
    assert rooms | {"static", ".streamlit", "app.py", "server.py", "requirements.txt"} == copied
    assert re.search(r"^USER \d{4,}:\d{4,}$", CONTAINERFILE, re.MULTILINE)
    assert "--require-hashes" in CONTAINERFILE
    assert "/healthz" in CONTAINERFILE


def test_the_unit_of_systemd_starts_what_is_there_without_rights():
    unit = configparser.ConfigParser(strict=False, interpolation=None, delimiters=("=",))
    unit.optionxform = str
    unit.read_string((DEPLOY / f"{NAME}.service").read_text(encoding="utf-8"))
    service = unit["Service"]
    command = service["ExecStart"].removeprefix(service["WorkingDirectory"])
    assert command.startswith("/.venv/bin/python -m deploy ")
    for protection in ("DynamicUser", "NoNewPrivileges", "PrivateTmp", "RestrictNamespaces"):
        assert service[protection] == "yes"
    assert (service["CapabilityBoundingSet"], service["ProtectSystem"]) == ("", "strict")
