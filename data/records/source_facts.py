"""What the record of a source says: who published it, when, what kind of publisher that is, and whether it was read."""

from dataclasses import replace

import pandas as pd

from data.events.sources import BASIS, KIND, SOURCES, is_unread, is_weaker, origin_names, weaker_text
from data.package.package import Package
from data.package.rules.sources import COMPILES
from data.records.facts import Fact, Group, code_line, value_text
from data.records.record import Line, Phrase, joined
from data.text.messages import say

# What the record says by its heading, its link, its citation and what stands under it.
APART = ("source_id", "title", "url", "archive_url")


def kind_line(package: Package, source: pd.Series) -> Line:
    """The kind of publisher, which opens what it means, and that it counts as weaker where it does."""
    kind = code_line(package, SOURCES, KIND, source[KIND])
    weaker = Phrase(
        say("source_facts.weaker"), meaning=say("sources.weaker", which=weaker_text(package)), is_strong=True
    )
    return joined([kind, (weaker,)]) if is_weaker(package, source) else kind


def basis_line(package: Package, source: pd.Series) -> Line:
    """Whether the source was read, which opens what that means; of weight where it was not."""
    return tuple(
        replace(phrase, is_strong=is_unread(package, source))
        for phrase in code_line(package, SOURCES, BASIS, source[BASIS])
    )


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
        Fact((KIND,), kind_line),
        Fact((BASIS,), basis_line),
        Fact(("origins",), origins_of_source, say("source_facts.traces_to")),
    ),
)
