"""How many events of a view each value of a filter would keep, for lists that lead from a view to its parts."""

import pandas as pd

from data.events.origins import corroboration
from data.package.package import Package
from data.selection.filters import Choice, filter_kinds
from data.selection.period_kinds import EVENTS, Months
from data.text.formats import month_name

COLUMNS = ["parameter", "value", "label", "events"]
CORROBORATION_TABLE, CORROBORATION = "grades", "grade"


def facets(package: Package, events: pd.DataFrame) -> pd.DataFrame:
    """The number of `events` by each value of the filters by choice and by month.

    Columns: parameter (of the filter in a link), value (of the parameter), label (for readers), events (> 0). In the
    order of the filters, of the vocabulary and of time; an empty frame of events gives no rows.
    """
    rows: list[tuple[str, str, str, int]] = []
    for parameter, kind in filter_kinds(EVENTS).items():
        if isinstance(kind, Choice):
            rows += _by_choice(parameter, events[kind.column], kind.labels(package))
        elif type(kind) is Months:
            months = events[kind.column].dt.strftime("%Y-%m")
            rows += _by_choice(parameter, months, {month: month_name(month) for month in sorted(set(months))})
    return pd.DataFrame(rows, columns=COLUMNS)


def corroboration_facet(package: Package, events: pd.DataFrame) -> pd.DataFrame:
    """As `facets`, by the corroboration of the events: how many origins their sources trace to."""
    labels = package.labels(CORROBORATION_TABLE, CORROBORATION)
    return pd.DataFrame(_by_choice(CORROBORATION, corroboration(package, events), labels), columns=COLUMNS)


def with_corroboration(package: Package, events: pd.DataFrame, wanted: str) -> pd.DataFrame:
    """The events with that corroboration, a key of the table `grades`, in the order they came; all of them when it is
    empty."""
    return events[corroboration(package, events) == wanted] if wanted else events


def _by_choice(parameter: str, values: pd.Series, labels: dict[str, str]) -> list[tuple[str, str, str, int]]:
    counts = values.value_counts()
    return [(parameter, value, label, int(counts[value])) for value, label in labels.items() if value in counts.index]
