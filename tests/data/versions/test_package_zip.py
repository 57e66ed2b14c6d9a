"""The package as one zip is whole, valid by itself, and the same bytes for the same data."""

import io
import zipfile
from concurrent.futures import ThreadPoolExecutor

import frictionless
import pytest

from data.package.csv_text import read_csv_text
from data.package.package import load_package
from data.package.release_files import known_releases
from data.text.formulas import is_formula
from data.versions.package_zip import package_zip
from data.versions.release import open_release
from tests.factory import shipped


@pytest.fixture(scope="module")
def unpacked(tmp_path_factory):
    folder = tmp_path_factory.mktemp("package")
    zipfile.ZipFile(io.BytesIO(package_zip(shipped().descriptor.folder))).extractall(folder)
    return folder


@pytest.mark.slow
def test_the_package_is_valid_by_itself(unpacked):
    report = frictionless.Package(str(unpacked / "datapackage.json")).validate()
    assert report.valid
    assert len(report.tasks) == len(shipped().descriptor.tables)


def test_the_package_opens_with_the_same_rows_and_its_licences(unpacked):
    assert "CC BY 4.0" in (unpacked / "LICENSE.md").read_text(encoding="utf-8")
    package = load_package(unpacked)
    for table in shipped().descriptor.tables:
        assert package[table.name].equals(shipped()[table.name])


def test_the_same_data_is_the_same_file():
    assert package_zip(shipped().descriptor.folder) == package_zip(shipped().descriptor.folder)


def test_no_text_of_the_package_is_a_formula():
    """The tables of the zip and those by address are as curators keep them, so that nothing there may need a guard."""
    folder = shipped().descriptor.folder
    for table in shipped().descriptor.tables:
        csv_texts, _ = read_csv_text(table, folder)
        texts = csv_texts[[column.name for column in table.columns if column.kind in ("string", "list")]]
        assert not texts.map(is_formula).to_numpy().any()


def test_a_release_is_downloaded_as_it_was_frozen_however_many_ask_at_once():
    """All readers of a release share one open file."""
    release = known_releases()[-1]
    folder = open_release(release, shipped()).descriptor.folder
    with ThreadPoolExecutor(8) as readers:
        saved = list(readers.map(lambda _: package_zip(folder), range(16)))
    assert set(saved) == {release.path.read_bytes()}
