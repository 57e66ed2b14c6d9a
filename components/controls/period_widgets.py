"""The filters by time: months as a slider under a small picture of how many events each holds, with two lists beside
it, and days as two dates."""

from collections.abc import Callable, Sequence

import pandas as pd
import streamlit as st

from components.look.escaping import attributes
from data.package.once_per_package import once_per_package
from data.package.package import Package
from data.selection.filters import Filters, filter_titles
from data.selection.months import MonthSpan, months_between
from data.selection.spans import DaySpan
from data.text.formats import month_name, short_month_name
from data.text.messages import say
from data.view.shared_views import once_per_filters

FIRST, LAST = "first", "last"
# Says which values of a parameter the widgets hold; None while a reader is not done.
ReadWidgets = Callable[[], list[str] | None]


def set_months(package: Package, key: str, span: MonthSpan) -> None:
    """Set the slider and the lists to the months of `span`; an open end is that of the data."""
    known = _known_months(package)
    _show(key, span.first or known[0], span.last or known[-1])


def draw_months(package: Package, key: str, filters: Filters, chosen: Callable[[ReadWidgets], None]) -> None:
    """Draw the months; a change calls `chosen` with what says which months the widgets then hold."""
    known = _known_months(package)
    months = _offered_months(package, filters)
    title = filter_titles()["month"]
    with st.container(key="months", gap="xxsmall"):
        st.markdown(title)
        st.html(_month_bars(package, filters))
        ends = months[0], months[-1]

        def moved(widget: str) -> None:
            chosen(lambda: _read_months(key, known, widget))

        # The default makes the slider one of two ends; what it shows is set before.
        st.select_slider(
            title,
            months,
            ends,
            key=key,
            format_func=month_name,
            on_change=moved,
            args=(key,),
            label_visibility="collapsed",
        )
        with st.container(horizontal=True, gap="small", key="month_lists"):
            for end in (FIRST, LAST):
                st.selectbox(
                    say(f"filter_bar.{end}_month"),
                    months,
                    key=f"{key}_{end}",
                    format_func=short_month_name,
                    # Without a field to type in, no phone opens its keyboard over the list.
                    filter_mode=None,
                    on_change=moved,
                    args=(f"{key}_{end}",),
                    label_visibility="collapsed",
                )


def _offered_months(package: Package, filters: Filters) -> list[str]:
    """The months of the data, and those that a reader chose beside them."""
    chosen = (month for month in (filters.month.first, filters.month.last) if month)
    return sorted({*_known_months(package), *chosen})


@once_per_filters
def _month_bars(package: Package, filters: Filters) -> str:
    everything = filters.of_all_days.keep(package)
    counts = everything.date.dt.strftime("%Y-%m").value_counts()
    return events_by_month(counts.reindex(_offered_months(package, filters), fill_value=0), filters.month)


@once_per_package
def _known_months(package: Package) -> list[str]:
    return months_between(package.first_day, package.last_day)


def _read_months(key: str, known: Sequence[str], moved: str) -> list[str]:
    """The months that the widgets hold after the one with the key `moved` was moved: an end takes the other along
    rather than pass it, and at the ends of the data nothing is left out."""
    first, last = st.session_state[f"{key}_{FIRST}"], st.session_state[f"{key}_{LAST}"]
    if moved == key:
        first, last = st.session_state[key]
    elif first > last:
        first, last = (first, first) if moved.endswith(FIRST) else (last, last)
    _show(key, first, last)
    span = MonthSpan(None if first == known[0] else first, None if last == known[-1] else last)
    return [] if span.is_open else [span.write()]


def _show(key: str, first: str, last: str) -> None:
    st.session_state[key] = (first, last)
    st.session_state[f"{key}_{FIRST}"], st.session_state[f"{key}_{LAST}"] = first, last


def events_by_month(counts: pd.Series, chosen: MonthSpan) -> str:
    """HTML of small bars, one a month of `counts` (indexed by months, written YYYY-MM), those not in `chosen` pale."""
    tallest = max(int(counts.max()), 1)
    inside = chosen.contains(pd.to_datetime(pd.Series(counts.index) + "-01", format="%Y-%m-%d"))
    width = 100 / len(counts)
    bars = "".join(
        f'<i class="{"in" if is_inside else "out"}" style="left:{100 * place / max(len(counts) - 1, 1):.2f}%;'
        f'width:{0.76 * width:.2f}%;height:{100 * int(number) / tallest:.0f}%"></i>'
        for place, (number, is_inside) in enumerate(zip(counts, inside, strict=True))
    )
    most = str(counts.idxmax())
    text = say("month_bars.alt", month=month_name(most), count=int(counts[most]))
    return f"<div {attributes({'class': 'months', 'role': 'img', 'aria-label': text})}>{bars}</div>"


def set_days(package: Package, key: str, span: DaySpan) -> None:
    """Set the dates to the days of `span`, none where both ends are open; one open end is that of the data."""
    earliest, latest = package.first_day, package.last_day
    ends = () if span.is_open else span.days(min(earliest, span.end or earliest), max(latest, span.start or latest))
    st.session_state[key] = tuple(day.date() for day in ends)


def draw_days(package: Package, key: str, filters: Filters, chosen: Callable[[ReadWidgets], None]) -> None:
    """Draw the two dates; a change calls `chosen` with what says which days they then hold."""
    shown = st.session_state[key]
    bounds = [*shown, package.first_day.date(), package.last_day.date()]
    st.date_input(
        filter_titles()["days"],
        [],
        min_value=min(bounds),
        max_value=max(bounds),
        key=key,
        format="YYYY-MM-DD",
        on_change=lambda: chosen(lambda: _read_days(key)),
    )


def draw_day_field(
    label: str, key: str, day: pd.Timestamp, first: pd.Timestamp, last: pd.Timestamp, chosen: Callable[[str], None]
) -> None:
    """Draw one date from `first` to `last`, set to `day`, whose `label` only those who hear the page are told; a change
    calls `chosen` with the day as YYYY-MM-DD, or with an empty text where it was taken out."""
    st.session_state[key] = day.date()
    st.date_input(
        label,
        min_value=first.date(),
        max_value=last.date(),
        key=key,
        format="YYYY-MM-DD",
        width=170,
        label_visibility="collapsed",
        on_change=lambda: chosen(str(st.session_state[key] or "")),
    )


def _read_days(key: str) -> list[str] | None:
    """The days that the dates hold; None while one of the two is missing."""
    days = st.session_state[key] or ()
    if len(days) == 1:
        return None
    return [DaySpan(*(day.isoformat() for day in days)).write()] if days else []
