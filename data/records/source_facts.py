"""What the record of a source says: who published it, when, what kind of publisher that is, and whether it was read."""

import pandas as pd

from data.events.sources import BASIS, KIND, SOURCES, is_weaker, origin_names
from data.package.package import Package
from data.package.rules.sources import COMPILES
from data.records.facts import Fact, Group, value_text, with_meaning
from data.text.messages import say

# What the record says by its heading, its link, its citation and what stands under it.
APART = ("source_id", "title", "url")


def kind_text(package: Package, source: pd.Series) -> str:
    """The kind of publisher with what it means, and that it counts as weaker where it does."""
    text = f"{with_meaning(package, SOURCES, KIND, source[KIND]).rstrip('.')}."
    return f"{text} {say('source_facts.weaker')}" if is_weaker(package, source) else text


def origins_of_source(package: Package, source: pd.Series) -> str:
    """The origins of its text, and which of them repeat what others reported."""
    table = package["origins"]
    repeating = table[(table.compiles == COMPILES) & table.origin.isin(source.origins)].name
    text = origin_names(package, source.origins)
    if not len(repeating):
        return text
    return say("source_facts.repeats", origins=text, repeating=", ".join(repeating))


def published_text(package: Package, source: pd.Series) -> str:
    """The day of publication, or that it is not known."""
    return value_text(package, SOURCES, "published", source.published) or say("source_facts.undated")


SOURCE_FACTS = Group(
    say("source_facts.heading"),
    (
        Fact(("publisher",)),
        Fact(("published",), published_text),
        Fact((KIND,), kind_text),
        Fact((BASIS,), lambda package, source: with_meaning(package, SOURCES, BASIS, source[BASIS])),
        Fact(("origins",), origins_of_source, say("source_facts.traces_to")),
    ),
)
