"""The key figures of custody: each a named function whose docstring is the definition that readers see."""

import pandas as pd

from data.detentions.custody import PEOPLE, Custody, held_band, held_on, most_held
from data.package.package import Package
from data.text.formats import day_name, number
from data.text.messages import say

FOUND, PENDING = "found", "pending"
# In place of a number where there is no day to count on.
NONE = "–"


def people_in_group(custody: Custody, group: str, label: str) -> tuple[str, str, str]:
    """People of this group in this view: held in Venezuela, with a foreign nationality or a link to the United States,
    and publicly known. Months keep those whose custody may have touched them; words search their rows. Two rows that
    may be one person count as two here."""
    of_group = int((custody.people.category == group).sum())
    return label, number(of_group), say("custody_figures.of_everybody", count=len(custody.people))


def held_at_the_end(custody: Custody) -> tuple[str, str, str]:
    """US citizens and US-linked residents, of the people in this view, held on its last day. The low figure counts
    those surely held that day, the high figure also those who could have been, because no source says that they are
    free."""
    label = say("custody_figures.held")
    if not custody.is_covered:
        return label, NONE, say("custody_figures.no_day")
    held = held_on(custody.us_linked, custody.last)
    return label, str(held), say("custody_figures.on_day", day=day_name(custody.last))


def most_held_at_once(custody: Custody) -> tuple[str, str, str]:
    """The day of this view on which most US citizens and US-linked residents, of the people in it, were held: first by
    the high figure (could have been held), then by the low one (surely held); of equal days the first."""
    label = say("custody_figures.most_held")
    if not custody.is_covered:
        return label, NONE, say("custody_figures.no_day")
    day, most = most_held(held_band(custody.us_linked, custody.first, custody.last))
    when = say("custody_figures.on_day", day=day_name(day)) if most.high else say("custody_figures.on_no_day")
    return label, str(most), when


def freed_in_exchanges(custody: Custody, exchanges: pd.DataFrame) -> tuple[str, str, str]:
    """People in this view whose release belongs to one of the exchanges between the two states: the milestones in
    which one let people of the other go. An exchange can have freed more people than are publicly known one by one."""
    named = [set(event_ids) & set(exchanges.event_id) for event_ids in custody.people.event_ids]
    told = say("custody_figures.freed_in", some=len(set().union(*named)), count=len(exchanges))
    return say("custody_figures.freed"), number(sum(map(bool, named))), told


def found_wrongful(custody: Custody, package: Package) -> tuple[str, str, str]:
    """People in this view whom the United States named wrongfully detained, as far as the sources say. For most rows
    nothing about a finding was published."""
    findings = custody.people.wrongful_detention
    found, pending = (
        int(findings.isin(package.counted_as(PEOPLE, "wrongful_detention", tally)).sum()) for tally in (FOUND, PENDING)
    )
    return say("custody_figures.wrongful"), number(found), say("custody_figures.pending", pending=pending)
