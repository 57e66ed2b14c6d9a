"""The filters at the side of every page: one widget per field of Filters, kept in step with the address bar.

The address is the truth. Only in the run that a widget's own change started do the widgets win, and are written to the
address; in every other run (a link, Back, Forward, reload) the widgets are set from the address.
"""

from collections.abc import Callable, Mapping
from typing import Any

import streamlit as st

from components.controls.address_bar import PAGE
from data.package.package import Package
from data.selection.filters import Choice, FilterKind, Filters, Months, Query, Text, filter_kinds, filter_titles
from data.selection.months import MonthSpan, months_between
from data.text.formats import month_name
from data.text.matching import LONGEST, typed_words
from data.text.messages import say

TOUCHED = "filters_touched"
FIRST, LAST = "first", "last"
MONTH, BRUSH = "month", "month_brush"


def draw_filters(package: Package, query: Query) -> tuple[Filters, tuple[str, ...]]:
    """Draw the widgets in the sidebar and return the filters, and the parameters of the address that mean nothing."""
    requested, ignored = Filters.from_query(query, package)
    touched = st.session_state.pop(TOUCHED, False)
    if not touched:
        _set_widgets(requested)
    with st.sidebar:
        chosen = Filters(**{name: _draw(package, name, kind) for name, kind in filter_kinds().items()})
    if touched and chosen != requested:
        st.query_params.from_dict({**other_parameters(query), **chosen.to_query()})
        return chosen, ()
    return chosen, ignored


def other_parameters(query: Query) -> dict[str, list[str]]:
    """The parameters of the address that are not filters, but for the page of a table, which holds other rows then."""
    return {key: list(values) for key, values in query.items() if key not in {*filter_kinds(), PAGE}}


def clear_filters() -> None:
    """Set every filter to show everything: the callback of the Clear filters button."""
    _set_widgets(Filters())
    _touch()


def draw_month_brush(package: Package, filters: Filters) -> None:
    """Draw the month filter as a slider with two ends, for under a picture: it moves by mouse, touch and arrow keys."""
    months = _offered_months(package, filters.month.first, filters.month.last)
    st.session_state[BRUSH] = (filters.month.first or months[0], filters.month.last or months[-1])
    ends = months[0], months[-1]
    # The default makes the slider one of two ends; what it shows is set above.
    label = say("filter_bar.months")
    st.select_slider(label, months, ends, key=BRUSH, format_func=month_name, on_change=_brushed, args=ends)


def _brushed(earliest: str, latest: str) -> None:
    first, last = st.session_state[BRUSH]
    st.session_state[_key(MONTH, FIRST)] = None if first == earliest else first
    st.session_state[_key(MONTH, LAST)] = None if last == latest else last
    _touch()


def _touch() -> None:
    st.session_state[TOUCHED] = True


def _key(name: str, part: str = "") -> str:
    return f"filter_{name}_{part}" if part else f"filter_{name}"


def _set_widgets(filters: Filters) -> None:
    for name, kind in filter_kinds().items():
        value = getattr(filters, name)
        if isinstance(kind, Months):
            st.session_state[_key(name, FIRST)] = value.first
            st.session_state[_key(name, LAST)] = value.last
        else:
            st.session_state[_key(name)] = list(value) if isinstance(kind, Choice) else value


def _draw(package: Package, name: str, kind: FilterKind) -> Any:
    return DRAWN_AS[type(kind)](package, name, kind)


def _draw_choice(package: Package, name: str, kind: Choice) -> tuple[str, ...]:
    labels = package.choices("events", kind.column)
    chosen = st.multiselect(
        filter_titles()[name],
        list(labels),
        format_func=lambda value: labels[value],
        key=_key(name),
        on_change=_touch,
        placeholder=say("filter_bar.all"),
    )
    return kind.read(chosen, package)[0]


def _draw_months(package: Package, name: str, _kind: Months) -> MonthSpan:
    first_key, last_key = _key(name, FIRST), _key(name, LAST)
    months = _offered_months(package, st.session_state.get(first_key), st.session_state.get(last_key))
    first = _draw_month(say("filter_bar.from"), months, first_key, say("filter_bar.first"))
    if first and st.session_state.get(last_key) and st.session_state[last_key] < first:
        st.session_state[last_key] = None
    offered = [month for month in months if not first or month >= first]
    last = _draw_month(say("filter_bar.to"), offered, last_key, say("filter_bar.last"))
    return MonthSpan(first, last)


def _offered_months(package: Package, *chosen: str | None) -> list[str]:
    """The months of the data, and those that the reader asked for beyond them, in order."""
    known = months_between(package["events"].date.min(), package.last_day)
    return sorted({*known, *(month for month in chosen if month)})


def _draw_month(label: str, months: list[str], key: str, open_end: str) -> str | None:
    return st.selectbox(
        label,
        months,
        index=None,
        format_func=month_name,
        key=key,
        on_change=_touch,
        placeholder=open_end,
    )


def _draw_text(_package: Package, name: str, _kind: Text) -> str:
    return typed_words(
        st.text_input(
            filter_titles()[name],
            key=_key(name),
            on_change=_touch,
            max_chars=LONGEST,
            placeholder=say("filter_bar.words"),
        )
    )


DRAWN_AS: Mapping[type, Callable[[Package, str, Any], Any]] = {
    Choice: _draw_choice,
    Months: _draw_months,
    Text: _draw_text,
}
