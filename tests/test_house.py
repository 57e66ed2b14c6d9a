"""The house holds: imports point one way, pages are short scripts, vocabulary is data, registries are complete."""

import ast
from collections.abc import Callable, Iterable
from functools import cache
from pathlib import Path

from components.frame import PAGES
from data.filters import filter_kinds
from data.settings import setting_kinds
from tests.factory import shipped

ROOT = Path(__file__).parent.parent
ROOMS = ("data", "components", "pages", "routes")
STATEFUL = {
    f"components/{name}.py"
    for name in ("frame", "filter_bar", "address_bar", "picking", "setting_widgets", "month_player")
}
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


def wrong(paths: Iterable[Path], offences: Callable[[Path], object]) -> dict[str, object]:
    """What is wrong in each file, of those in which something is."""
    found = {path.as_posix(): offences(path) for path in paths}
    return {path: said for path, said in found.items() if said}


def against_the_way(path: Path) -> set[str]:
    """What a module imports of ours from above it, and of frameworks in a room that knows none."""
    ours = {name.split(".")[0] for name in imported(path)} & {*ROOMS, "app", "server", "tests"}
    foreign = {name for name in imported(path) if name.split(".")[0] in FRAMEWORKS}
    return (ours - MAY_IMPORT[path.parts[0]]) | (foreign if path.parts[0] == "data" else set())


def test_imports_point_one_way():
    assert wrong([*MODULES, *TOP], against_the_way) == {}


def test_every_module_opens_with_what_it_holds():
    assert [path.as_posix() for path in [*MODULES, *TOP] if not ast.get_docstring(tree(path))] == []


def unexplained(path: Path) -> list[str]:
    """The public functions and classes of a module that do not say what they are."""
    definitions = [node for node in tree(path).body if isinstance(node, ast.FunctionDef | ast.ClassDef)]
    return [node.name for node in definitions if not node.name.startswith("_") and not ast.get_docstring(node)]


def test_public_functions_and_classes_say_what_they_are():
    assert wrong([path for path in MODULES if path.parts[0] != "pages"], unexplained) == {}


def touched(path: Path) -> set[str]:
    """What a module reads or writes of the session and of the address."""
    attributes = {node.attr for node in ast.walk(tree(path)) if isinstance(node, ast.Attribute)}
    return attributes & {"session_state", "query_params"}


def test_state_and_address_are_touched_in_a_few_files_only():
    assert set(wrong(MODULES, touched)) <= STATEFUL


def no_short_script(path: Path) -> list[str]:
    """What a page has beside a short script that starts with the view."""
    source, body = (ROOT / path).read_text(encoding="utf-8"), tree(path)
    defined = [node for node in ast.walk(body) if isinstance(node, ast.FunctionDef | ast.ClassDef | ast.Lambda)]
    first = next(node for node in body.body if not isinstance(node, ast.Import | ast.ImportFrom | ast.Expr))
    return [
        *(["more than 60 lines"] if len(source.splitlines()) > 60 else []),
        *(f"line {node.lineno} defines" for node in defined),
        *(word for word in ("groupby", "open(") if word in source),
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
