"""The house holds: imports point one way and in no circle, pages are short scripts, vocabulary is data, registries are
complete."""

import ast
import re
import tokenize
from collections import Counter
from collections.abc import Callable, Iterable
from functools import cache
from pathlib import Path

from components.view.view import PAGES
from data.selection.filters import filter_kinds
from data.view.settings import setting_kinds
from tests.factory import shipped

ROOT = Path(__file__).parent.parent
ROOMS = ("data", "components", "pages", "routes")
MOST_FILES = 16
# A walk in Chromium opens few pages and takes long: what shares a browser and a server lies in one folder.
ROOMS_OF_MORE = {"tests/browser": 24, "tests/pages": 17}
# A test file is read one test at a time; its cases stand in it as tables.
MOST_LINES, MOST_LINES_OF_TESTS = 200, 350
FRAMEWORKS = ("streamlit", "plotly", "pydeck", "starlette")
MODULES = sorted(path.relative_to(ROOT) for room in ROOMS for path in (ROOT / room).rglob("*.py"))
TOP = [Path("app.py"), Path("server.py")]
BESIDE = sorted(path.relative_to(ROOT) for room in ("bench", "deploy", "tools") for path in (ROOT / room).rglob("*.py"))
TESTS = sorted(path.relative_to(ROOT) for path in (ROOT / "tests").rglob("*.py"))
SCRIPTS = [path for path in MODULES if path.parts[0] == "pages" and path.name != "__init__.py"]
MAY_IMPORT = {
    "data": {"data"},
    "components": {"data", "components"},
    "pages": {"data", "components"},
    "routes": {"data", "components", "routes"},
    "app.py": {"components"},
    "server.py": {"components", "routes"},
}


@cache
def tree(path: Path) -> ast.Module:
    return ast.parse((ROOT / path).read_text(encoding="utf-8"))


def imported(path: Path) -> set[str]:
    nodes = list(ast.walk(tree(path)))
    names = {alias.name for node in nodes if isinstance(node, ast.Import) for alias in node.names}
    return names | {node.module for node in nodes if isinstance(node, ast.ImportFrom) and node.module}


def texts(path: Path) -> set[str]:
    """The string constants of a module, without its docstrings."""
    nodes = list(ast.walk(tree(path)))
    docs = {
        ast.get_docstring(node, clean=False)
        for node in nodes
        if isinstance(node, ast.Module | ast.FunctionDef | ast.ClassDef)
    }
    strings = {node.value for node in nodes if isinstance(node, ast.Constant) and isinstance(node.value, str)}
    return strings - docs


def wrong(paths: Iterable[Path], offences: Callable[[Path], object]) -> dict[str, object]:
    """What is wrong in each file, of those in which something is."""
    found = {path.as_posix(): offences(path) for path in paths}
    return {path: text for path, text in found.items() if text}


def wrong_imports(path: Path) -> set[str]:
    """What a module imports of ours from above it, and of frameworks in a room that knows none."""
    ours = {name.split(".")[0] for name in imported(path)} & {*ROOMS, "app", "server", "tests"}
    foreign = {name for name in imported(path) if name.split(".")[0] in FRAMEWORKS}
    return (ours - MAY_IMPORT[path.parts[0]]) | (foreign if path.parts[0] == "data" else set())


def test_imports_point_one_way():
    assert wrong([*MODULES, *TOP], wrong_imports) == {}


def uses(path: Path, package: str) -> bool:
    return any(f"{name}.".startswith(f"{package}.") for name in imported(path))


def room(name: str) -> str:
    """The room of a module: the folder below `data` or `components`, else the part of the house."""
    parts = name.split(".")
    return ".".join(parts[:2]) if (ROOT / parts[0] / "/".join(parts[1:2])).is_dir() else parts[0]


