"""The house holds: imports point one way and in no circle, pages are short scripts, vocabulary is data, registries are
complete."""

import ast
from collections import Counter
from functools import cache
from pathlib import Path

import pytest

from components.view.view import PAGES
from data.selection.filters import filter_kinds
from data.view.settings import setting_kinds
from tests.factory import shipped

ROOT = Path(__file__).parent.parent
ROOMS = ("data", "components", "pages", "routes")
FRAME = "components/frame/frame.py"
MOST_FILES = 16
FRAMEWORKS = ("streamlit", "plotly", "pydeck", "starlette")
MODULES = sorted(path.relative_to(ROOT) for room in ROOMS for path in (ROOT / room).rglob("*.py"))
TOP = [Path("app.py"), Path("server.py")]
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


@pytest.mark.parametrize("path", [*MODULES, *TOP], ids=str)
def test_imports_point_one_way(path):
    ours = {name.split(".")[0] for name in imported(path)} & {*ROOMS, "app", "server", "tests"}
    assert ours <= MAY_IMPORT[path.parts[0]]
    if path.parts[0] == "data":
        assert not {name for name in imported(path) if name.split(".")[0] in FRAMEWORKS}


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
    files = Counter(path.parent.as_posix() for path in MODULES)
    assert [folder for folder, count in files.items() if count > MOST_FILES] == []


def test_nothing_but_the_command_line_needs_the_tools_of_curators():
    curation = Path("data/curation")
    users = {path.as_posix() for path in [*MODULES, *TOP] if path.parent != curation and uses(path, "data.curation")}
    assert users == {"data/__main__.py"}


@pytest.mark.parametrize("path", [*MODULES, *TOP], ids=str)
def test_every_module_opens_with_what_it_holds(path):
    assert ast.get_docstring(tree(path))


@pytest.mark.parametrize("path", [path for path in MODULES if path.parts[0] != "pages"], ids=str)
def test_public_functions_and_classes_say_what_they_are(path):
    public = [
        node
        for node in tree(path).body
        if isinstance(node, ast.FunctionDef | ast.ClassDef) and not node.name.startswith("_")
    ]
    assert [node.name for node in public if not ast.get_docstring(node)] == []


@pytest.mark.parametrize("path", MODULES, ids=str)
def test_state_and_address_are_touched_by_the_controls_and_the_frame_only(path):
    touched = {
        node.attr
        for node in ast.walk(tree(path))
        if isinstance(node, ast.Attribute) and node.attr in ("session_state", "query_params")
    }
    assert not touched or path.parts[:2] == ("components", "controls") or path.as_posix() == FRAME


@pytest.mark.parametrize("path", SCRIPTS, ids=str)
def test_a_page_is_a_short_script_that_starts_with_the_view(path):
    source = (ROOT / path).read_text(encoding="utf-8")
    body = tree(path)
    assert len(source.splitlines()) <= 60
    assert not [node for node in ast.walk(body) if isinstance(node, ast.FunctionDef | ast.ClassDef | ast.Lambda)]
    assert "groupby" not in source
    assert "open(" not in source
    first = next(node for node in body.body if not isinstance(node, ast.Import | ast.ImportFrom | ast.Expr))
    assert ast.unparse(first) == "view = current_view()"


@pytest.mark.parametrize("path", MODULES, ids=str)
def test_no_event_type_colour_or_phase_is_spelled_in_python(path):
    types, phases, families = shipped()["event_types"], shipped()["phases"], shipped()["families"]
    # "release" and "legal" are also plain words; what matters is that no module decides by an event type.
    vocabulary = {*types.event_type, *phases.phase_id, *families.colour_light, *families.colour_dark}
    assert texts(path) & (vocabulary - {"release", "sanctions"}) == set()


def test_the_files_in_pages_are_the_pages_of_the_navigation():
    assert {page.file for page in PAGES} == {path.as_posix() for path in SCRIPTS}


def test_page_paths_and_filter_words_do_not_collide():
    slugs = [page.slug for page in PAGES]
    assert len(set(slugs)) == len(slugs)
    assert slugs[0] == ""
    assert set(filter_kinds()) & {*setting_kinds(), "embed"} == set()
