"""Rules that a single column's declaration cannot say: between columns, between rows, between tables."""

from collections.abc import Callable, Iterator, Mapping

import pandas as pd

from data.problems import Problem

Frames = Mapping[str, pd.DataFrame]
Rule = Callable[[Frames], Iterator[Problem]]

RESTING_ON_SOURCES = (
    "sources",
    "events",
    "claims",
    "detainees",
    "political_prisoners",
    "sanctions_targets",
    "sanctions_relations",
    "ships",
    "licences",
)
IMO_DIGITS = 7
DATE_LENGTH = len("2025-01-20")


def check_rules(frames: Frames) -> list[Problem]:
    """Every row that breaks a rule. A rule that needs a table missing from `frames` is not judged."""
    return [problem for tables, rule in RULES if set(tables) <= frames.keys() for problem in rule(frames)]


def killed_range(frames: Frames) -> Iterator[Problem]:
    """The low count of the dead is never above the high one, and neither stands alone."""
    events = frames["events"]
    yield from _each(
        events[events.killed_low > events.killed_high], "events", "killed_low", "must not exceed killed_high"
    )
    alone = events[events.killed_low.isna() != events.killed_high.isna()]
    yield from _each(alone, "events", "killed_low", "killed_low and killed_high must both be given or both be empty")


def event_dates(frames: Frames) -> Iterator[Problem]:
    """An event ends no earlier than it starts, and its id starts with its first day."""
    events = frames["events"]
    yield from _each(events[events.end_date < events.date], "events", "end_date", "must not be before date")
    days = events.date.dt.strftime("%Y-%m-%d")
    wrong = events[events.event_id.str[:DATE_LENGTH] != days]
    yield from _each(wrong, "events", "event_id", "must start with the event's date")


def whole_points(frames: Frames) -> Iterator[Problem]:
    """A latitude never stands without its longitude, nor the other way round."""
    for table, lat, lon in (
        ("events", "lat", "lon"),
        ("detainees", "lat", "lon"),
        ("detainees", "held_lat", "held_lon"),
    ):
        frame = frames[table]
        half = frame[frame[lat].isna() != frame[lon].isna()]
        yield from _each(half, table, lat, f"{lat} and {lon} must both be given or both be empty")


def precision_fits_point(frames: Frames) -> Iterator[Problem]:
    """A point has a precision; a precision that promises a point has one."""
    promised = frames["geo_precisions"].set_index("geo_precision").needs_point
    for table in ("events", "detainees"):
        frame = frames[table]
        has_point = frame.lat.notna() & frame.lon.notna()
        needs = frame.geo_precision.map(promised)
        yield from _each(
            frame[has_point & (needs == "never")],
            table,
            "geo_precision",
            "a row with a point must say how precise it is",
        )
        lacking = frame[~has_point & (needs == "always")]
        yield from _each(lacking, table, "geo_precision", "a place this precise must have lat and lon")


def dyad_direction(frames: Frames) -> Iterator[Problem]:
    """The first country of an event's dyad is the one its act comes from."""
    events = frames["events"]
    first = events.dyad.map(frames["dyads"].set_index("dyad").from_code)
    wrong = events[(first != "") & (first != events.from_code)]
    yield from _each(wrong, "events", "from_code", "must be the country that the dyad starts from")


def known_codes(frames: Frames) -> Iterator[Problem]:
    """Every coded act has a PLOVER score, so no act is ever counted as zero for want of one."""
    events, scores = frames["events"], frames["plover_scores"]
    known = set(zip(scores.event, scores["mode"], strict=True))
    coded = events[(events.plover_event != "") | (events.plover_mode != "")]
    for row, event, mode in zip(coded.index, coded.plover_event, coded.plover_mode, strict=True):
        if (event, mode) not in known:
            rule = "the event and mode must stand in table plover_scores"
            yield Problem("events", rule, int(row), "plover_event, plover_mode", f"{event}, {mode}")


def codes_go_together(frames: Frames) -> Iterator[Problem]:
    """An act coded in PLOVER is coded in CAMEO too, and the other way round: both scales see the same acts."""
    events = frames["events"]
    one = events[(events.plover_event == "") != (events.cameo == "")]
    yield from _each(one, "events", "cameo", "plover_event and cameo must both be given or both be empty")


def no_circles(frames: Frames) -> Iterator[Problem]:
    """No event is part of itself, directly or through others."""
    events = frames["events"]
    parent = dict(zip(events.event_id, events.part_of, strict=True))
    circular = pd.Series([_returns(event, parent) for event in events.event_id], index=events.index, dtype="bool")
    yield from _each(events[circular], "events", "part_of", "an event must not be part of itself, nor through others")


def _returns(event: str, parent: Mapping[str, str]) -> bool:
    seen: set[str] = set()
    step = parent[event]
    while step and step not in seen:
        if step == event:
            return True
        seen.add(step)
        step = parent.get(step, "")
    return False


