"""A curator's headline stands above a picture while nothing is filtered or set, and never in a release without it."""

from dataclasses import replace

from components.look.theme import theme_for
from components.view.headlines import headline
from components.view.view import PAGES, View
from data.selection.filters import Filters
from data.versions.data_version import AS_OF
from data.view.selection import Selection
from data.view.settings import Settings
from routes.data_versions import data_version_for
from tests.factory import shipped

HEADLINES = dict(zip(shipped()["headlines"].picture, shipped()["headlines"].text, strict=True))


def view_of(filters: Filters, day: str = "") -> View:
    version = data_version_for({AS_OF: [day] if day else []})
    selection = Selection(version.package, filters)
    return View(selection, version, Settings(), PAGES[0], theme_for(version.package, "light"))


def test_a_picture_without_filters_has_the_headline_of_a_curator():
    view = view_of(Filters())
    assert {picture: headline(view, picture, "by rule", "scale") for picture in HEADLINES} == HEADLINES
    assert headline(view, "no such picture", "by rule") == "by rule"


def test_a_filter_or_a_setting_of_the_picture_has_the_title_made_by_rule():
    unfiltered = view_of(Filters())
    weekly = replace(unfiltered, settings=Settings(step="week"))
    assert headline(view_of(Filters(side=("US",))), "escalation", "by rule", "step") == "by rule"
    assert headline(weekly, "escalation", "by rule", "step") == "by rule"
    assert headline(weekly, "escalation", "by rule", "scale") == HEADLINES["escalation"]


def test_a_release_from_before_the_headlines_has_titles_made_by_rule():
    old = view_of(Filters(), "2026-11-24")
    assert {headline(old, picture, "by rule") for picture in HEADLINES} == {"by rule"}
