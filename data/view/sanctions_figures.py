"""The key figures of sanctions: each a named function, defined for readers by the message of its name."""

from data.sanctions.actions import EASING, TIGHTENING, tightening_or_easing
from data.sanctions.licences import in_force, status_day
from data.sanctions.ships import tankers_taken
from data.selection.key_figure import FactText, KeyFigure, defined
from data.text.formats import day_name, number
from data.text.messages import say
from data.view.figure_scope import with_scope
from data.view.selection import Selection


def sanctions_figures(selection: Selection) -> tuple[KeyFigure, ...]:
    """The figures in reading order: targets of each kind, delisted, tankers, actions, licences."""
    kinds = selection.package.choices("sanctions_targets", "target_type")
    by_kind = [(targets_of_kind, defined(targets_of_kind, selection, kind)) for kind in kinds]
    others = [(figure, defined(figure, selection)) for figure in (delisted, tankers, action_figure, licence_figure)]
    return tuple(with_scope(result, figure.__name__, selection) for figure, result in (*by_kind, *others))


def targets_of_kind(selection: Selection, kind: str) -> FactText:
    """The targets of one kind: label, number, and of how many listed."""
    rows = selection.targets.rows
    label = selection.package.choices("sanctions_targets", "target_type")[kind]
    return label, number((rows.target_type == kind).sum()), say("sanctions_figures.of_listed", listed=len(rows))


def delisted(selection: Selection) -> FactText:
    """The targets taken off the list in the months, whenever they were listed: label, number, and how many of them were
    listed in the same months."""
    targets = selection.targets
    both = int(targets.delisted.index.isin(targets.rows.index).sum())
    if selection.filters.period.is_open:
        text = say("sanctions_figures.of_listed", listed=len(targets.rows))
    else:
        text = say("sanctions_figures.listed_then", count=both)
    return say("sanctions_figures.delisted"), number(len(targets.delisted)), text


def action_figure(selection: Selection) -> FactText:
    """The actions on sanctions: label, number, and how many tighten and ease."""
    found = selection.actions
    counts = tightening_or_easing(found, selection.package["plover_scores"]).value_counts()
    text = say("sanctions_figures.directions", tightening=counts.get(TIGHTENING, 0), easing=counts.get(EASING, 0))
    return say("sanctions_figures.actions"), number(len(found)), text


def licence_figure(selection: Selection) -> FactText:
    """The licences in force: label, number, of how many versions, and on which day where the table says it."""
    versions = selection.licences
    text, as_of = say("sanctions_figures.of_versions", count=len(versions)), status_day(versions)
    if as_of:
        text = say("sanctions_figures.as_of", text=text, day=day_name(as_of))
    return say("sanctions_figures.licences"), number(len(in_force(versions))), text


def tankers(selection: Selection) -> tuple[str, str, str]:
    """The tankers taken, each once: label, number, and how many have a day of listing."""
    taken = tankers_taken(selection.package["ships"], selection.events)
    listed = int(taken.listed_on.notna().sum())
    return say("figures.tankers"), number(len(taken)), say("figures.tankers_listed", listed=listed)


def listed_targets(selection: Selection) -> tuple[str, str, str]:
    """The targets listed in the months: label, number, and how many were delisted in them."""
    targets = selection.of_everybody.targets
    delisted_again = say("figures.delisted", count=len(targets.delisted))
    undated = [say("figures.undated", count=targets.undated)] if targets.undated else []
    return say("figures.listed"), number(len(targets.rows)), ", ".join([delisted_again, *undated])
