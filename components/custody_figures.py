"""Draws who was held and when, with tables of the same rows, and the events that changed it."""

from textwrap import wrap

import pandas as pd
import streamlit as st

from components.custody_chart import band_figure, life_course_figure, prisoner_figure
from components.data_table import draw_table, headed
from components.event_list import draw_event_list
from components.figure import draw_figure
from components.frame import View
from components.key_figures import draw_key_figures
from components.plain import plain, plain_in_picture
from data.counts import milestones
from data.custody import (
    Custody,
    custody_in,
    detention_in_words,
    found_wrongful,
    held_at_the_end,
    held_band,
    life_courses,
    most_held,
    most_held_at_once,
    people_in_group,
    release_in_words,
    us_linked,
)
from data.figures import defined
from data.filters import filter_titles
from data.months import day_name
from data.package import Package

PEOPLE, COUNTS = "detainees", "political_prisoners"
LIFE = ["name", "category", "detained_on", "detained_latest", "detained_precision", "last_known_held_on"]
LIFE += ["released_on", "released_precision", "free_by", "status"]
ROWS = [*LIFE[:2], "nationality", "status", *LIFE[2:5], "detained_place", "held_at", *LIFE[5:9], "release_context"]
ROWS += ["wrongful_detention", "alleged_grounds", "notes", "possibly_same_as", "source_ids", "person_id"]
COUNTED = ["count", "of_which_foreign"]


def custody_of(view: View) -> Custody:
    """The people of a view and the days on which they can be counted."""
    filters, package = view.filters, view.package
    start = pd.Timestamp(package["events"].date.min())
    return custody_in(package[PEOPLE], filters.month, filters.q, start, package.last_day)


def draw_custody_figures(view: View) -> None:
    """How many people of each group the view holds, how many were held, and how many were found wrongfully detained."""
    custody = custody_of(view)
    groups = view.package.choices(PEOPLE, "category").items()
    by_group = [defined(people_in_group, custody, group, label) for group, label in groups]
    counted = [defined(figure, custody) for figure in (held_at_the_end, most_held_at_once, found_wrongful)]
    draw_key_figures([*by_group, *counted])


def draw_care(view: View) -> None:
    """Who appears here and why, that nobody is guilty before a verdict, and what the filters do on this page."""
    titles = {name: title.lower() for name, title in filter_titles().items()}
    about = view.package.descriptor.table(PEOPLE).description
    st.caption(
        plain(
            f"Each entry is {about[0].lower()}{about[1:]} Grounds of detention are what the authorities allege; "
            "everyone is presumed innocent, and no photographs are shown. On this page the filter "
            f"“{titles['month']}” keeps people whose custody, as far as it is known, touches them, and "
            f"“{titles['q']}” searches people's rows; the other filters act on events only."
        )
    )


def draw_life_courses(view: View) -> None:
    """One bar a person from detention to release; people without any date stand under the picture."""
    people, package = custody_of(view).people, view.package
    if people.empty:
        _draw_nobody("Life courses")
        return
    groups = package.choices(PEOPLE, "category")
    courses = life_courses(people, groups)
    dated, undated = courses[courses.known_from.notna()], courses[courses.known_from.isna()]
    title = _status_in_words(package, people)
    if not dated.empty:
        draw_figure(
            life_course_figure(
                dated.assign(hover=[_hover(package, person) for _, person in dated.iterrows()]),
                groups,
                since=package["events"].date.min(),
                chosen=_chosen(view),
                colour=_colour(view),
                theme=view.theme,
            ),
            title=title,
            subtitle="One bar a person, from detention to release, by group and day of detention. Solid: surely held. "
            "Hollow: may have been held, as sources leave the day open. Dotted: that end is not known. Hover or tap "
            "for the days and how exactly they are known.",
            alt=f"{len(dated)} horizontal bars over time, one a person, grouped by {', '.join(groups.values())}. "
            f"{title}. Detained from {day_name(dated.known_from.min())} on; last day named: "
            f"{day_name(dated.known_until.max())}.",
            table=headed(package, PEOPLE, dated[LIFE]),
            key="life_courses",
        )
    if not undated.empty:
        st.markdown(f"**Without any date, so not in the picture:** {plain('; '.join(undated.name))}")


def _status_in_words(package: Package, people: pd.DataFrame) -> str:
    labels, title = package.choices(PEOPLE, "status"), package.column(PEOPLE, "status").title
    if len(people) == 1:
        return f"One person, {title.lower()}: {labels[people.status.iloc[0]].lower()}"
    said = ", ".join(f"{number} {labels[status].lower()}" for status, number in people.status.value_counts().items())
    return f"Of {len(people)} people: {said}"


def _hover(package: Package, person: pd.Series) -> str:
    """The lines of a life course's hover text, escaped: who, since when, until when, and what is alleged."""
    titles = {
        name: package.column(PEOPLE, name).title for name in person.index.intersection([*LIFE, "alleged_grounds"])
    }
    group, status = (package.choices(PEOPLE, name)[person[name]] for name in ("category", "status"))
    last = person.last_known_held_on
    lines = [
        f"{group}. {titles['status']}: {status.lower()}",
        f"{titles['detained_on']}: {detention_in_words(package, person)}",
        f"{titles['last_known_held_on']}: {day_name(last) if pd.notna(last) else 'not known'}",
        f"{titles['released_on']}: {release_in_words(package, person)}",
        f"{titles['alleged_grounds']}: {person.alleged_grounds or 'not known'}",
    ]
    wrapped = [plain_in_picture(part) for line in lines for part in wrap(line, 42)]
    name = "<br>".join(plain_in_picture(part) for part in wrap(person["name"], 38))
    return "<br>".join([f"<b>{name}</b>", *wrapped])


