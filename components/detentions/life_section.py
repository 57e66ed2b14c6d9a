"""Draws the spans in custody of a view: one bar a person, which opens the person's record."""

import pandas as pd
import streamlit as st

from components.controls.picking import show_picked_in
from components.detentions.custody import chosen_days, custody_colour, draw_nobody
from components.detentions.life_chart import custody_span_figure
from components.elements.data_table import headed
from components.elements.figure import Shown, draw_figure
from components.elements.in_short import draw_in_short
from components.elements.picture_lines import hover_lines, wrapped_in_picture
from components.look.escaping import escape_markdown
from components.view.headlines import headline
from components.view.once_per_view import once_per_view
from components.view.view import View
from data.detentions.custody import PEOPLE, custody_spans
from data.detentions.custody_texts import detention_text, release_text
from data.detentions.in_short import people_facts
from data.detentions.release_waves import exchanges
from data.package.package import Package
from data.selection.record_kinds import PERSON
from data.selection.short_fact import ShortFact
from data.text.formats import day_name, lower_first, number
from data.text.messages import say

KEY = "life_courses"
LIFE = ["name", "category", "detained_on", "detained_latest", "detained_precision", "last_known_held_on"]
LIFE += ["released_on", "released_precision", "free_by", "status"]
# Letters in a line of a hover text's heading, which is bold.
NAME_WIDTH = 38


def draw_custody_spans(view: View) -> None:
    """One bar a person from detention to release; people without any date stand under the picture."""
    spans = _spans(view)
    if spans.empty:
        draw_nobody(say("life.heading"))
        return
    if shown := _picture(view):
        draw_figure(**shown, key=KEY, on_pick=lambda key: show_picked_in(key, PERSON.parameter))
    undated = spans[spans.known_from.isna()]
    if not undated.empty:
        st.markdown(say("life.undated", names=escape_markdown("; ".join(undated.name))))
    draw_in_short(view, _facts(view))


@once_per_view
def _spans(view: View) -> pd.DataFrame:
    return custody_spans(view.selection.custody.people, view.package.choices(PEOPLE, "category"))


@once_per_view
def _facts(view: View) -> list[ShortFact]:
    return people_facts(view.package, view.selection.custody.people)


@once_per_view
def _picture(view: View) -> Shown | None:
    """The people of whom a date is known; None where there are none."""
    package, groups, spans = view.package, view.package.choices(PEOPLE, "category"), _spans(view)
    dated = spans[spans.known_from.notna()]
    if dated.empty:
        return None
    title = headline(view, KEY, _status_text(package, view.selection.custody.people))
    marks = exchanges(package, package["events"])
    days = "; ".join(marks.date.map(day_name))
    return Shown(
        figure=custody_span_figure(
            _with_texts(package, dated),
            groups,
            since=package.first_day,
            chosen=chosen_days(view),
            marks=marks,
            colour=custody_colour(view),
            theme=view.theme,
        ),
        title=title,
        subtitle=say("life.legend", days=days),
        alt=say(
            "life.alt",
            count=len(dated),
            groups=", ".join(groups.values()),
            title=title,
            first=day_name(dated.known_from.min()),
            last=day_name(dated.known_until.max()),
        ),
        table=headed(package, PEOPLE, dated[LIFE]),
    )


def _status_text(package: Package, people: pd.DataFrame) -> str:
    labels, title = package.choices(PEOPLE, "status"), package.column(PEOPLE, "status").title
    if len(people) == 1:
        return say("life.one_person", column=lower_first(title), status=lower_first(labels[people.status.iloc[0]]))
    numbers = people.status.value_counts()
    counts = [
        say("life.with_status", number=number(numbers[status]), status=lower_first(label))
        for status, label in labels.items()
        if status in numbers
    ]
    return say("life.people", number=number(len(people)), text=", ".join(counts))


def _with_texts(package: Package, people: pd.DataFrame) -> pd.DataFrame:
    """The people with what the picture says of each, escaped: `who`, and `hover` with all lines."""
    who = [f"<b>{wrapped_in_picture(name, NAME_WIDTH)}</b>" for name in people.name]
    lines = [_lines(package, person) for _, person in people.iterrows()]
    return people.assign(who=who, hover=[f"{name}<br>{text}" for name, text in zip(who, lines, strict=True)])


def _lines(package: Package, person: pd.Series) -> str:
    """The lines below a name in its hover text, escaped: since when, until when, and what is alleged."""
    titles = {
        name: package.column(PEOPLE, name).title for name in person.index.intersection([*LIFE, "alleged_grounds"])
    }
    group, status = (package.choices(PEOPLE, name)[person[name]] for name in ("category", "status"))
    last = person.last_known_held_on
    lines = [
        f"{group}. {titles['status']}: {lower_first(status)}",
        f"{titles['detained_on']}: {detention_text(package, person)}",
        f"{titles['last_known_held_on']}: {day_name(last) if pd.notna(last) else say('life.unknown')}",
        f"{titles['released_on']}: {release_text(package, person)}",
        f"{titles['alleged_grounds']}: {person.alleged_grounds or say('life.unknown')}",
    ]
    return hover_lines(lines)
