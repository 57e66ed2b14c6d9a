"""Rules of events and of the phases they fall into: days, counts, codes, and what is part of what."""

from collections.abc import Iterator, Mapping, Set

import pandas as pd
from rapidfuzz import fuzz

from data.package.problems import Problem
from data.package.rows import Frames, both_or_neither, problems_in_rows, rows_where, values_by

MILESTONE = 1
# The code of the sea among the countries, and the outcome of a vote that went through.
AT_SEA, CARRIED = "XZ", "carried"
DATE_LENGTH = len("2025-01-20")


def killed_range(frames: Frames) -> Iterator[Problem]:
    """The low count of the dead is never above the high one, and neither stands alone."""
    events = frames["events"]
    rule = 'must not exceed killed_high "{killed_high}"'
    yield from problems_in_rows(events[events.killed_low > events.killed_high], "events", "killed_low", rule)
    yield from both_or_neither(events, "events", "killed_low", "killed_low", "killed_high")


def people_ranges(frames: Frames) -> Iterator[Problem]:
    """Of people detained and released the low count is never above the high one, neither stands alone, and the one
    number that is shown beside them is not beyond them."""
    events = frames["events"]
    for one in ("detained", "released"):
        low, high = f"{one}_low", f"{one}_high"
        rule = f'must not exceed {high} "{{{high}}}"'
        yield from problems_in_rows(events[events[low] > events[high]], "events", low, rule)
        yield from both_or_neither(events, "events", low, low, high)
        beyond = events[(events[one] < events[low]) | (events[one] > events[high])]
        rule = f'must be from {low} "{{{low}}}" to {high} "{{{high}}}"'
        yield from problems_in_rows(beyond, "events", one, rule, low, high)


def area_of_strikes(frames: Frames) -> Iterator[Problem]:
    """A strike at sea has the sea in which it was; nothing on land has one."""
    events = frames["events"]
    without = events[events.strikes.notna() & (events.area == "")]
    yield from problems_in_rows(
        without, "events", "area", "a strike at sea must have the sea in which it was", "strikes"
    )
    on_land = events[(events.area != "") & (events.country != AT_SEA)]
    rule = f'only what happened at sea (country {AT_SEA}) has one, and this has country "{{country}}"'
    yield from problems_in_rows(on_land, "events", "area", rule, "country")


def checks_have_both(frames: Frames) -> Iterator[Problem]:
    """A row that was checked says when and in which role."""
    yield from both_or_neither(frames["events"], "events", "checked_on", "checked_on", "checked_by")


def votes_fit_their_events(frames: Frames) -> Iterator[Problem]:
    """A vote was on a day of its event, and more votes for it than against carried it."""
    events = frames["events"].drop_duplicates("event_id").set_index("event_id")
    votes = frames["votes"]
    first = votes.event_id.map(events.date)
    last = votes.event_id.map(events.end_date).fillna(first)
    rule = 'must be a day of the event "{event_id}"'
    outside = votes[(votes.day < first) | (votes.day > last)]
    yield from problems_in_rows(outside, "votes", "day", rule, "event_id", "events.date", "events.end_date")
    wrong = votes[(votes.outcome == CARRIED) != (votes["yes"] > votes["no"])]
    yield from problems_in_rows(wrong, "votes", "outcome", "does not fit {yes} votes for and {no} against", "yes", "no")


def event_dates(frames: Frames) -> Iterator[Problem]:
    """An event ends no earlier than it starts, and its id starts with its first day."""
    events = frames["events"]
    early = events[events.end_date < events.date]
    yield from problems_in_rows(early, "events", "end_date", 'must not be before date "{date}"')
    days = events.date.dt.strftime("%Y-%m-%d")
    wrong = events[events.event_id.str[:DATE_LENGTH] != days]
    yield from problems_in_rows(wrong, "events", "event_id", 'must start with the event\'s date "{date}"')


def milestone_titles(frames: Frames) -> Iterator[Problem]:
    """A milestone has a short title for the picture of the timeline."""
    events = frames["events"]
    bare = events[(events.importance == MILESTONE) & (events.short_title == "")]
    rule = 'an event of importance "{importance}" must have a short title'
    yield from problems_in_rows(bare, "events", "short_title", rule)


