"""OFAC's general licences: their versions in a view, which are in force, from when to when each held, and which have
passed the last day that they name."""

import pandas as pd

from data.package.once_per_package import once_per_package
from data.package.package import Package
from data.package.rows import days_among
from data.package.rules.terms import IN_FORCE
from data.sanctions.terms import term_text
from data.search.searched_rows import SearchedRows, columns_of, days_of, labels_of
from data.text.formats import day_name, lower_first
from data.text.messages import say

LICENCES = "licences"
REPLACED_BY = "gl-"
# How long the stump is that stands for a version whose first day is not known.
STUMP = pd.Timedelta(days=21)


def licences_in_view(package: Package, words: str) -> pd.DataFrame:
    """The versions of licences that hold the words: those in force first, then by number and letter.

    Adds `ends`: what replaced the version or the day on which it expires, in words; missing where neither is known.
    """
    found = package[LICENCES][searched_licences(package).mention(package, words)]
    found = found.assign(
        ends=found.replaced_by_or_expires.map(_end_text),
        over=found.status != IN_FORCE,
        number=found.family.map(int),
    )
    return found.sort_values(["over", "number", "version"], kind="stable").drop(columns=["over", "number"])


@once_per_package
def searched_licences(package: Package) -> SearchedRows:
    """The versions of licences by the place in which words are looked for, their number first."""
    licences = package[LICENCES]
    columns = {"licence": "licence_id", "subject": "subject", "note": "notes"}
    places = {place: columns_of(licences, column) for place, column in columns.items()}
    days = days_of(licences, "issued_on")
    status = labels_of(package, LICENCES, "status")
    return SearchedRows.of(licences.index, {**places, "status": status, "day": days})


def _end_text(end: str) -> str | None:
    return successor_name(end) or (day_name(pd.Timestamp(end)) if end else None)


def successor_name(end: str) -> str:
    """The name of the version that replaced a licence, as in "GL 5Z"; empty for a day on which it expires."""
    return end.replace("-", " ").upper() if end.startswith(REPLACED_BY) else ""


def in_force(licences: pd.DataFrame) -> pd.DataFrame:
    """The versions of licences that are in force on the day of the table's status."""
    return licences[licences.status == IN_FORCE]


def status_day(licences: pd.DataFrame) -> pd.Timestamp | None:
    """The newest day of a list that a status comes from; None where no row says it, as in older releases."""
    known = licences.status_on.dropna()
    return None if known.empty else known.max()


def ran_out(licences: pd.DataFrame, day: pd.Timestamp) -> pd.DataFrame:
    """The versions in force by the table whose last day, as they name it, is over on that `day`."""
    forced = in_force(licences)
    return forced[last_days(forced) < day]


def last_days(licences: pd.DataFrame) -> pd.Series:
    """The last day that each version names, or on which it expires; missing where neither is known."""
    return licences.runs_to.fillna(days_among(licences.replaced_by_or_expires))


def status_texts(package: Package, licences: pd.DataFrame, day: pd.Timestamp) -> pd.Series:
    """The status of each version as it reads on that `day`: "Ran to 5 November 2026; a later version is not in our
    sources" where its last day is over and no other took its place, "In force, runs to 5 November 2026" until then."""
    labels = package.choices(LICENCES, "status")
    known = zip(licences.status, last_days(licences), strict=True)
    return pd.Series(
        [_status(labels[status], status, last, day) for status, last in known], licences.index, dtype="str"
    )


def _status(label: str, status: str, last: pd.Timestamp, day: pd.Timestamp) -> str:
    if status != IN_FORCE or pd.isna(last):
        return str(label)
    term = term_text(last, day)
    return term if last < day else say("term.in_force", status=label, term=lower_first(term))


def licence_spans(
    licences: pd.DataFrame, everyone: pd.DataFrame, first: pd.Timestamp, last: pd.Timestamp
) -> pd.DataFrame:
    """From when to when each version held, as far as its days are known: what a picture from `first` to `last` draws.

    `everyone` is the whole table, in which a version's successor is looked up. Adds `number` (the licence's number),
    `successor` (the name of the version that replaced it, or an empty text), `start` and `end` (days; missing: not
    known) and `from_day` and `to_day`, what is drawn of it: a version in force reaches to the last day that it names,
    or to `last`; one whose end is not known reaches to the next known day of issue in its family (`end_known` is then
    False); one whose first day is not known is a stump of 21 days before its end. Versions of which no day is known, or
    that ended before `first` or began after `last`, are left out.
    """
    end = _ends(licences, everyone)
    forced = licences.status == IN_FORCE
    to_day = end.fillna(_next_issue(licences[end.isna() & ~forced], everyone)).where(
        ~forced, last_days(licences).fillna(last)
    )
    to_day = to_day.mask(to_day > last, last)
    from_day = licences.issued_on.fillna(to_day - STUMP)
    spans = licences.assign(
        number=licences.family.map(int),
        successor=licences.replaced_by_or_expires.map(successor_name),
        start=licences.issued_on,
        end=end,
        end_known=end.notna() | forced,
        from_day=from_day.mask(from_day < first, first),
        to_day=to_day,
    )
    drawn: pd.DataFrame = spans[to_day.notna() & (to_day >= first) & (from_day <= last)]
    return drawn.sort_values(["number", "version"], kind="stable")


def _ends(licences: pd.DataFrame, everyone: pd.DataFrame) -> pd.Series:
    """The day on which each version was replaced or expires; missing where it is not known."""
    issued = everyone.set_index("licence_id").issued_on
    return (
        licences.replaced_by_or_expires.map(issued)
        .astype("datetime64[s]")
        .fillna(days_among(licences.replaced_by_or_expires))
    )


def _next_issue(licences: pd.DataFrame, everyone: pd.DataFrame) -> pd.Series:
    """The next known day of issue in each version's family; missing where none is later, or its own is not known."""
    days = [
        everyone.issued_on[(everyone.family == family) & (everyone.issued_on > start)].min()
        for family, start in zip(licences.family, licences.issued_on, strict=True)
    ]
    return pd.Series(days, index=licences.index, dtype="datetime64[s]")


def moving_families(spans: pd.DataFrame, first: pd.Timestamp) -> pd.DataFrame:
    """The versions of the families in which a version was issued or ended on or after `first`."""
    moved = (spans.start >= first) | (spans.end >= first) | spans.start.isna()
    return spans[spans.number.isin(spans[moved].number)]
