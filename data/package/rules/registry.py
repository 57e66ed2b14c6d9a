"""Rules that a single column's declaration cannot say: the list of them, each with the tables it needs."""

from collections.abc import Callable, Iterator

from data.package.problems import Problem
from data.package.rows import Frames
from data.package.rules import events as event_rules
from data.package.rules import former_ids as id_rules
from data.package.rules import people as people_rules
from data.package.rules import places as place_rules
from data.package.rules import sources as source_rules
from data.package.rules import story as story_rules
from data.package.rules import synonyms as synonym_rules
from data.package.rules.sanctions import SANCTIONS_RULES
from data.package.rules.terms import TERM_RULES
from data.package.rules.verifications import VERIFICATION_RULES

Rule = Callable[[Frames], Iterator[Problem]]


def check_rules(frames: Frames) -> list[Problem]:
    """Every row that breaks a rule and the columns it is about, without their values, which the frames hold as typed.

    A rule that needs a table missing from `frames` is not judged.
    """
    return [problem for tables, rule in RULES if set(tables) <= frames.keys() for problem in rule(frames)]


RULES: tuple[tuple[tuple[str, ...], Rule], ...] = (
    (("events",), event_rules.killed_range),
    (("events",), event_rules.people_ranges),
    (("events",), event_rules.area_of_strikes),
    (("events",), event_rules.checks_have_both),
    (("votes", "events"), event_rules.votes_fit_their_events),
    (("events",), event_rules.event_dates),
    (("events",), event_rules.milestone_titles),
    (("events", "detainees"), place_rules.whole_points),
    (("events", "detainees", "geo_precisions"), place_rules.precision_fits_point),
    (("events", "dyads"), event_rules.dyad_direction),
    (("events", "plover_scores"), event_rules.known_codes),
    (("events",), event_rules.codes_go_together),
    (("events",), event_rules.no_circles),
    (("events",), event_rules.no_pair_twice),
    (source_rules.TABLES_WITH_SOURCES, source_rules.sources_are_used),
    (("sources", "origins"), source_rules.origins_are_used),
    (("origins",), source_rules.compilations_are_no_government),
    (("ships", "sanctions_targets"), people_rules.imo_check_digits),
    (("detainees",), people_rules.custody_days_in_order),
    (("detainees",), people_rules.custody_is_bounded),
    (("detainees",), people_rules.custody_columns_go_together),
    (("claims", "claimants"), people_rules.claimants_have_a_role),
    (("sanctions_targets",), people_rules.listing_days_in_order),
    (("phases",), event_rules.phases_in_order),
    (("map_layers", "events"), place_rules.every_event_has_a_layer),
    (("synonyms",), synonym_rules.synonyms_find_more),
    (("synonyms",), synonym_rules.terms_differ),
    (("story",), story_rules.steps_are_numbered),
    (("story",), story_rules.figures_say_what_they_count),
    (("headlines",), story_rules.figures_have_a_name),
    (id_rules.TABLES, id_rules.former_ids_are_free),
    (id_rules.TABLES, id_rules.former_ids_lead_to_a_row),
    *SANCTIONS_RULES,
    *TERM_RULES,
    *VERIFICATION_RULES,
)
