"""How many mutants of each module the tests kill, from the list that `mutmut results --all true` prints.

`make mutants` prints it as a table, with the ones that live by name: `mutmut show NAME` shows what was changed.
"""

import sys
from collections import Counter
from collections.abc import Iterable

LEAST = 80
# A mutant that never comes to an end is noticed too.
KILLED = {"killed", "timeout"}


def fates(lines: Iterable[str]) -> dict[str, str]:
    """What became of each mutant, by its name: module, function and number, as in data.text.x_said__mutmut_1."""
    pairs = (line.strip().rpartition(": ") for line in lines if "__mutmut_" in line)
    return {name: fate for name, _, fate in pairs}


def scores(fate_of: dict[str, str]) -> dict[str, tuple[int, int]]:
    """Of each module how many mutants there were and how many of them were killed."""
    made = Counter(name.rpartition(".")[0] for name in fate_of)
    killed = Counter(name.rpartition(".")[0] for name, fate in fate_of.items() if fate in KILLED)
    return {module: (number, killed[module]) for module, number in made.items()}


def report(fate_of: dict[str, str]) -> str:
    """One line a module with its mutants, killed ones and percentage, then one line a mutant that was not killed."""
    counts = [
        f"| {module} | {made} | {killed} | {killed / made:.1%} |" for module, (made, killed) in scores(fate_of).items()
    ]
    alive = [f"{name}: {fate}" for name, fate in fate_of.items() if fate not in KILLED]
    return "\n".join(["| module | mutants | killed | score |", "| --- | --- | --- | --- |", *counts, "", *alive])


def is_enough(fate_of: dict[str, str]) -> bool:
    """Whether there are mutants, and of every module at least 80 % were killed."""
    return bool(fate_of) and all(100 * killed >= LEAST * made for made, killed in scores(fate_of).values())


if __name__ == "__main__":
    found = fates(sys.stdin)
    print(report(found))
    sys.exit(not is_enough(found))
