"""The filters at the side of every page: widgets for each field of Filters, kept in step with the address bar.

The address is the truth: a widget's own change writes it before the run, and every run reads it. Widgets are set from
the address but in the run that a change of theirs started: there a browser may already be further on.
"""

from collections.abc import Callable, Mapping
from typing import Any

import pandas as pd
import streamlit as st

from components.controls.address_bar import PAGE, change_address
from components.controls.period_widgets import draw_day_field, draw_days, draw_months, set_days, set_months
from components.look.escaping import escape_markdown
from data.package.package import Package
from data.selection.filters import PEOPLE, Choice, Filters, Query, Text, filter_kinds, filter_titles
from data.selection.period_kinds import Days, Months
from data.selection.record_kinds import PERSON
from data.text.matching import LONGEST, typed_words
from data.text.messages import say

TOUCHED = "filters_touched"
# A choice of more values than this is folded away until a reader opens it: never a list over the next field.
FOLDED = 6


def draw_filters(package: Package, query: Query, page: str) -> tuple[Filters, tuple[str, ...]]:
    """Draw the widgets in the sidebar and return the filters, and the parameters of the address that mean nothing.

    `page` is the path of the page: what chooses people alone is offered where people are shown, and where it is set.
    """
    filters, ignored = Filters.from_query(query, package)
    if st.session_state.pop(TOUCHED, False):
        change_address({**dict.fromkeys((*filter_kinds(), PAGE), ""), **filters.to_query()})
        ignored = ()
    else:
        _set_widgets(package, filters)
    with st.sidebar, st.container(key="filters"):
        for name, kind in filter_kinds().items():
            if kind.table != PEOPLE or page == PERSON.page or getattr(filters, name):
                DRAWN_AS[type(kind)](package, name, filters)
    return filters, ignored


def filters_button(filters: Filters) -> str:
    """What the button is called behind which the filters stand on a phone: how many of them are set."""
    number = len(filters.to_query())
    return say("frame.filters_set", count=number) if number else say("frame.filters")


def clear_filters() -> None:
    """Take every filter out of the address: the callback of the Clear filters button."""
    change_address(dict.fromkeys((*filter_kinds(), PAGE), ""))


def choose_days(written: str) -> None:
    """Show these days, as a link writes them, in place of the months and days chosen before, or all days where it is
    empty: a callback."""
    change_address({"month": "", "days": written, PAGE: ""})


def draw_last_day(day: pd.Timestamp, first: pd.Timestamp, last: pd.Timestamp) -> None:
    """Draw the choice of the last day that is shown, from `first` to `last` and set to `day`; it writes the filter by
    days, in place of the months and days chosen before."""
    text = say("filter_bar.last_day")
    draw_day_field(text, "last_day", day, first, last, lambda value: choose_days(f"..{value}" if value else ""))


def _write(name: str, values: list[str]) -> None:
    """Write a filter to the address, or take it out where it is the default."""
    change_address({name: values, PAGE: ""})


def _chosen(name: str, read: Callable[[], list[str] | None]) -> None:
    """Write what `read` finds in a filter's widgets; None while the reader is not done: a callback."""
    st.session_state[TOUCHED] = True
    values = read()
    if values is not None:
        _write(name, values)


def _key(name: str) -> str:
    return f"filter_{name}"


def _set_widgets(package: Package, filters: Filters) -> None:
    for name, kind in filter_kinds().items():
        value = getattr(filters, name)
        if isinstance(kind, Days):
            set_days(package, _key(name), value)
        elif isinstance(kind, Months):
            set_months(package, _key(name), value)
        else:
            st.session_state[_key(name)] = list(value) if isinstance(kind, Choice) else value


def _draw_choice(package: Package, name: str, filters: Filters) -> None:
    kind, key, title = filter_kinds()[name], _key(name), filter_titles()[name]
    assert isinstance(kind, Choice), name
    labels, number = kind.labels(package), len(getattr(filters, name))
    if not labels:
        return
    folds = len(labels) > FOLDED
    heading = say("filter_bar.chosen", title=title, count=number) if number else title
    with st.expander(heading, key=f"{key}_values") if folds else st.container():
        st.pills(
            title,
            list(labels),
            selection_mode="multi",
            format_func=lambda value: escape_markdown(labels[value]),
            key=key,
            on_change=_chosen,
            args=(name, lambda: kind.write(kind.read(st.session_state[key], package)[0])),
            label_visibility="collapsed" if folds else "visible",
        )


def _draw_months(package: Package, name: str, filters: Filters) -> None:
    draw_months(package, _key(name), filters, lambda read: _chosen(name, read))


def _draw_days(package: Package, name: str, filters: Filters) -> None:
    draw_days(package, _key(name), filters, lambda read: _chosen(name, read))
    if not filters.days.is_open:
        label = say("filter_bar.clear_days", days=filters.days.say())
        st.button(label, key="clear_days", on_click=_write, args=(name, []))


def _draw_text(_package: Package, name: str, _filters: Filters) -> None:
    key = _key(name)
    st.text_input(
        filter_titles()[name],
        key=key,
        on_change=_chosen,
        args=(name, lambda: filter_kinds()[name].write(typed_words(st.session_state[key] or ""))),
        max_chars=LONGEST,
        placeholder=say("filter_bar.words"),
    )


DRAWN_AS: Mapping[type, Callable[[Package, str, Filters], Any]] = {
    Choice: _draw_choice,
    Months: _draw_months,
    Days: _draw_days,
    Text: _draw_text,
}
