"""Every page opens with every kind of address: plain, filtered, one event, nothing left, garbage."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from streamlit.testing.v1 import AppTest

from components.view.cite import MORE
from components.view.view import PAGES
from data.selection.filters import Filters
from data.view.settings import Settings
from routes.data_versions import data_version_for
from tests.factory import shipped
from tests.shown import as_shown, record_title

APP = Path(__file__).parents[2] / "app.py"
FIRST_TYPE = next(iter(shipped().choices("events", "event_type")))
AN_EVENT = shipped()["events"].event_id.iloc[0]
A_PERSON = shipped()["detainees"].person_id.iloc[0]
A_SOURCE = shipped()["sources"].source_id.iloc[0]
ADDRESSES = {
    "plain": {},
    "filtered": {"type": [FIRST_TYPE], "month": ["2025-09..2025-12"]},
    "every filter": {
        "type": [FIRST_TYPE],
        "month": ["2025-09.."],
        "days": ["2025-09-02..2026-03-01"],
        "side": ["US"],
        "verification": ["official"],
        "q": ["drug"],
        "group": ["us_citizen"],
        "custody": ["released", "unknown"],
    },
    "one day": {"days": ["2026-01-03"]},
    "days that share none with the months": {"days": ["2026-01-08.."], "month": ["..2025-12"]},
    "the first and last days there are": {"days": ["0001-01-01..9999-12-31"]},
    "days before the data": {"days": ["..0001-01-01"]},
    "one month": {"month": ["2025-12"]},
    "one event": {"event": [AN_EVENT]},
    "nothing left": {"q": ["zzzz no such words"]},
    "months before the data": {"month": ["..2020-01"]},
    "months after the data": {"month": ["2031-05.."]},
    "one person": {"person": [A_PERSON]},
    "one source": {"source": [A_SOURCE]},
    "a day of custody": {"day": ["2026-01-02"]},
    "a day outside the months": {"day": ["2026-01-02"], "month": ["2025-03..2025-05"]},
    "pictures set": {"scale": ["goldstein"], "scope": ["all_strikes"], "step": ["week"], "by": ["announced"]},
    "periods compared": {"a": ["2025-09..2025-11"], "b": ["phase:transition"], "step": ["cumulative"]},
    "a release": {"as_of": ["2026-11-24"], "month": ["2025-09..2025-12"]},
    "a record of a release": {"as_of": ["2026-11-24"], "event": [AN_EVENT]},
    "before the first release": {"as_of": ["2020-01-01"], "since": ["2020-01-01"]},
    "garbage": {
        **{"type": ["bogus", ""], "month": ["2025-13", "x"], "q": ["\x00", "b"], "event": ["nope"], "zzz": ["1"]},
        **{"source": ["nope", "x"], "ship": ["x" * 5000], "target": ["\x00"]},
        **{"scale": ["metric"], "scope": ["", "each_part"], "a": ["2025-13"], "b": ["phase:x"]},
        **{"as_of": ["2026-13-01", "x"], "since": ["yesterday"]},
        **{"days": ["2025-02-30", "2025-03-01"], "group": ["bogus", "x" * 5000], "custody": ["", "Held", "free"]},
    },
    "reversed months and long words": {
        **{"month": ["2026-02..2025-01"], "q": ["x" * 5000]},
        **{"days": ["2025-10-22..2025-10-18"]},
    },
    "days that are too long": {"days": ["2025-10-18.." + "0" * 5000]},
}


def opened(slug: str, query: dict[str, list[str]]) -> AppTest:
    """The app after one run at that page and address, with what "More" opens."""
    app = AppTest.from_file(str(APP), default_timeout=60)
    app.session_state[MORE] = True
    for key, words in query.items():
        app.query_params[key] = words
    page = next(page for page in PAGES if page.slug == slug)
    if slug:
        app.switch_page(page.file)
    return app.run()


def visible_text(app: AppTest) -> str:
    """The captions of the page, as one text without the marks of Markdown."""
    return as_shown(*(caption.value for caption in app.caption))


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.slug or "overview")
@pytest.mark.parametrize("query", ADDRESSES.values(), ids=ADDRESSES.keys())
def test_the_page_opens_and_says_what_it_shows(page, query):
    app, package = opened(page.slug, query), data_version_for(query).package
    filters, ignored = Filters.from_query(query, package)
    assert not app.exception
    assert app.title[0].value == page.title
    assert filters.say(package) in visible_text(app)
    for parameter in ignored:
        assert parameter in visible_text(app)
    dropped = Settings.from_query(query, package)[1]
    for parameter in dropped:
        assert parameter in visible_text(app)
    assert ("Ignored in the address" in visible_text(app)) == bool(ignored or dropped)
    chosen, everything = filters.keep(package), len(package["events"])
    # On About no filter acts, so that the number of events would not be that of what is shown.
    if page.slug != "about" and len(chosen) < everything:
        assert f"{len(chosen)} of {everything} events" in visible_text(app)
    if query == ADDRESSES["one event"] and page.slug != "brief":
        assert record_title(app) == shipped()["events"].title.iloc[0]
    assert (len(app.button) > 0 and "clear_filters" in {button.key for button in app.button}) == (filters != Filters())


@settings(max_examples=15, deadline=None, suppress_health_check=list(HealthCheck))
@given(
    st.sampled_from([page.slug for page in PAGES]),
    st.dictionaries(
        st.sampled_from(
            ["type", "month", "days", "side", "verification", "area", "q", "group", "custody", "event", "zzz"]
        ),
        st.lists(st.text(max_size=20), min_size=1, max_size=3),
        max_size=4,
    ),
)
def test_no_address_breaks_a_page(slug, query):
    app = opened(slug, query)
    assert not app.exception
    assert app.title[0].value


def test_a_filter_that_is_set_is_kept_by_the_widgets_and_clearing_shows_everything():
    app = opened("timeline", ADDRESSES["filtered"])
    assert app.button_group(key="filter_type").value == [FIRST_TYPE]
    app.button(key="clear_filters").click().run()
    assert app.button_group(key="filter_type").value == []
    assert f"{len(shipped()['events'])} events" in visible_text(app)
