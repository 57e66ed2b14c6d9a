"""The key figures of custody: each a named function, defined for readers by the message of its name."""

from data.detentions.custody import PEOPLE, Custody, held_band, held_on, most_held, people_in_view
from data.detentions.release_waves import exchanges
from data.package.package import Package
from data.selection.filters import ALL_MONTHS, Filters
from data.selection.key_figure import NONE
from data.text.formats import day_name, number
from data.text.messages import say

FOUND, PENDING = "found", "pending"


def people_in_group(custody: Custody, group: str, label: str) -> tuple[str, str, str]:
    """The people of one group in this view: `label`, their number and of how many."""
    of_group = int((custody.people.category == group).sum())
    return label, number(of_group), say("custody_figures.of_everybody", count=len(custody.people))


def held_at_the_end(custody: Custody) -> tuple[str, str, str]:
    """The US nationals and residents held on the last day: label, number or range, and the day."""
    label = say("custody_figures.held")
    if not custody.is_covered:
        return label, NONE, say("custody_figures.no_day")
    held = held_on(custody.us_linked, custody.last)
    return label, str(held), say("custody_figures.on_day", day=day_name(custody.last))


def most_held_at_once(custody: Custody) -> tuple[str, str, str]:
    """The most US nationals and residents held on one day: label, number or range, and the day."""
    label = say("custody_figures.most_held")
    if not custody.is_covered:
        return label, NONE, say("custody_figures.no_day")
    day, most = most_held(held_band(custody.us_linked, custody.first, custody.last))
    when = say("custody_figures.on_day", day=day_name(day)) if most.high else say("custody_figures.on_no_day")
    return label, str(most), when


def freed_in_exchanges(package: Package, filters: Filters) -> tuple[str, str, str]:
    """The people freed in exchanges of the period, by the day of their release: label, number, and in how many of the
    exchanges of this period."""
    held = exchanges(package, package["events"])
    held = held[filters.period.contains(held.date)]
    people = people_in_view(package, filters.keep(package, PEOPLE), ALL_MONTHS, filters.q)
    freed = people[filters.period.contains(people.released_on.fillna(people.free_by))]
    belonging = [set(event_ids) & set(held.event_id) for event_ids in freed.event_ids]
    text = say("custody_figures.freed_in", some=len(set().union(*belonging)), count=len(held))
    return say("custody_figures.freed"), number(sum(map(bool, belonging))), text


def found_wrongful(custody: Custody, package: Package) -> tuple[str, str, str]:
    """The people found wrongfully detained: label, number, and how many findings are under review."""
    findings = custody.people.wrongful_detention
    found, pending = (
        int(findings.isin(package.counted_as(PEOPLE, "wrongful_detention", tally)).sum()) for tally in (FOUND, PENDING)
    )
    return say("custody_figures.wrongful"), number(found), say("custody_figures.pending", pending=pending)
