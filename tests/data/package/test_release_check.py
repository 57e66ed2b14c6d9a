"""`make check-data` reads the tables inside each release by what the release itself declares, and by nothing later."""

import hashlib
import io
import zipfile

import orjson
import pytest
from typer.testing import CliRunner

from data.__main__ import app
from data.curation.freeze import freeze
from data.package.problems import BrokenPackageError
from data.package.release_files import RELEASES, SUMS, known_releases
from data.versions.release import open_release, release_problems
from tests.data.zips import of_zeros, zipped
from tests.edited_tables import copy_tables
from tests.factory import shipped

pytestmark = pytest.mark.slow
DAY = "2026-11-24"
FILES = {path.name: path.read_bytes() for path in zipfile.Path(known_releases()[-1].path).iterdir()}


def release_of(folder, whole):
    """A folder of releases with one, whose file is `whole` and stands in the list as frozen so."""
    (folder / f"{DAY}.zip").write_bytes(whole)
    (folder / SUMS).write_text(f"{hashlib.sha256(whole).hexdigest()}  {DAY}.zip\n")
    return folder


def edited(folder, file, old, new):
    """The newest release with the first `old` of a file inside become `new`."""
    assert old in FILES[file]
    return release_of(folder, zipped({**FILES, file: FILES[file].replace(old, new, 1)}.items()))


@pytest.mark.parametrize(
    ("file", "old", "new", "sentence"),
    [
        ("events.csv", b"2025-01-20,", b"2025-02-30,", "table events, row 2, column date.*must be a date"),
        ("events.csv", b"-77.0365", b"-777", "table events, row 2, column lon.*must be from -180 to 180"),
        ("sides.csv", b"US,", b",", "table sides, row 2, column side: must not be empty"),
        ("families.csv", b"family,", b"famille,", "table families, row 1, column family: .*must be in the header"),
        ("sides.csv", b"\n", b",,,\n", "table sides, row 1.*"),
        ("event_types.csv", b"vessel_strike,", b"land_strike,", "table event_types, row .*different in every row"),
        (
            "event_types.csv",
            b"vessel_strike,",
            b"boat_strike,",
            r"table events \(rows .*must stand in .* event_type",
        ),
        ("datapackage.json", b"{", b"[", "file datapackage.json: the descriptor must be JSON"),
    ],
    ids=["type", "constraint", "required", "header", "ragged", "key", "reference", "descriptor"],
)
def test_a_broken_table_inside_a_release_is_named_with_the_release_the_table_and_the_rule(
    tmp_path, file, old, new, sentence
):
    found = list(map(str, release_problems(edited(tmp_path, file, old, new))))
    assert all(item.startswith(f"file {DAY}.zip, ") for item in found)
    with pytest.raises(BrokenPackageError, match=sentence):
        raise BrokenPackageError(release_problems(tmp_path))


def test_a_table_that_is_gone_and_a_file_that_nothing_declares_are_named(tmp_path):
    files = {**FILES, "more.csv": b"a\n1\n"}
    del files["ships.csv"]
    found = sorted(map(str, release_problems(release_of(tmp_path, zipped(files.items())))))
    assert found == [
        f"file {DAY}.zip, file more.csv: no table of the descriptor has this file",
        f"file {DAY}.zip, table ships: the file ships.csv is missing or cannot be read",
    ]


def test_rules_that_came_after_a_release_do_not_judge_it(tmp_path):
    """Its own declaration says nothing of formulas or of marks that are not seen."""
    assert release_problems(edited(tmp_path, "verifications.csv", b"Official", b"=Official\xe2\x80\x8b")) == ()


def test_a_release_may_declare_what_the_tables_of_today_do_not(tmp_path):
    declared = orjson.loads(FILES["datapackage.json"])
    sides = next(item for item in declared["resources"] if item["name"] == "sides")
    sides["schema"]["fields"].append({"name": "motto", "type": "string", "title": "Motto", "description": "Of old."})
    rows = FILES["sides.csv"].decode().splitlines()
    content = "\n".join([rows[0] + ",motto", *(row + ",on" for row in rows[1:])]) + "\n"
    files = {**FILES, "datapackage.json": orjson.dumps(declared), "sides.csv": content.encode()}
    assert release_problems(release_of(tmp_path, zipped(files.items()))) == ()


def test_the_command_says_it_and_fails(tmp_path):
    folder = copy_tables(tmp_path / "data")
    (folder.with_name("releases")).mkdir()
    edited(folder.with_name("releases"), "events.csv", b"2025-01-20,", b"2025-02-30,")
    broken = CliRunner().invoke(app, ["check", str(folder)])
    assert broken.exit_code == 1
    assert f"file {DAY}.zip, table events, row 2, column date" in broken.output
    release_of(folder.with_name("releases"), zipped(FILES.items()))
    assert CliRunner().invoke(app, ["check", str(folder)]).exit_code == 0


def test_a_bomb_in_place_of_a_release_is_one_sentence_and_opens_for_nobody(tmp_path):
    release_of(tmp_path, of_zeros(50, "events.csv", "claims.csv"))
    text = release_problems(tmp_path)
    assert {(problem.table, problem.value) for problem in text} == {
        (f"{DAY}.zip", "events.csv"),
        (f"{DAY}.zip", "claims.csv"),
        (f"{DAY}.zip", None),
    }
    with pytest.raises(BrokenPackageError, match=f"{DAY}.zip"):
        open_release(known_releases(tmp_path)[0])


def test_tables_that_nobody_could_open_again_are_not_frozen(tmp_path):
    folder = copy_tables(tmp_path / "data")
    with (folder / "LICENSE.md").open("ab") as file:
        file.write(b"Licence. " * 1_000_000)
    with pytest.raises(BrokenPackageError, match=r"2026-12-01.zip.*LICENSE.md.*at most"):
        freeze("2026-12-01", folder, folder.with_name("releases"))
    assert not (folder.with_name("releases")).exists()


def test_the_files_of_a_release_open_as_they_were_frozen():
    release = known_releases(RELEASES)[-1]
    folder = open_release(release, shipped()).descriptor.folder
    assert {name: (folder / name).read_bytes() for name in FILES} == FILES
    assert zipfile.is_zipfile(io.BytesIO(release.path.read_bytes()))