def sources_are_used(frames: Frames) -> Iterator[Problem]:
    """A source that no row rests on does not belong in the table."""
    used: set[str] = set()
    for name, frame in frames.items():
        if "source_ids" in frame:
            used.update(source for sources in frame.source_ids for source in sources)
        if name != "sources" and "source_id" in frame:
            used.update(frame.source_id)
    sources = frames["sources"]
    yield from _each(
        sources[~sources.source_id.isin(used)], "sources", "source_id", "no row of any table uses this source"
    )


def imo_check_digits(frames: Frames) -> Iterator[Problem]:
    """IMO ship numbers carry a check digit (IMO resolution A.1117(30))."""
    for table in ("ships", "sanctions_targets"):
        frame = frames[table]
        wrong = frame[(frame.imo != "") & ~frame.imo.map(is_imo_number).astype(bool)]
        yield from _each(wrong, table, "imo", "must be an IMO number: seven digits with a right check digit")


def is_imo_number(text: str) -> bool:
    """Whether the seven digits end in their check digit: the last digit of 7a+6b+5c+4d+3e+2f."""
    if len(text) != IMO_DIGITS or not (text.isascii() and text.isdigit()):
        return False
    total = sum(int(digit) * weight for digit, weight in zip(text, range(IMO_DIGITS, 1, -1), strict=False))
    return total % 10 == int(text[-1])


def custody_days(frames: Frames) -> Iterator[Problem]:
    """A person's days come in order: detained, last known held, free."""
    people = frames["detainees"]
    for early, late in (
        ("detained_on", "detained_latest"),
        ("detained_on", "released_on"),
        ("detained_latest", "last_known_held_on"),
        ("last_known_held_on", "free_by"),
        ("released_on", "free_by"),
    ):
        wrong = people[people[late] < people[early]]
        yield from _each(wrong, "detainees", late, f"must not be before {early}")
    oneself = people[people.possibly_same_as == people.person_id]
    yield from _each(oneself, "detainees", "possibly_same_as", "must be another person's row")


def listing_days(frames: Frames) -> Iterator[Problem]:
    """A target is taken off a list no earlier than it was put on it."""
    targets = frames["sanctions_targets"]
    wrong = targets[targets.delisted_on < targets.listed_on]
    yield from _each(wrong, "sanctions_targets", "delisted_on", "must not be before listed_on")


def phases_in_order(frames: Frames) -> Iterator[Problem]:
    """Phases follow one another without overlap; only the last may be open."""
    phases = frames["phases"].sort_values("start")
    yield from _each(phases[phases.end < phases.start], "phases", "end", "must not be before start")
    following = phases.start.shift(-1)
    overlap = phases[following.notna() & (phases.end.isna() | (phases.end >= following))]
    yield from _each(overlap, "phases", "end", "must be before the start of the next phase")


def every_event_has_a_layer(frames: Frames) -> Iterator[Problem]:
    """The layer of the map that is judged last takes every event, and no layer asks for what no event can be."""
    layers, known = frames["map_layers"], set(frames["events"].verification)
    of_events = layers[layers.shows == "events"].sort_values("judged")
    last = of_events.tail(1)
    asks = (last.event_types.map(len) > 0) | (last.verification.map(len) > 0) | (last.whole != "")
    yield from _each(last[asks], "map_layers", "judged", "the layer judged last must take every event")
    plain = layers[(layers.shows == "people") & (layers.event_types.map(len) == 0)]
    yield from _each(plain, "map_layers", "layer", "a layer of people must name the event type that gives it its looks")
    wrong = layers[[not set(words) <= known for words in layers.verification]]
    yield from _each(wrong, "map_layers", "layer", "its verification must be one that events have")


def _each(rows: pd.DataFrame, table: str, column: str, rule: str) -> Iterator[Problem]:
    for row, value in rows[column].items():
        yield Problem(table, rule, int(str(row)), column, _as_text(value))


def _as_text(value: object) -> str | None:
    if isinstance(value, pd.Timestamp):
        return value.strftime("%Y-%m-%d")
    return None if pd.isna(value) else str(value)  # type: ignore[call-overload]


RULES: tuple[tuple[tuple[str, ...], Rule], ...] = (
    (("events",), killed_range),
    (("events",), event_dates),
    (("events", "detainees"), whole_points),
    (("events", "detainees", "geo_precisions"), precision_fits_point),
    (("events", "dyads"), dyad_direction),
    (("events", "plover_scores"), known_codes),
    (("events",), codes_go_together),
    (("events",), no_circles),
    (RESTING_ON_SOURCES, sources_are_used),
    (("ships", "sanctions_targets"), imo_check_digits),
    (("detainees",), custody_days),
    (("sanctions_targets",), listing_days),
    (("phases",), phases_in_order),
    (("map_layers", "events"), every_event_has_a_layer),
)
