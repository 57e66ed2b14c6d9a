"""A picture that is asked for by name is the one that its page draws, with the same words."""

from functools import cache
from pathlib import Path

import orjson
import pytest
from streamlit.testing.v1 import AppTest

from components.frame.drawn_page import drawn_page
from components.pictures.shown import shown_picture
from components.view.view import PAGES
from data.selection.record_kinds import KINDS
from data.view.picture_names import NOT_OF_PICTURES, PICTURE_PLACES, picture_name
from data.view.sections import SECTIONS
from routes.data_versions import data_version_for
from tests.factory import shipped

APP = Path(__file__).parents[3] / "app.py"
# Opens pages, one for each picture.
pytestmark = pytest.mark.slow
ROOT = "https://example.org/"
ENDING = "_picture"
PLOTS, MAP = CHARTS = ("plotly_chart", "deck_gl_json_chart")


@cache
def shown(name, theme="light", **words):
    query = {word: [value] for word, value in words.items()}
    return shown_picture(name, query, theme, data_version_for(query), ROOT)


def keys_drawn(page, section, **words):
    query = {"section": [section]} if section else {}
    drawn = drawn_page(ROOT, page, query | {word: [value] for word, value in words.items()})
    blocks = [node.key for node in drawn.root.all_nodes() if node.key.endswith(ENDING)]
    return {
        key.removesuffix(ENDING)
        for key in blocks
        if any(node.kind in CHARTS for node in drawn.with_key(key).all_nodes())
    }


def numbers_of(spec):
    """What a specification draws: of a map its layers, of plots all but the names in their legend."""
    if "layers" in spec:
        return orjson.dumps({part: spec[part] for part in ("layers", "initialViewState", "views")})
    return orjson.dumps({**spec, "data": [{**trace, "name": ""} for trace in spec["data"]]})


def on_page(app):
    plots = {numbers_of(orjson.loads(chart.proto.spec)): chart.proto.alt for chart in app.get(PLOTS)}
    return plots | {numbers_of(orjson.loads(chart.proto.json)): chart.proto.alt for chart in app.get(MAP)}


@pytest.mark.parametrize("name", PICTURE_PLACES)
def test_no_picture_asks_for_what_no_file_can_do(name):
    found = shown(name)
    texts = [found.words.subtitle, *(trace.get("name", "") for trace in found.spec["data"])]
    assert [text for text in texts if "click" in text.lower() or "zoom" in text.lower()] == []
    assert found.words.subtitle.endswith((".", ")"))


def test_every_picture_that_any_page_draws_has_a_name_and_every_name_a_picture():
    places = [(page.slug, section.name) for page in PAGES for section in SECTIONS.get(page.slug, ())]
    places += [(page.slug, "") for page in PAGES if page.slug not in SECTIONS]
    drawn = set.union(*(keys_drawn(*place) for place in places))
    drawn |= keys_drawn("sanctions", "actions", lanes="authority")
    assert {key for key in drawn if not picture_name(key)} == set()
    assert drawn == {key for place in PICTURE_PLACES.values() for key in place.keys}


@pytest.mark.parametrize("name", PICTURE_PLACES)
def test_a_picture_has_the_numbers_and_words_of_its_page(name):
    place, found = PICTURE_PLACES[name], shown(name)
    app = AppTest.from_file(str(APP), default_timeout=60)
    app.query_params["section"] = place.section
    app.switch_page(f"pages/{place.page}.py").run()
    assert on_page(app)[numbers_of(found.spec)] == found.words.alt
    assert found.words.title
    assert "\\" not in found.words.title + found.words.subtitle
    assert shipped().release in found.words.source
    assert found.words.address.startswith(f"{ROOT}{place.page}")


def test_a_picture_is_drawn_in_the_theme_that_is_asked_for():
    light, dark = shown("toll").spec, shown("toll", "dark").spec
    assert light["layout"]["font"]["color"] != dark["layout"]["font"]["color"]


def test_a_picture_is_of_the_view_that_is_asked_for_and_its_address_says_so():
    one = shown("months", type="sanctions")
    assert one.spec != shown("months").spec
    assert "type=sanctions" in one.words.address
    assert "section=counts" in one.words.address


def test_a_setting_chooses_between_two_pictures_of_one_name():
    assert shown("actions").words.title
    assert shown("actions", lanes="authority").spec["data"] != shown("actions").spec["data"]


def test_words_that_mean_nothing_are_ignored_as_on_pages():
    plain = shown("months")
    odd = shown("months", type="bogus" * 900, nonsense="<b>")
    assert (odd.spec, odd.words.address) == (plain.spec, plain.words.address)


def test_a_view_with_nothing_to_draw_has_no_picture():
    assert shown("toll", month="..2020-01") is None


def test_a_record_that_is_open_over_the_page_changes_no_picture():
    event = shipped()["events"].event_id.iloc[0]
    assert shown("timeline", event=event) == shown("timeline")
    assert {*KINDS} <= {*NOT_OF_PICTURES}
