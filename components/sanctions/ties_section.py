"""Draws how targets hang together: a picture of ties with its equal table, and kin with their chain to the centre."""

from typing import NamedTuple

import pandas as pd
import streamlit as st

from components.controls.picking import show_picked_in
from components.controls.setting_widgets import draw_options
from components.elements.data_table import labelled
from components.elements.figure import Shown, draw_figure, draw_heading
from components.elements.in_short import draw_in_short
from components.look.escaping import escape_markdown, link
from components.sanctions.ties_chart import LINES, SIGNS, ties_figure
from components.view.addresses import address, address_in_view
from components.view.headlines import headline
from components.view.once_per_view import once_per_view
from components.view.view import View
from data.sanctions.actions import action_type, publishers
from data.sanctions.in_short import tie_facts
from data.sanctions.ties import TIE, centre_of, kin_of_centre, tie_ends, ties
from data.sanctions.ties_layout import TiesPicture, ties_picture
from data.selection.record_kinds import TARGET
from data.selection.short_fact import ShortFact
from data.text.formats import day_name, lower_first, number
from data.text.messages import say

RELATIONS, TARGETS = "sanctions_relations", "sanctions_targets"
KEY, KIN = "ties", "kin"


def draw_ties(view: View) -> None:
    """The choice of a picture, the picture with its equal table; with no tie that holds the words, a sentence."""
    draw_options(view.package, view.settings, "ties")
    if shown := _picture(view):
        draw_figure(**shown, key=KEY, on_pick=lambda key: show_picked_in(key, TARGET.parameter))
        draw_in_short(view, _facts(view))
    else:
        others = len(ties(view.package, view.filters.q))
        elsewhere = say("ties.elsewhere", count=others) if others else say("ties.none_elsewhere")
        draw_heading(say("ties.none"), say("ties.none_text", elsewhere=elsewhere))


@once_per_view
def _facts(view: View) -> list[ShortFact]:
    return tie_facts(ties_picture(view.package, view.settings.ties, view.filters.q))


@once_per_view
def _picture(view: View) -> Shown | None:
    picture = ties_picture(view.package, view.settings.ties, view.filters.q)
    if picture.ties.empty:
        return None
    text = headline(view, KEY, _finding(view, picture), "ties")
    return Shown(
        figure=ties_figure(picture, view.theme.colour(action_type(view.package["event_types"])), view.theme),
        title=text,
        subtitle=_legend(view),
        alt=say("ties.alt", text=text, ties=" ".join(picture.lines.sentence + ".")),
        table=_equal_table(view, picture),
    )


def _finding(view: View, picture: TiesPicture) -> str:
    return say(
        "ties.title",
        picture=view.package.choices(RELATIONS, "picture")[view.settings.ties],
        targets=number(int((picture.boxes.target_type != "").sum())),
        boxes=number(len(picture.boxes)),
    )


def _legend(view: View) -> str:
    signs = {**view.package.choices(TARGETS, "target_type"), "": say("ties.in_grey")}
    kinds = view.package.choices(RELATIONS, "kind")
    marks = ", ".join(f"{SIGNS[kind]} {lower_first(label)}" for kind, label in signs.items())
    lines = ", ".join(say(f"ties.line.{LINES[kind]}", kind=lower_first(label)) for kind, label in kinds.items())
    return say("ties.legend", marks=marks, lines=lines)


def _equal_table(view: View, picture: TiesPicture) -> pd.DataFrame:
    package = view.package
    ends = tie_ends(picture.ties, package[TARGETS])
    shown = labelled(package, RELATIONS, ends[[*TIE, "kind"]])
    shown = shown.rename(columns={name: package.column(RELATIONS, name).title for name in (*TIE, "kind")})
    return shown.assign(**{say("ties.publishers"): publishers(picture.ties.source_ids, package["sources"])})


def draw_link_to_kin(view: View) -> None:
    """A line that leads to the kin of the view, in the section of ties; nothing when there are none."""
    if kin := _kin(view):
        ties = address(view, "sanctions", section="ties")
        st.markdown(f"{link(kin.counted, ties)}, {escape_markdown(kin.days)}")


def draw_kin(view: View) -> None:
    """The targets of the view whom kinship ties to the centre of the family, each with the chain of ties."""
    if kin := _kin(view):
        draw_heading(kin.counted, say("kin.text", days=kin.days), anchor=KIN)
        st.markdown(kin.lines)


class _Kin(NamedTuple):
    """How many kin of the centre a view holds, on which days they were listed, and a line each."""

    counted: str
    days: str
    lines: str


@once_per_view
def _kin(view: View) -> _Kin | None:
    package = view.package
    kin = kin_of_centre(package[TARGETS], package[RELATIONS], package["ties_places"])
    rows = kin[kin.target_id.isin(view.selection.targets.rows.target_id)].sort_values("listed_on", kind="stable")
    if rows.empty:
        return None
    counted = say("kin.title", name=centre_of(package["ties_places"]), number=number(len(rows)))
    return _Kin(counted, _days_counted(rows), "\n".join(_kin_line(view, row) for _, row in rows.iterrows()))


def _days_counted(rows: pd.DataFrame) -> str:
    days = rows.listed_on.dropna().map(day_name).value_counts(sort=False)
    return "; ".join(say("kin.on_day", number=number(listed), day=day) for day, listed in days.items())


def _kin_line(view: View, target: pd.Series) -> str:
    """One line of Markdown: the linked name, the ties that lead to the centre, day, programme and publishers."""
    name = link(target.display_name, address_in_view(view, TARGET, target.target_id))
    listed = say("kin.listed_on", day=day_name(target.listed_on)) if pd.notna(target.listed_on) else say("kin.undated")
    sources = publishers(pd.Series([target.source_ids]), view.package["sources"]).iloc[0]
    text = say(
        "kin.line",
        chain=f"{target.chain} ({target.to_centre})" if target.to_centre else target.chain,
        listed=listed,
        authority=view.package.choices(TARGETS, "authority")[target.authority],
        programmes="; ".join(view.package.choices(TARGETS, "programme")[code] for code in target.programme),
    )
    return f"- {name}: {escape_markdown(text)}. *{escape_markdown(sources)}*"
