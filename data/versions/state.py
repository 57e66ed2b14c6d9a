"""What was read of the files, what of it readers are shown, and what the log says of each reading."""

import logging
from dataclasses import dataclass

from data.log.json_lines import log_line
from data.package.package import Package
from data.package.problems import Problem, in_lines
from data.text.messages import say
from data.versions.data_version import VersionState
from data.versions.file_stamps import Stamp


@dataclass(frozen=True)
class State:
    """What the files were when they were last read, and what is `shown` of them: None where nothing can be, for the
    `problems` of tables and releases."""

    tables: Stamp
    releases: Stamp
    shown: Package | None
    version_state: VersionState
    problems: tuple[Problem, ...]

    def say_shown(self) -> str:
        """Which tables are shown, in the words of `/readyz` and of the log."""
        if self.shown is None:
            return say("ready.none")
        if not self.version_state.broken:
            return say("ready.current")
        if self.version_state.stood is None:
            return say("data_version.release", version=self.shown.release)
        return say("ready.last_good", moment=f"{self.version_state.stood:%Y-%m-%dT%H:%M:%SZ}")


def log_reading(state: State, ms: float) -> None:
    """Log that the files were read: what is shown, how many problems they have, and the first line of them."""
    level = logging.WARNING if state.problems else logging.INFO
    first = {"problem": in_lines(state.problems)[0]} if state.problems else {}
    grave = level if state.shown else logging.ERROR
    log_line("tables_read", grave, ms=ms, shown=state.say_shown(), problem_count=len(state.problems), **first)
