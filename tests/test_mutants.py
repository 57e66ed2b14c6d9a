"""What `make mutants` is told, and how it counts; which tests `make check` leaves out.

It is not run here: what makes the mutants is installed for it alone, and even one mutant takes half a minute. What it
is told must name what there is: it passes over a module that was moved without a word.
"""

import ast
import re
import tomllib
from pathlib import Path

from tools.mutants import fates, is_enough, report, scores
from tools.slow_cases import MOST_SECONDS, slow_cases

ROOT = Path(__file__).parent.parent
CONFIGURED = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["mutmut"]
# A survivor in docs/mutants.md: module and function, or class and method.
SURVIVOR = re.compile(r"^\| `(\w+)` \| `([\w.]+)`", re.MULTILINE)
RESULTS = """
    data.text.xǁChoiceǁkeep__mutmut_1: killed
    data.text.x_said__mutmut_1: survived
    data.days.x_first__mutmut_10: timeout
    data.days.x_first__mutmut_2: no tests
    data.days.x_first__mutmut_3: killed
"""


def functions(path: Path) -> set[str]:
    """The functions of a module, and the methods as Class.method."""
    body = ast.parse(path.read_text(encoding="utf-8")).body
    classes = [node for node in body if isinstance(node, ast.ClassDef)]
    methods = {f"{of.name}.{node.name}" for of in classes for node in of.body if isinstance(node, ast.FunctionDef)}
    return methods | {node.name for node in body if isinstance(node, ast.FunctionDef)}


def test_the_modules_that_are_mutated_and_their_tests_are_there():
    found = [*CONFIGURED["only_mutate"], *CONFIGURED["pytest_add_cli_args_test_selection"]]
    assert [name for name in found if not (ROOT / name).is_file()] == []


def test_each_module_that_is_mutated_is_judged_by_the_tests_of_its_name():
    judged_by = {
        name: Path("tests") / Path(name).parent / f"test_{Path(name).name}" for name in CONFIGURED["only_mutate"]
    }
    assert [name for name, test in judged_by.items() if test.as_posix() not in judges()] == []


def judges() -> list[str]:
    """The files of tests that judge the mutants."""
    return CONFIGURED["pytest_add_cli_args_test_selection"]


def test_the_mutants_that_are_said_to_live_are_of_functions_that_there_are():
    text = (ROOT / "docs" / "mutants.md").read_text(encoding="utf-8")
    defined = {(Path(name).stem, function) for name in CONFIGURED["only_mutate"] for function in functions(ROOT / name)}
    assert {*SURVIVOR.findall(text)} - defined == set()


def test_killed_mutants_are_counted_by_module_and_the_others_named():
    found = fates(RESULTS.splitlines())
    assert scores(found) == {"data.text": (2, 1), "data.days": (3, 2)}
    assert "| data.days | 3 | 2 | 66.7% |" in report(found)
    assert report(found).endswith("data.text.x_said__mutmut_1: survived\ndata.days.x_first__mutmut_2: no tests")


def test_four_of_five_are_enough_in_every_module_and_none_at_all_are_not():
    five = {f"data.days.x_first__mutmut_{number}": "killed" for number in range(4)}
    assert is_enough(five | {"data.days.x_last__mutmut_1": "survived"})
    assert not is_enough(five | {"data.text.x_said__mutmut_1": "survived"})
    assert not is_enough({})


def test_a_test_is_slow_whose_cases_took_long_together_unless_it_holds_the_house(tmp_path: Path):
    half = MOST_SECONDS * 0.6
    cases = (
        ("data.test_x", "test_a[1]"),
        ("data.test_x", "test_a[2]"),
        ("data.test_x", "test_b"),
        ("test_house", "test_c[1]"),
        ("test_house", "test_c[2]"),
    )
    lines = [f'<testcase classname="tests.{module}" name="{name}" time="{half}"/>' for module, name in cases]
    report_of_pytest = tmp_path / "report.xml"
    report_of_pytest.write_text(f"<testsuites>{''.join(lines)}</testsuites>", encoding="utf-8")
    assert slow_cases(report_of_pytest) == ["tests/data/test_x.py::test_a"]
