"""Detained people for tests: hand-made rows for each precision and status, and rows drawn at random."""

import pandas as pd
from hypothesis import settings
from hypothesis import strategies as st

DAYS = ("detained_on", "detained_latest", "last_known_held_on", "released_on", "free_by")
GROUPS = ("us_citizen", "us_resident", "other_foreigner")
TEXTS = {
    "name": "A person",
    "category": "us_citizen",
    "detained_precision": "day",
    "released_precision": "day",
    "status": "unknown",
    "wrongful_detention": "unknown",
    "detained_place": "",
    "held_at": "",
    "alleged_grounds": "",
    "release_context": "",
    "notes": "",
    "possibly_same_as": "",
}
FIRST, LAST = pd.Timestamp("2025-01-20"), pd.Timestamp("2026-10-04")


def make_people(*rows):
    """People as the package loads them, named p0, p1, ...; days that a row does not give are not known."""
    whole = [
        {"person_id": f"p{place}", **TEXTS, "event_ids": (), **dict.fromkeys(DAYS), **row}
        for place, row in enumerate(rows)
    ]
    types = dict.fromkeys(["person_id", *TEXTS], "str") | {"event_ids": "object"} | dict.fromkeys(DAYS, "datetime64[s]")
    return pd.DataFrame({name: pd.Series([row[name] for row in whole], dtype=kind) for name, kind in types.items()})


def people_of(package, event_id):
    """The people whose rows name the event."""
    people = package["detainees"]
    return people[people.event_ids.map(lambda event_ids: event_id in event_ids)]


def dated(detained_on=None, detained_latest=None, last_known_held_on=None, free_by=None, **more):
    return {
        "detained_on": detained_on,
        "detained_latest": detained_latest,
        "last_known_held_on": last_known_held_on,
        "free_by": free_by,
        **more,
    }


KNOWN = dated("2025-03-10", "2025-03-10", "2025-07-17", "2025-07-18")
MONTH = dated("2025-03-01", "2025-03-31", "2025-07-17", "2025-07-18", detained_precision="month")
BETWEEN = dated("2025-10-01", "2025-12-31", "2026-01-02", "2026-01-30", detained_precision="approx")
START_UNKNOWN = dated(None, None, "2025-01-30", "2025-01-31")
FREED_THE_DAY_SEEN = dated("2025-03-10", "2025-03-10", "2025-07-18", "2025-07-18")
STILL_HELD = dated("2025-05-21", "2025-05-23", "2026-03-08", None)
NEVER_HEARD_OF_AGAIN = dated("2024-10-27", "2024-10-27", None, None)
UNDATED = dated()
# A loaded machine is no failure; what looks at every day of a span needs fewer examples.
PATIENT, FEW = settings(deadline=None), settings(deadline=None, max_examples=settings.default.max_examples // 3)


def days(first=0, last=60):
    return st.sampled_from(pd.date_range("2025-01-01", periods=last + 1).to_list()[first:])


@st.composite
def people_rows(draw, most=6):
    """Rows whose known days come in order, any of them missing, some pointing at another row."""
    rows = []
    for place in range(draw(st.integers(0, most))):
        moments = sorted(draw(st.lists(days(), min_size=4, max_size=4)))
        moments[3] = max(moments[3], moments[2] + pd.Timedelta(days=1))
        known = draw(st.lists(st.booleans(), min_size=4, max_size=4))
        row = dated(*(moment if keep else None for moment, keep in zip(moments, known, strict=True)))
        others = [f"p{other}" for other in range(most) if other != place]
        row["possibly_same_as"] = draw(st.sampled_from(["", "", *others]))
        row["category"] = draw(st.sampled_from(GROUPS))
        rows.append(row)
    return rows