def test_no_circle_leads_from_room_to_room():
    modules = {path: ".".join(path.with_suffix("").parts).removesuffix(".__init__") for path in MODULES}
    rooms: dict[str, set[str]] = {}
    for path, name in modules.items():
        ours = {room(other) for other in imported(path) if other.split(".")[0] in ROOMS}
        rooms.setdefault(room(name), set()).update(ours - {room(name)})
    # Taken away one by one, the rooms that need no other: what is left goes in a circle.
    while free := [name for name, needed in rooms.items() if not needed]:
        rooms = {name: needed - {*free} for name, needed in rooms.items() if needed}
    assert rooms == {}


def test_no_room_holds_more_than_sixteen_files():
    files = Counter(path.parent.as_posix() for path in [*MODULES, *BESIDE, *TESTS])
    most = dict.fromkeys(files, MOST_FILES) | ROOMS_OF_MORE
    assert {folder: count for folder, count in files.items() if count > most[folder]} == {}


def too_long(path: Path) -> int:
    """The lines of a file that has more than may be; else 0."""
    lines = len((ROOT / path).read_text(encoding="utf-8").splitlines())
    return lines if lines > (MOST_LINES_OF_TESTS if path in TESTS else MOST_LINES) else 0


def test_no_file_has_more_than_200_lines_nor_a_file_of_tests_more_than_350():
    assert wrong([*MODULES, *TOP, *BESIDE, *TESTS], too_long) == {}


def test_nothing_but_the_command_line_needs_the_tools_of_curators():
    curation = Path("data/curation")
    others = [path for path in [*MODULES, *TOP] if curation not in path.parents]
    users = {path.as_posix() for path in others if uses(path, "data.curation")}
    assert users == {"data/__main__.py"}


def test_no_answer_reads_tables_through_the_pages():
    routes = [path for path in MODULES if path.parts[0] == "routes"]
    assert [path.as_posix() for path in routes if uses(path, "components.view.loading")] == []
    stores = [path.as_posix() for path in MODULES if "TableStore()" in (ROOT / path).read_text(encoding="utf-8")]
    assert stores == ["data/versions/store.py"]


def test_every_module_opens_with_what_it_holds():
    assert [path.as_posix() for path in [*MODULES, *TOP] if not ast.get_docstring(tree(path))] == []


def unexplained(path: Path) -> list[str]:
    """The public functions and classes of a module that do not say what they are."""
    definitions = [node for node in tree(path).body if isinstance(node, ast.FunctionDef | ast.ClassDef)]
    return [node.name for node in definitions if not node.name.startswith("_") and not ast.get_docstring(node)]


def test_public_functions_and_classes_say_what_they_are():
    assert wrong([path for path in MODULES if path.parts[0] != "pages"], unexplained) == {}


def test_no_two_public_functions_or_classes_share_a_name():
    homes: dict[str, list[str]] = {}
    for path in MODULES:
        defined = [node for node in tree(path).body if isinstance(node, ast.FunctionDef | ast.ClassDef)]
        for node in defined:
            if not node.name.startswith("_"):
                homes.setdefault(node.name, []).append(path.as_posix())
    # Each command begins in a `main` of its own.
    assert {name: paths for name, paths in homes.items() if len(paths) > 1 and name != "main"} == {}


def touched(path: Path) -> set[str]:
    """What a module reads or writes of the session and of the address."""
    attributes = {node.attr for node in ast.walk(tree(path)) if isinstance(node, ast.Attribute)}
    return attributes & {"session_state", "query_params"}


def test_state_and_address_are_touched_by_the_controls_and_the_frame_only():
    users = [Path(path) for path in wrong(MODULES, touched)]
    assert [path.as_posix() for path in users if not may_touch(path)] == []


def may_touch(path: Path) -> bool:
    """Whether a module is of the room of the session and the address, or of the frame."""
    return path.parts[:2] in {("components", "controls"), ("components", "frame")}


