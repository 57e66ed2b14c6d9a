"""What acts on a key figure: which filters choose what it counts, and what it says of them beside its number."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from data.selection.filters import Filters, filter_kinds, filter_titles
from data.selection.key_figure import NONE, KeyFigure
from data.text.formats import lower_first
from data.text.messages import say
from data.view.selection import Selection


@dataclass(frozen=True)
class Scope:
    """The filters that act on a figure, what it counts (as in `figures.of_people`), how many of them the words leave,
    and whether the figure is that number itself, so that no detail of its own stands beside it."""

    filters: tuple[str, ...]
    counted: str = ""
    found: Callable[[Selection], int] = lambda _selection: 0
    says_found: bool = False


EVENT_FILTERS = ("type", "month", "days", "side", "verification", "q")
OF_EVENTS = Scope(EVENT_FILTERS, "events", lambda view: len(view.events))
OF_PEOPLE = Scope(("month", "days", "q", "group", "custody"), "people", lambda view: len(view.custody.people))
OF_TARGETS = Scope(("month", "days", "q"), "targets", lambda view: view.targets.found)
OF_LICENCES = Scope(("q",), "licences", lambda view: len(view.licences))
# Of all people and of all targets: a word that finds events must not make a number of the world smaller.
OF_THE_WORLD = Scope(("month", "days"))

# By the name of the function that computes the figure.
SCOPES: Mapping[str, Scope] = {
    **dict.fromkeys(("strikes_at_sea", "attacks_on_land", "tankers", "action_figure"), OF_EVENTS),
    **dict.fromkeys(("us_nationals_held", "listed_targets"), OF_THE_WORLD),
    **dict.fromkeys(("held_at_the_end", "most_held_at_once", "found_wrongful", "freed_in_exchanges"), OF_PEOPLE),
    "people_in_group": replace(OF_PEOPLE, says_found=True),
    "delisted": OF_TARGETS,
    "targets_of_kind": replace(OF_TARGETS, says_found=True),
    "licence_figure": replace(OF_LICENCES, says_found=True),
}


def with_scope(figure: KeyFigure, name: str, selection: Selection) -> KeyFigure:
    """The figure of that name, which says in its detail what it counts while words are set and which of the filters
    that are set do not act on it, and in its definition which ones do. Words that none of what it counts holds make it
    no number: none is not zero."""
    scope, filters = SCOPES[name], selection.filters
    idle = [name for name in set_filters(filters) if name not in scope.filters]
    apart = [say("figures.not_by", filters=_titles(idle))] if idle else []
    details = [figure.detail]
    if filters.q and "q" in scope.filters:
        found = scope.found(selection)
        text = say(f"figures.of_{scope.counted}", count=found) if found else say(f"figures.no_{scope.counted}")
        details = [text] if scope.says_found or not found else [figure.detail, text]
        figure = figure if found else replace(figure, value=NONE)
    return replace(
        figure,
        detail="; ".join([*details, *apart]),
        definition=f"{figure.definition} {say('figures.acting', filters=_titles(scope.filters))}",
    )


def set_filters(filters: Filters) -> list[str]:
    """The filters that leave something out, in the order of the fields."""
    return [name for name in filter_kinds() if getattr(filters, name) != getattr(Filters(), name)]


def _titles(names: tuple[str, ...] | list[str]) -> str:
    titles = filter_titles()
    return ", ".join(lower_first(titles[name]) for name in names)
