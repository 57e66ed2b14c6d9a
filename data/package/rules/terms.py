"""Rules of terms: the last day of a licence or measure fits when it began, what ended it, and its status."""

from collections.abc import Iterator

import pandas as pd

from data.package.problems import Problem
from data.package.rows import Frames, days_among, problems_in_rows, rows_where, values_by

LICENCES, RUNS_TO = "licences", "runs_to"
IN_FORCE, EXPIRED = "in force", "expired"


def licence_terms_fit(frames: Frames) -> Iterator[Problem]:
    """A version runs to no day before its issue, and to the day on which it expires where that is given."""
    licences = frames[LICENCES]
    early = rows_where(licences, licences.runs_to < licences.issued_on)
    yield from problems_in_rows(early, LICENCES, RUNS_TO, 'must not be before issued_on "{issued_on}"')
    expiry = days_among(licences.replaced_by_or_expires)
    apart = rows_where(licences, expiry.notna() & (licences.runs_to != expiry))
    rule = 'must be the day in replaced_by_or_expires, "{replaced_by_or_expires}"'
    yield from problems_in_rows(apart, LICENCES, RUNS_TO, rule)


def licence_statuses_fit_their_day(frames: Frames) -> Iterator[Problem]:
    """On the day of its status a version was issued; one in force had not passed its last day, one expired had."""
    licences = frames[LICENCES]
    future = rows_where(licences, licences.status_on < licences.issued_on)
    yield from problems_in_rows(future, LICENCES, "status_on", 'must not be before issued_on "{issued_on}"')
    over, forced = licences.runs_to < licences.status_on, licences.status == IN_FORCE
    rule = 'must not be in force on "{status_on}", as runs_to is "{runs_to}"'
    yield from problems_in_rows(rows_where(licences, forced & over), LICENCES, "status", rule)
    lasting = (licences.status == EXPIRED) & (licences.runs_to > licences.status_on)
    rule = 'must not be expired on "{status_on}", as runs_to is "{runs_to}"'
    yield from problems_in_rows(rows_where(licences, lasting), LICENCES, "status", rule)


def measures_run_from_their_event(frames: Frames) -> Iterator[Problem]:
    """A measure runs to no day before its event."""
    actions = frames["sanctions_actions"]
    began = actions.event_id.map(values_by(frames["events"], "event_id", "date"))
    early = rows_where(actions.assign(began=began), actions.runs_to < pd.to_datetime(began, errors="coerce"))
    rule = 'must not be before "{began}", the day of the event "{event_id}"'
    yield from problems_in_rows(early, "sanctions_actions", RUNS_TO, rule, "events.event_id", "events.date")


TERM_RULES = (
    ((LICENCES,), licence_terms_fit),
    ((LICENCES,), licence_statuses_fit_their_day),
    (("sanctions_actions", "events"), measures_run_from_their_event),
)