def no_short_script(path: Path) -> list[str]:
    """What a page has beside a short script that starts with the view."""
    source, body = (ROOT / path).read_text(encoding="utf-8"), tree(path)
    defined = [node for node in ast.walk(body) if isinstance(node, ast.FunctionDef | ast.ClassDef | ast.Lambda)]
    first = next(node for node in body.body if not isinstance(node, ast.Import | ast.ImportFrom | ast.Expr))
    return [
        *(["more than 60 lines"] if len(source.splitlines()) > 60 else []),
        *(f"line {node.lineno} defines" for node in defined),
        *(parameter for parameter in ("groupby", "open(") if parameter in source),
        *([] if ast.unparse(first) == "view = current_view()" else ["the view is not first"]),
    ]


def test_a_page_is_a_short_script_that_starts_with_the_view():
    assert wrong(SCRIPTS, no_short_script) == {}


def test_no_event_type_colour_or_phase_is_spelled_in_python():
    types, phases, families = shipped()["event_types"], shipped()["phases"], shipped()["families"]
    # "release" and "legal" are also plain words; what matters is that no module decides by an event type.
    vocabulary = {*types.event_type, *phases.phase_id, *families.colour_light, *families.colour_dark}
    assert wrong(MODULES, lambda path: texts(path) & (vocabulary - {"release", "sanctions"})) == {}


def test_the_files_in_pages_are_the_pages_of_the_navigation():
    assert {page.file for page in PAGES} == {path.as_posix() for path in SCRIPTS}


def test_page_paths_and_filter_words_do_not_collide():
    slugs = [page.slug for page in PAGES]
    assert len(set(slugs)) == len(slugs)
    assert slugs[0] == ""
    assert set(filter_kinds()) & {*setting_kinds(), "embed"} == set()


# The words of a private vocabulary that names once had, and what stands in their place: see docs/architecture.md.
PRIVATE_WORDS = {
    *("told", "said", "word", "asked", "edition", "standing", "resting", "gate", "guard", "readable", "kept", "packed"),
    *(
        "front",
        "head",
        "announcer",
        "warm",
        "spot",
        "cells",
        "course",
        "grade",
        "holds",
        "plain",
        "named",
        "each",
        "way",
    ),
}
# Names that have one of them all the same, each with the reason.
ALLOWED_NAMES = {
    "word": "a word as it is typed, of a search or of a name",
    "WORD": "the pattern of a word of a name",
    "grade": "the parameter of a link, the column and the key of the table `grades`, all public",
    "plain": "the parameter of a link, public",
    "way": "a column of the actions, which the record of the pages has by this name",
    "head": "the method of a frame, and in tests the <head> of HTML",
    "Head": "in tests the parser of the <head> of HTML",
    "cells": "a property of a row of python-docx",
    "holds": "a property of the descriptor, in tests that change it",
    "merge_cells": "the method of a sheet of openpyxl, in a test",
    "NamedTuple": "a name of the standard library",
    "NamedTemporaryFile": "a name of the standard library",
}


def identifiers(path: Path) -> set[str]:
    """The identifiers that a module spells."""
    with (ROOT / path).open("rb") as opened:
        return {token.string for token in tokenize.tokenize(opened.readline) if token.type == tokenize.NAME}


def is_private(name: str) -> bool:
    """Whether a part of a name, split at underlines and capitals, is one of the private words."""
    parts = re.findall(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+", name)
    return bool(PRIVATE_WORDS & {part.lower() for part in parts})


def private_names(path: Path) -> list[str]:
    # Names of tests are sentences of plain English.
    names = {name for name in identifiers(path) if not name.startswith("test_")}
    return sorted(name for name in names - ALLOWED_NAMES.keys() if is_private(name))


def test_names_speak_the_words_of_the_field():
    rooms = (*ROOMS, "tests", "tools", "bench", "deploy")
    paths = sorted(path.relative_to(ROOT) for room in rooms for path in (ROOT / room).rglob("*.py"))
    assert wrong([*paths, *TOP], private_names) == {}


def test_a_test_that_is_left_to_the_whole_run_is_there():
    listed = [line.partition("::") for line in (ROOT / "tests/slow_cases.txt").read_text("utf-8").splitlines()]
    assert [name for path, _, name in listed if f"def {name}(" not in (ROOT / path).read_text("utf-8")] == []
