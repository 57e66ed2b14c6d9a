"""What a page shows of a view is worked out once for all who read it, and no click has plotly check a picture."""

import gc
import weakref
from dataclasses import replace
from pathlib import Path
from unittest.mock import Mock, patch

import pandas as pd
import pytest
from _plotly_utils import basevalidators
from streamlit.testing.v1 import AppTest

from components.frame import frame
from components.timeline import timeline_section
from components.timeline.timeline_chart import timeline_figure
from data.versions.changes import COLUMNS
from data.versions.data_version import DataVersion, VersionState
from data.view.sections import SECTIONS
from tests.factory import shipped

# Opens pages, many times over.
pytestmark = pytest.mark.slow
APP = Path(__file__).parents[3] / "app.py"
WITH_PICTURES = [
    *(("timeline", section.name) for section in SECTIONS["timeline"]),
    *(("detentions", name) for name in ("people", "held", "releases", "prisoners")),
    *(("sanctions", name) for name in ("targets", "actions", "ties", "licences")),
    ("events", "counts"),
    ("overview", ""),
    ("brief", ""),
]
# What checks single values; those of compounds and traces also put the parts of a picture together.
CHECKS = [
    kind
    for name, kind in vars(basevalidators).items()
    if name.endswith("Validator") and "Compound" not in name and name not in ("BaseValidator", "BaseDataValidator")
]


def opened(page: str, **query: str) -> AppTest:
    """A reader of their own who has opened a page."""
    app = AppTest.from_file(str(APP), default_timeout=120)
    for name, value in query.items():
        app.query_params[name] = value
    app.switch_page(f"pages/{page}.py")
    app.run()
    assert not app.exception
    return app


@pytest.mark.parametrize(("page", "section"), WITH_PICTURES)
def test_plotly_checks_no_picture_in_a_click(page, section, monkeypatch):
    app = opened(page, **({"section": section} if section else {}))
    assert app.get("plotly_chart")

    def refuse(*_args: object, **_options: object) -> None:
        raise AssertionError("a picture was checked")

    for kind in CHECKS:
        monkeypatch.setattr(kind, "validate_coerce", refuse)
    app.query_params["month"] = "2025-03.."
    app.run()
    assert not app.exception
    assert app.get("plotly_chart")


def test_ten_readers_of_one_link_have_its_picture_made_once():
    with patch.object(timeline_section, "timeline_figure", side_effect=timeline_figure) as made:
        shown = [opened("timeline", q="tanker").get("plotly_chart")[0].proto.spec for _ in range(10)]
    assert made.call_count == 1
    assert len(set(shown)) == 1


def test_a_record_that_is_opened_has_nothing_behind_it_made_anew():
    app = opened("timeline", q="oil")
    with patch.object(timeline_section, "timeline_figure", side_effect=timeline_figure) as made:
        app.query_params["event"] = "2025-12-24-cia-dock-strike"
        app.run()
        assert app.get("dialog")
    assert made.call_count == 0


@pytest.mark.parametrize(
    "other", [{"month": "2026-01.."}, {"section": "escalation"}, {"as_of": "2026-11-24"}, {"utm": "letter"}]
)
def test_readers_of_other_views_see_their_own(other):
    one, two = opened("timeline", q="pdvsa"), opened("timeline", q="pdvsa", **other)
    assert one.markdown.values != two.markdown.values


@pytest.mark.parametrize(
    ("page", "section"), [*WITH_PICTURES, ("map", ""), ("detentions", "places"), ("sanctions", "ships"), ("events", "")]
)
def test_what_was_worked_out_of_views_holds_no_package_that_nobody_reads_any_more(page, section, monkeypatch):
    package = replace(shipped())
    state = DataVersion(package, package, VersionState((), pd.DataFrame(columns=COLUMNS)))
    monkeypatch.setattr(frame, "load_data_version", Mock(return_value=state))
    app = opened(page, **({"section": section} if section else {}))
    assert app.main
    dropped = weakref.ref(package)
    monkeypatch.undo()
    del app, package, state
    gc.collect()
    assert dropped() is None
