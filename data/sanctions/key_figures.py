"""The key figures of sanctions: each a named function, defined for readers by the word of its name."""

import pandas as pd

from data.package.package import Package
from data.sanctions.actions import EASING, TIGHTENING, actions, tightening_or_easing
from data.sanctions.licences import in_force, licences_in_view
from data.sanctions.ships import tankers_taken
from data.sanctions.targets import ListedTargets, targets_in_view
from data.selection.filters import Filters
from data.selection.selection import KeyFigure, Scene, Told, defined
from data.text.formats import number
from data.text.messages import say


def sanctions_figures(package: Package, filters: Filters, events: pd.DataFrame) -> tuple[KeyFigure, ...]:
    """The figures in reading order: targets of each kind, delisted, tankers, actions, licences.

    `events` are those that pass `filters`.
    """
    scene = Scene(package, filters, events)
    kinds = package.choices("sanctions_targets", "target_type")
    by_kind = [defined(targets_of_kind, scene, kind) for kind in kinds]
    return (*by_kind, *(defined(figure, scene) for figure in (delisted, tankers, action_figure, licence_figure)))


def targets_in(scene: Scene) -> ListedTargets:
    """The targets of a view: listed in its months, with its words in their row or in one of their ties."""
    package, filters = scene.package, scene.filters
    return targets_in_view(package["sanctions_targets"], filters.month, filters.q, package["sanctions_relations"])


def targets_of_kind(scene: Scene, kind: str) -> Told:
    """The targets of one kind: label, number, and of how many listed."""
    rows = targets_in(scene).rows
    label = scene.package.choices("sanctions_targets", "target_type")[kind]
    return label, number((rows.target_type == kind).sum()), say("sanctions_figures.of_listed", listed=len(rows))


def delisted(scene: Scene) -> Told:
    """The targets taken off the list again: label, number, and of how many listed."""
    rows = targets_in(scene).rows
    removed, told = number(rows.delisted_on.notna().sum()), say("sanctions_figures.of_listed", listed=len(rows))
    return say("sanctions_figures.delisted"), removed, told


def action_figure(scene: Scene) -> Told:
    """The actions on sanctions: label, number, and how many tighten and ease."""
    found = actions(scene.events, scene.package["sanctions_actions"])
    ways = tightening_or_easing(found, scene.package["plover_scores"]).value_counts()
    told = say("sanctions_figures.ways", tightening=ways.get(TIGHTENING, 0), easing=ways.get(EASING, 0))
    return say("sanctions_figures.actions"), number(len(found)), told


def licence_figure(scene: Scene) -> Told:
    """The licences in force: label, number, and of how many versions."""
    versions = licences_in_view(scene.package["licences"], scene.filters.q)
    told = say("sanctions_figures.of_versions", count=len(versions))
    return say("sanctions_figures.licences"), number(len(in_force(versions))), told


def tankers(scene: Scene) -> tuple[str, str, str]:
    """The tankers taken, each once: label, number, and how many have a day of listing."""
    taken = tankers_taken(scene.package["ships"], scene.events)
    listed = int(taken.listed_on.notna().sum())
    return say("figures.tankers"), number(len(taken)), say("figures.tankers_listed", listed=listed)


def listed_targets(scene: Scene) -> tuple[str, str, str]:
    """The targets listed in the months: label, number, and how many were removed again."""
    package, filters = scene.package, scene.filters
    targets = targets_in_view(package["sanctions_targets"], filters.month, filters.q, package["sanctions_relations"])
    removed = int(targets.rows.delisted_on.notna().sum())
    if targets.undated:
        told = say("figures.removed_undated", removed=removed, undated=targets.undated)
    else:
        told = say("figures.removed", removed=removed)
    return say("figures.listed"), number(len(targets.rows)), told
