"""Overview says where things stand in sentences that follow the view."""

from components.look.theme import theme_for
from components.overview.state_section import where_things_stand
from components.view.view import PAGES, View
from data.selection.filters import Filters
from data.selection.months import MonthSpan
from data.text.formats import day_name
from data.versions.data_version import AS_OF
from data.view.selection import Selection
from data.view.settings import Settings
from routes.data_versions import data_version_for
from tests.factory import shipped
from tests.shown import as_shown


def stands(filters: Filters) -> str:
    version = data_version_for({AS_OF: []})
    selection = Selection(version.package, filters)
    view = View(selection, version, Settings(), PAGES[0], theme_for(version.package, "light"))
    return as_shown(*where_things_stand(view))


def test_the_phase_and_the_newest_event_are_those_of_the_view():
    december = stands(Filters(month=MonthSpan("2025-12", "2025-12")))
    events = shipped()["events"]
    last = events[events.date.dt.strftime("%Y-%m") == "2025-12"].date.max()
    assert "Blockade and first land strike" in december
    assert december.rstrip(".").endswith(day_name(last))
    assert "10 December 2025 to 2 January 2026" in december
    assert "Transition and easing, since 8 January 2026" in stands(Filters()).replace("*", "")


def test_with_no_event_nothing_is_said_of_where_things_stand():
    assert stands(Filters(q="zzzz no such words")) == ""
