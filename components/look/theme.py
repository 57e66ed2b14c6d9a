"""Colours and symbols of event types, read from the vocabulary; the greys that everything else is drawn in."""

import tomllib
from dataclasses import dataclass
from pathlib import Path

import pandas as pd
import streamlit as st

from data.package.once_per_package import once_per_package
from data.package.package import Package

FONT = '"Source Sans", sans-serif'


@dataclass(frozen=True)
class Ink:
    """The neutral colours of one theme."""

    page: str
    text: str
    quiet: str
    rule: str
    band: str
    link: str


# The colours of text, lines and page are set once, where Streamlit reads them.
CONFIG = Path(__file__).parents[2] / ".streamlit" / "config.toml"
PARTS = {
    "page": "backgroundColor",
    "text": "textColor",
    "quiet": "grayColor",
    "rule": "borderColor",
    "band": "secondaryBackgroundColor",
    "link": "linkColor",
}


def _inks() -> dict[str, Ink]:
    themes = tomllib.loads(CONFIG.read_text(encoding="utf-8"))["theme"]
    return {name: Ink(**{part: themes[name][set_as] for part, set_as in PARTS.items()}) for name in ("light", "dark")}


INKS = _inks()


@dataclass(frozen=True)
class Theme:
    """How things look in light or in dark. A family is told by its colour and, where parts of a bar meet, by a pattern:
    one of plotly's, or none."""

    name: str
    ink: Ink
    family_colours: dict[str, str]
    family_patterns: dict[str, str]
    family_of: dict[str, str]
    symbols: dict[str, str]

    def colour(self, event_type: str) -> str:
        """The colour of an event type: that of its family, as hex."""
        return self.family_colours[self.family_of[event_type]]


@once_per_package
def theme_for(package: Package, name: str) -> Theme:
    """The theme called "light" or "dark", with the colours that the vocabulary gives the families."""
    families, types = package["families"], package["event_types"]
    # A release from before there were patterns brings its own families where the tables as they stand are broken.
    patterns = families.get("pattern", pd.Series("", index=families.index))
    return Theme(
        name=name,
        ink=INKS[name],
        family_colours=dict(zip(families.family, families[f"colour_{name}"], strict=True)),
        family_patterns=dict(zip(families.family, patterns, strict=True)),
        family_of=dict(zip(types.event_type, types.family, strict=True)),
        symbols=dict(zip(types.event_type, types.symbol, strict=True)),
    )


def reader_theme() -> str:
    """The theme the reader's browser shows: "light" or "dark"."""
    return "dark" if st.context.theme.type == "dark" else "light"
