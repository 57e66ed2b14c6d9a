"""A process of the app that ends over and over is started ever later, and soon again once it ran steadily."""

from deploy.restarts import Restarts

LOOK_EVERY = 0.5


def pauses(lives):
    """How long after each end the process was started, when it ran for so many seconds each time."""
    restarts, now, found = Restarts(0.0), 0.0, []
    for life in lives:
        now += life
        ended = now
        while not restarts.is_due(now):
            now += LOOK_EVERY
        restarts.start(now)
        found.append(now - ended)
    return found


def test_a_process_that_ends_at_once_is_started_ever_later_up_to_half_a_minute():
    assert pauses([0.5] * 8) == [1, 2, 4, 8, 16, 30, 30, 30]


def test_a_process_that_ran_for_a_minute_is_started_soon_again():
    assert pauses([0.5, 0.5, 0.5, 60, 0.5, 59]) == [1, 2, 4, 1, 2, 4]


def test_the_pause_counts_from_the_end_and_not_from_each_look():
    restarts = Restarts(0.0)
    assert [restarts.is_due(now) for now in (10.0, 10.5, 11.0, 11.5)] == [False, False, True, True]
