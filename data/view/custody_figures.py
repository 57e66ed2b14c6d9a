"""The key figures of custody in a view, in reading order."""

from data.detentions.custody import PEOPLE
from data.detentions.key_figures import (
    found_wrongful,
    freed_in_exchanges,
    held_at_the_end,
    most_held_at_once,
    people_in_group,
)
from data.selection.key_figure import KeyFigure, defined
from data.view.figure_scope import with_scope
from data.view.selection import Selection


def custody_figures(selection: Selection) -> tuple[KeyFigure, ...]:
    """How many were held, how many an exchange freed, how many were found wrongfully detained, and the people of each
    group."""
    package, filters, custody = selection.package, selection.filters, selection.custody
    figures = [
        *((figure, defined(figure, custody)) for figure in (held_at_the_end, most_held_at_once)),
        (freed_in_exchanges, defined(freed_in_exchanges, package, filters.month, filters.q)),
        (found_wrongful, defined(found_wrongful, custody, package)),
    ]
    groups = package.choices(PEOPLE, "category").items()
    figures += [(people_in_group, defined(people_in_group, custody, group, label)) for group, label in groups]
    return tuple(with_scope(result, figure.__name__, selection) for figure, result in figures)
