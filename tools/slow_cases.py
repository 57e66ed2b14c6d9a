"""Lists in tests/slow_cases.txt the tests that `make check` leaves to `make test`, by the time that they took."""

import sys
from collections import defaultdict
from pathlib import Path
from xml.etree import ElementTree

LIST = Path(__file__).parents[1] / "tests" / "slow_cases.txt"
# What holds the house is asked at every commit, however long it takes.
ALWAYS = ("tests/test_house.py", "tests/test_interface.py")
# All cases of one test together, in seconds of one process on a quiet machine.
MOST_SECONDS = 0.15


def slow_cases(report: Path) -> list[str]:
    """The tests, as pytest names them but without their cases, that took longer than MOST_SECONDS, from a report that
    pytest wrote (`--junitxml`)."""
    seconds: defaultdict[str, float] = defaultdict(float)
    for case in ElementTree.parse(report).iter("testcase"):
        module = case.attrib["classname"].replace(".", "/")
        seconds[f"{module}.py::{case.attrib['name'].partition('[')[0]}"] += float(case.attrib["time"])
    return sorted(name for name, taken in seconds.items() if taken > MOST_SECONDS and not name.startswith(ALWAYS))


if __name__ == "__main__":
    # A report of a quick run holds none that is listed already: they stay.
    listed = set(LIST.read_text(encoding="utf-8").split()) if LIST.exists() else set()
    LIST.write_text("\n".join(sorted(listed | set(slow_cases(Path(sys.argv[1]))))) + "\n", encoding="utf-8")
