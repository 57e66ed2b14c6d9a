"""The sources that a brief names, numbered as they come."""

from collections.abc import Iterable

import pandas as pd

from components.look.escaping import escape_markdown, link
from data.package.package import Package
from data.records.source_facts import published_text
from data.text.messages import say


class BriefSources:
    """The sources in the order in which they were first named: a number each, from 1 up."""

    def __init__(self, package: Package, most: int) -> None:
        """None is named yet; of each event so many at `most` will be: its record has all."""
        self._package, self._table, self._most = package, package["sources"], most
        self.rows: dict[str, pd.Series] = {}

    def numbers_of(self, source_ids: Iterable[str]) -> str:
        """The numbers of the first of these sources as they stand behind a sentence, and how many others there are."""
        shown = [*source_ids]
        for source_id in shown[: self._most]:
            self.rows.setdefault(source_id, self._table[self._table.source_id == source_id].iloc[0])
        order = [*self.rows]
        numbers = ", ".join(str(order.index(source_id) + 1) for source_id in shown[: self._most])
        more = len(shown) - self._most
        return (
            say("brief.numbers_and_more", numbers=numbers, count=more)
            if more > 0
            else say("brief.numbers", numbers=numbers)
        )

    def listed(self) -> str:
        """The sources as a numbered list in Markdown: who published what and when, with its address."""
        return "\n".join(
            f"{number}. {escape_markdown(source.publisher)}: {link(source.title, source.url)}{self._day(source)}"
            for number, source in enumerate(self.rows.values(), 1)
        )

    def _day(self, source: pd.Series) -> str:
        return f" ({escape_markdown(published_text(self._package, source))})"
