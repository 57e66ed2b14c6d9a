"""Draws who says what about an event: each value with its claimant, asserted or denied, and its source."""

import pandas as pd
import streamlit as st

from components.frame import View
from components.plain import link, plain
from components.record_sources import source_address
from data.claims import CLAIMS, claims_on
from data.facts import in_words
from data.package import Package
from data.source_words import SOURCES
from data.style import counted

NO_SOURCE = "one of the sources below"


def draw_claims(view: View, event_id: str) -> None:
    """Draw the claims on an event, grouped by what they are about; the source of each leads to its record. Without a
    claim, nothing."""
    claims = claims_on(view.package, event_id)
    if claims.empty:
        return
    lines = [f"**Who says what: {counted(len(claims), 'claim')}**\n"]
    for field, rows in claims.groupby("field", sort=False):
        lines.append(f"- {plain(in_words(view.package, CLAIMS, 'field', field))}")
        lines += [f"    - {_claim(view, claim)}" for _, claim in rows.iterrows()]
    with st.container(key=f"claims_{event_id}"):
        st.markdown("\n".join(lines))


def _claim(view: View, claim: pd.Series) -> str:
    stance = in_words(view.package, CLAIMS, "stance", claim.stance).lower()
    return f"{plain(claim.claimant)}: **{plain(stance)}** “{plain(claim.value)}” ({_source(view, claim.source_id)})"


def _source(view: View, source_id: str) -> str:
    return link(_publisher(view.package, source_id), source_address(view, source_id)) if source_id else plain(NO_SOURCE)


def _publisher(package: Package, source_id: str) -> str:
    sources = package[SOURCES]
    return str(sources.publisher[sources.source_id == source_id].iloc[0])
