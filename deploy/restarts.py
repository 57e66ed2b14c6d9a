"""When a process that ended is started again: soon at first, and ever later where it ends over and over."""

from dataclasses import dataclass

FIRST_PAUSE, LONGEST_PAUSE, STEADY_AFTER = 1.0, 30.0, 60.0


@dataclass
class Restarts:
    """The restarts of one process, in seconds of one clock: `started` is when it last was started."""

    started: float
    pause: float = 0.0
    ended: float | None = None

    def is_due(self, now: float) -> bool:
        """Whether the process, which has ended, is to be started now: 1, 2, 4 and so on up to 30 seconds after its end,
        and 1 second again after it ran for a minute."""
        if self.ended is None:
            self.ended = now
            steady = now - self.started >= STEADY_AFTER
            self.pause = FIRST_PAUSE if steady else min(max(2 * self.pause, FIRST_PAUSE), LONGEST_PAUSE)
        return now >= self.ended + self.pause

    def start(self, now: float) -> None:
        """Note that it is started now."""
        self.started, self.ended = now, None
