"""The timeline draws an event hollow when it is in doubt, or when all its sources trace to one origin."""

import pytest

from components.theme import theme_for
from components.timeline_chart import timeline_figure
from tests.factory import make_events, shipped


def copies_of(origin, count):
    sources = shipped()["sources"]
    return tuple(sources[sources.origins == (origin,)].source_id[:count])


@pytest.mark.parametrize(
    ("sources", "verification", "hollow"),
    [
        (copies_of("ap", 3), "official", True),
        (copies_of("ap", 1) + copies_of("reuters", 1), "official", False),
        (copies_of("ap", 1) + copies_of("reuters", 1), "claimed", True),
    ],
)
def test_an_event_in_doubt_or_of_one_origin_is_hollow(sources, verification, hollow):
    events = make_events({"source_ids": sources, "verification": verification})
    figure = timeline_figure(shipped(), events, theme_for(shipped(), "light"), "timeline").figure
    (symbol,) = next(trace.marker.symbol for trace in figure.data if trace.mode == "markers")
    assert symbol.endswith("-open") is hollow