def draw_held_band(view: View) -> None:
    """How many US nationals and residents were held on each day, at least and at most."""
    custody = custody_of(view)
    people = us_linked(custody.people)
    heading = "US nationals and residents held on a day"
    if people.empty:
        _draw_nobody(heading)
        return
    if not custody.is_covered:
        _draw_none(heading, "The data covers no day of these months, so nobody is counted.")
        return
    band = held_band(people, custody.first, custody.last)
    day, most = most_held(band)
    low, high = band.low.iloc[-1], band.high.iloc[-1]
    end = f"{low} to {high}" if low < high else str(low)
    title = f"Most held at once: {most}, on {day_name(day)}; {end} on {day_name(custody.last)}"
    draw_figure(
        band_figure(band, custody.last, colour=_colour(view), theme=view.theme),
        title=title,
        subtitle="US nationals and residents held on a day, in persons, among the people of this view. Low: surely "
        "held. High: could have been held, as no source says otherwise. In the table: the days on which it changed.",
        alt=f"Band of two step lines from {day_name(custody.first)} to {day_name(custody.last)}: US nationals and "
        f"residents held, at least and at most. {title}.",
        table=band.rename(columns={"day": "From", "low": "Surely held", "high": "Could have been held"}).assign(
            From=band.day.dt.date
        ),
        key="held_on_a_day",
    )


def draw_prisoners(view: View) -> None:
    """Counts of political prisoners as organisations published them, and the foreigners among them."""
    package, months = view.package, view.filters.month
    counts = package[COUNTS][months.contains(package[COUNTS].as_of)].sort_values("as_of", kind="stable")
    titles = {name: package.column(COUNTS, name).title for name in COUNTED if counts[name].notna().any()}
    if counts.empty:
        _draw_none(package.descriptor.table(COUNTS).title, "Our sources have no count for these months.")
        return
    sources = package["sources"].set_index("source_id").loc[counts.source_id].set_index(counts.index)
    told = counts.assign(publisher=sources.publisher)
    title = _counts_in_words(counts)
    table = headed(package, COUNTS, counts[["as_of", "organisation", *COUNTED]])
    for name in ("publisher", "url"):
        table[package.column("sources", name).title] = sources[name]
    draw_figure(
        prisoner_figure(told, titles, colour=_colour(view), theme=view.theme),
        title=title,
        subtitle="People counted as political prisoners in Venezuela, in persons, as published; organisations count by "
        "rules of their own, so one line never joins two. Counts more than 45 days apart are not joined.",
        alt=f"{len(counts)} points over time: published counts of political prisoners, and of foreigners among them. "
        f"{title}.",
        table=table,
        key="prisoners",
    )


def _counts_in_words(counts: pd.DataFrame) -> str:
    """The newest count of the organisation with most counts, and its first one."""
    organisation = counts.organisation.value_counts().index[0]
    own = counts[counts.organisation == organisation]
    first, newest = own.iloc[0], own.iloc[-1]
    said = f"{organisation} counted {newest['count']:,} political prisoners on {day_name(newest.as_of)}"
    return said if len(own) == 1 else f"{said}; {first['count']:,} on {day_name(first.as_of)}"


def draw_custody_events(view: View) -> None:
    """The view's events of the types that this page tells in depth: the milestones, then all by type, in time."""
    types = view.package["event_types"]
    own = types[types.page == view.page.slug].sort_values("order")
    events = view.events[view.events.event_type.isin(own.event_type)].sort_values("date", kind="stable")
    draw_event_list(view, "Milestones of custody", milestones(events))
    columns = st.columns(len(own), gap="large")
    for column, event_type, label in zip(columns, own.event_type, own.label, strict=True):
        of_type = events[events.event_type == event_type]
        with column:
            draw_event_list(view, f"{label}: {len(of_type)} event{'' if len(of_type) == 1 else 's'}", of_type)


def draw_people(view: View) -> None:
    """Every person of the view, and how many the filters leave out."""
    people, everybody = custody_of(view).people, view.package[PEOPLE]
    ordered = life_courses(people, view.package.choices(PEOPLE, "category"))
    st.subheader("All people in this view", anchor=False)
    left_out = len(everybody) - len(people)
    st.caption(f"{len(people)} of {len(everybody)} people; the filters leave out {left_out or 'nobody'}.")
    if not people.empty:
        draw_table(view.package, PEOPLE, ordered, ROWS, name="the detained persons of this view", key="people")


def _draw_nobody(heading: str) -> None:
    _draw_none(heading, "No such person passes these filters. Widen the months or take words away.")


def _draw_none(heading: str, sentence: str) -> None:
    st.subheader(plain(heading), anchor=False)
    st.markdown(plain(sentence))


def _colour(view: View) -> str:
    types = view.package["event_types"]
    return view.theme.colour(str(types[types.page == view.page.slug].event_type.iloc[0]))


def _chosen(view: View) -> tuple[pd.Timestamp, pd.Timestamp] | None:
    months, custody = view.filters.month, custody_of(view)
    return None if months.is_open or not custody.is_covered else (custody.first, custody.last)
