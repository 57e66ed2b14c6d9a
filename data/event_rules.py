"""Rules of events and of the phases they fall into: days, counts, codes, and what is part of what."""

from collections.abc import Iterator, Mapping

import pandas as pd

from data.problems import Problem
from data.rows import Frames, named, values_by

MILESTONE = 1
DATE_LENGTH = len("2025-01-20")


def killed_range(frames: Frames) -> Iterator[Problem]:
    """The low count of the dead is never above the high one, and neither stands alone."""
    events = frames["events"]
    yield from named(
        events[events.killed_low > events.killed_high], "events", "killed_low", "must not exceed killed_high"
    )
    alone = events[events.killed_low.isna() != events.killed_high.isna()]
    yield from named(alone, "events", "killed_low", "killed_low and killed_high must both be given or both be empty")


def event_dates(frames: Frames) -> Iterator[Problem]:
    """An event ends no earlier than it starts, and its id starts with its first day."""
    events = frames["events"]
    yield from named(events[events.end_date < events.date], "events", "end_date", "must not be before date")
    days = events.date.dt.strftime("%Y-%m-%d")
    wrong = events[events.event_id.str[:DATE_LENGTH] != days]
    yield from named(wrong, "events", "event_id", "must start with the event's date")


def milestone_titles(frames: Frames) -> Iterator[Problem]:
    """A milestone has a short title for the picture of the timeline."""
    events = frames["events"]
    bare = events[(events.importance == MILESTONE) & (events.short_title == "")]
    yield from named(bare, "events", "short_title", "an event of importance 1 must have a short title")


def dyad_direction(frames: Frames) -> Iterator[Problem]:
    """The first country of an event's dyad is the one its act comes from."""
    events = frames["events"]
    first = events.dyad.map(values_by(frames["dyads"], "dyad", "from_code"))
    wrong = events[(first != "") & (first != events.from_code)]
    yield from named(wrong, "events", "from_code", "must be the country that the dyad starts from")


def known_codes(frames: Frames) -> Iterator[Problem]:
    """Every coded act has a PLOVER score, so no act is ever counted as zero for want of one."""
    events, scores = frames["events"], frames["plover_scores"]
    known = set(zip(scores.event, scores["mode"], strict=True))
    coded = events[(events.plover_event != "") | (events.plover_mode != "")]
    codes = zip(coded.plover_event, coded.plover_mode, strict=True)
    unknown = coded[[code not in known for code in codes]]
    rule = "the event and mode must stand in table plover_scores"
    yield from named(unknown, "events", "plover_event, plover_mode", rule)


def codes_go_together(frames: Frames) -> Iterator[Problem]:
    """An act coded in PLOVER is coded in CAMEO too, and the other way round: both scales see the same acts."""
    events = frames["events"]
    one = events[(events.plover_event == "") != (events.cameo == "")]
    yield from named(one, "events", "cameo", "plover_event and cameo must both be given or both be empty")


def no_circles(frames: Frames) -> Iterator[Problem]:
    """No event is part of itself, directly or through others."""
    events = frames["events"]
    parent = dict(zip(events.event_id, events.part_of, strict=True))
    circular = pd.Series([_returns(event, parent) for event in events.event_id], index=events.index, dtype="bool")
    yield from named(events[circular], "events", "part_of", "an event must not be part of itself, nor through others")


def _returns(event: str, parent: Mapping[str, str]) -> bool:
    seen: set[str] = set()
    step = parent[event]
    while step and step not in seen:
        if step == event:
            return True
        seen.add(step)
        step = parent.get(step, "")
    return False


def phases_in_order(frames: Frames) -> Iterator[Problem]:
    """Phases follow one another without overlap; only the last may be open."""
    phases = frames["phases"].sort_values("start")
    yield from named(phases[phases.end < phases.start], "phases", "end", "must not be before start")
    following = phases.start.shift(-1)
    overlap = phases[following.notna() & (phases.end.isna() | (phases.end >= following))]
    yield from named(overlap, "phases", "end", "must be before the start of the next phase")
