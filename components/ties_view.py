"""Draws how targets hang together: a picture of ties with its equal table, and kin with their chain to the centre."""

import pandas as pd
import streamlit as st

from components.data_table import labelled
from components.declared_columns import counted
from components.figure import draw_figure, draw_heading
from components.frame import View, address
from components.picking import show_picked_in
from components.plain import link, plain
from components.setting_widgets import draw_option
from components.ties_chart import LINES, SIGNS, ties_figure
from data.figures import Scene
from data.sanctions import action_type, publishers
from data.sanctions_figures import targets_in
from data.style import day_name
from data.ties import TIE, centre_of, kin_of_centre, named_ends, ties
from data.ties_layout import TiesPicture, ties_picture

RELATIONS, TARGETS = "sanctions_relations", "sanctions_targets"
KEY, KIN = "ties", "kin"


def draw_ties(view: View) -> None:
    """The choice of a picture, the picture with its equal table; with no tie that holds the words, a sentence."""
    picture = ties_picture(view.package, view.settings.ties, view.filters.q)
    draw_option(view.package, view.settings, "ties")
    if picture.ties.empty:
        others = len(ties(view.package[RELATIONS], view.package[TARGETS], view.filters.q))
        elsewhere = f"{counted(others, 'tie')} in the other pictures." if others else "None does in the others either."
        draw_heading("No tie in this picture", f"No tie of this picture holds these words. {elsewhere}")
        return
    label = view.package.choices(RELATIONS, "picture")[view.settings.ties]
    listed = int((picture.boxes.target_type != "").sum())
    said = f"{label}: {counted(len(picture.ties), 'tie')}, {listed} of {len(picture.boxes)} are sanctions targets"
    draw_figure(
        ties_figure(picture, view.theme.colour(action_type(view.package["event_types"])), view.theme),
        title=said,
        subtitle=f"{_legend(view)} Click a framed box to open its record.",
        alt=f"Boxes joined by lines. {said}. {' '.join(picture.lines.sentence + '.')}",
        table=_equal_table(view, picture),
        key=KEY,
        on_pick=lambda key: show_picked_in(key, "target"),
    )


def _legend(view: View) -> str:
    signs = {**view.package.choices(TARGETS, "target_type"), "": "in grey: not in the table of targets"}
    kinds = view.package.choices(RELATIONS, "kind")
    marks = ", ".join(f"{SIGNS[kind]} {label[0].lower()}{label[1:]}" for kind, label in signs.items())
    lines = ", ".join(f"{LINES[kind][0]} {label.lower()}" for kind, label in kinds.items())
    return f"Framed boxes are sanctions targets: {marks}. Lines: {lines}; an arrow reads from the first to the second."


def _equal_table(view: View, picture: TiesPicture) -> pd.DataFrame:
    package = view.package
    named = named_ends(picture.ties, package[TARGETS])
    shown = labelled(package, RELATIONS, named[[*TIE, "kind"]])
    shown = shown.rename(columns={name: package.column(RELATIONS, name).title for name in (*TIE, "kind")})
    return shown.assign(Publishers=publishers(picture.ties.source_ids, package["sources"]))


def draw_way_to_kin(view: View) -> None:
    """A line that leads to the kin of the view, further down the page; nothing when there are none."""
    rows = _kin(view)
    if not rows.empty:
        st.markdown(f"[{plain(_kin_counted(view, rows))}](#{KIN}), {plain(_days_counted(rows))}")


def draw_kin(view: View) -> None:
    """The targets of the view whom kinship ties to the centre of the family, each with the chain of ties."""
    rows = _kin(view)
    if rows.empty:
        return
    draw_heading(_kin_counted(view, rows), f"{_days_counted(rows)}. Each with the ties that lead there.", anchor=KIN)
    st.markdown("\n".join(_kin_line(view, row) for _, row in rows.iterrows()))


def _kin(view: View) -> pd.DataFrame:
    package = view.package
    listed = targets_in(Scene(package, view.filters, view.events)).rows
    kin = kin_of_centre(package[TARGETS], package[RELATIONS], package["ties_places"])
    return kin[kin.target_id.isin(listed.target_id)].sort_values("listed_on", kind="stable")


def _kin_counted(view: View, rows: pd.DataFrame) -> str:
    return f"Kin of {centre_of(view.package['ties_places'])}: {len(rows)} listed"


def _days_counted(rows: pd.DataFrame) -> str:
    days = rows.listed_on.dropna().dt.strftime("%-d %B %Y").value_counts(sort=False)
    return "; ".join(f"{number} on {day}" for day, number in days.items())


def _kin_line(view: View, target: pd.Series) -> str:
    """One line of Markdown: the linked name, the ties that lead to the centre, day, programme and publishers."""
    name = link(target.display_name, address(view, "sanctions", target=target.target_id))
    day = f"Listed on {day_name(target.listed_on)}" if pd.notna(target.listed_on) else "Listing date unknown"
    sources = publishers(pd.Series([target.source_ids]), view.package["sources"]).iloc[0]
    direct = f" ({target.to_centre})" if target.to_centre else ""
    told = f"{target.chain}{direct}. {day} by {view.package.choices(TARGETS, 'authority')[target.authority]}"
    return f"- {name}: {plain(told)}, {plain('; '.join(target.programme))}. *{plain(sources)}*"
