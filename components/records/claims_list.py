"""Draws who says what about an event: each value with its claimant, asserted or denied, and its source."""

import pandas as pd
import streamlit as st

from components.look.escaping import escape_markdown, link
from components.view.addresses import address_in_view
from components.view.view import View
from data.events.sources import CLAIMS, claims_on
from data.records.facts import value_text
from data.selection.record_kinds import SOURCE
from data.text.formats import lower_first
from data.text.messages import say


def draw_claims(view: View, event_id: str) -> None:
    """Draw the claims on an event, grouped by what they are about; the source of each leads to its record. Without a
    claim, nothing."""
    claims = claims_on(view.package, event_id)
    if claims.empty:
        return
    lines = [f"**{say('claims.heading', count=len(claims))}**\n"]
    for field, rows in claims.groupby("field", sort=False):
        lines.append(f"- {escape_markdown(value_text(view.package, CLAIMS, 'field', field))}")
        lines += [f"    - {_claim(view, claim)}" for _, claim in rows.iterrows()]
    with st.container(key=f"claims_{event_id}"):
        st.markdown("\n".join(lines))


def _claim(view: View, claim: pd.Series) -> str:
    stance = lower_first(value_text(view.package, CLAIMS, "stance", claim.stance))
    return say(
        "claims.claim",
        claimant=escape_markdown(claim.claimant),
        stance=escape_markdown(stance),
        value=escape_markdown(claim.value),
        source=_source(view, claim.source_id),
    )


def _source(view: View, source_id: str) -> str:
    if not source_id:
        return say("claims.no_source")
    return link(SOURCE.row(view.package, source_id).publisher, address_in_view(view, SOURCE, source_id))