def dyad_direction(frames: Frames) -> Iterator[Problem]:
    """The first country of an event's dyad is the one its act comes from."""
    events = frames["events"]
    first = events.dyad.map(values_by(frames["dyads"], "dyad", "from_code"))
    wrong = events.assign(first=first)[(first != "") & (first != events.from_code)]
    rule = 'must be "{first}", the country that dyad "{dyad}" starts from'
    yield from problems_in_rows(wrong, "events", "from_code", rule, "dyads.dyad", "dyads.from_code")


def known_codes(frames: Frames) -> Iterator[Problem]:
    """Every coded act has a PLOVER score, so no act is ever counted as zero for want of one."""
    events, scores = frames["events"], frames["plover_scores"]
    known = set(zip(scores.event, scores["mode"], strict=True))
    coded = events[(events.plover_event != "") | (events.plover_mode != "")]
    codes = zip(coded.plover_event, coded.plover_mode, strict=True)
    unknown = coded[pd.Series([code not in known for code in codes], index=coded.index, dtype="bool")]
    pairs = [_nearest_pair(pair, known) for pair in zip(unknown.plover_event, unknown.plover_mode, strict=True)]
    rule = 'the event "{plover_event}" with the mode "{plover_mode}" must stand in table plover_scores'
    hint = "the nearest that does is {near}"
    column = "plover_event, plover_mode"
    yield from problems_in_rows(unknown.assign(near=pairs), "events", column, rule, "plover_scores.event", hint=hint)


def _nearest_pair(pair: tuple[str, str], known: Set[tuple[str, str]]) -> str:
    """The known event and mode most like the pair: of its event, else of its mode, else of all."""
    event, mode = pair
    of_event = [pair for pair in known if pair[0] == event]
    found = of_event or [pair for pair in known if mode and pair[1] == mode] or known
    best = max(sorted(found), key=lambda pair: fuzz.ratio(", ".join(pair), f"{event}, {mode}"), default=("", ""))
    return f'"{best[0]}" with "{best[1]}"' if best[1] else f'"{best[0]}" without a mode'


def codes_go_together(frames: Frames) -> Iterator[Problem]:
    """An act coded in PLOVER is coded in CAMEO too, and the other way round: both scales see the same acts."""
    yield from both_or_neither(frames["events"], "events", "cameo", "plover_event", "cameo")


def no_circles(frames: Frames) -> Iterator[Problem]:
    """No event is part of itself, directly or through others."""
    events = frames["events"]
    parent = dict(zip(events.event_id, events.part_of, strict=True))
    circles = pd.Series([_circle(event, parent) for event in events.event_id], index=events.index, dtype="str")
    found = events.assign(circle=circles)[circles != ""]
    rule = "an event must not be part of itself, nor through others: {event_id} is part of {circle}"
    yield from problems_in_rows(found, "events", "part_of", rule, "events.part_of")


def _circle(event: str, parent: Mapping[str, str]) -> str:
    """The events through which the event is part of itself, as words; empty when it is not."""
    steps: list[str] = []
    step = parent[event]
    while step and step not in steps:
        steps.append(step)
        if step == event:
            return ", which is part of ".join(steps)
        step = parent.get(step, "")
    return ""


def no_pair_twice(frames: Frames) -> Iterator[Problem]:
    """Of two rows that may report one event the one names the other, and the other names none."""
    events = frames["events"]
    naming = events.possibly_same_as != ""
    twice = naming & events.possibly_same_as.isin([*events.event_id[naming]])
    rule = "the event {possibly_same_as} names another itself: let one of two rows name the other, and no third"
    yield from problems_in_rows(
        rows_where(events, twice), "events", "possibly_same_as", rule, "events.possibly_same_as"
    )


def phases_in_order(frames: Frames) -> Iterator[Problem]:
    """Phases follow one another without overlap; only the last may be open."""
    phases = frames["phases"].sort_values("start")
    yield from problems_in_rows(
        phases[phases.end < phases.start], "phases", "end", 'must not be before start "{start}"'
    )
    following = phases.start.shift(-1)
    beside = phases.assign(next_start=following, next_phase=phases.phase_id.shift(-1), next_row=_rows_below(phases))
    overlap = beside[following.notna() & (phases.end.isna() | (phases.end >= following))]
    rule = 'must be before "{next_start}", the start of the next phase "{next_phase}" in row {next_row}'
    yield from problems_in_rows(overlap, "phases", "end", rule, "phases.start")


def _rows_below(phases: pd.DataFrame) -> list[str]:
    """Of each phase the row of the next one in time; the last has none."""
    return [*map(str, phases.index[1:]), ""][: len(phases)]
