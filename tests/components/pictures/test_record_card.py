"""The card of a record holds what its page says, with the map of its place, in a size that can be read."""

from itertools import pairwise

import pytest
from matplotlib.backends.backend_agg import FigureCanvasAgg

from components.look.theme import INKS
from components.pictures.record_card import record_card
from components.pictures.sheet import SIZES, Sheet
from data.records.paragraphs import paragraph
from data.selection.record_kinds import EVENT, SHIP, SOURCE, TARGET
from data.view.picture_names import PREVIEW
from routes.data_versions import data_version_for
from tests.factory import shipped

ROOT = "https://example.org/"
KINDS = pytest.mark.parametrize("kind", [EVENT, TARGET, SHIP, SOURCE], ids=lambda kind: kind.parameter)
RAID = "2026-01-03-operation-absolute-resolve"
pytestmark = pytest.mark.slow


def card(kind, row_id, theme="light"):
    return record_card(kind, row_id, theme, data_version_for({}), ROOT)


def drawn(found):
    return Sheet(found.spec, found.words, INKS["light"]).figure(SIZES[PREVIEW])


def written(figure):
    return " ".join(text.get_text() for text in figure.findobj() if text.get_gid() == "words")


def longest(kind):
    ids = shipped()[kind.table][kind.id_column]
    return max(ids, key=lambda row_id: len(paragraph(shipped(), kind, row_id)))


@KINDS
def test_a_card_says_all_of_the_records_paragraph_once(kind):
    for row_id in (shipped()[kind.table][kind.id_column].iloc[0], longest(kind)):
        found = card(kind, row_id)
        words = f"{found.words.title} {found.words.subtitle} {found.spec['text']}".replace(" ", "")
        for part in paragraph(shipped(), kind, row_id).split(f": {found.words.title}. "):
            assert part.replace(" ", "") in words
        assert words.count(found.words.title.replace(" ", "")) <= 2
        # Long words are broken over lines.
        assert found.spec["text"].replace(" ", "") in written(drawn(found)).replace(" ", "")


@KINDS
def test_the_words_of_a_card_stay_on_the_sheet_and_do_not_touch(kind):
    figure = drawn(card(kind, longest(kind)))
    renderer = FigureCanvasAgg(figure).get_renderer()
    boxes = [text.get_window_extent(renderer) for text in figure.findobj() if text.get_gid() == "words"]
    lines = sorted(boxes, key=lambda box: -box.y0)
    assert all(upper.y0 > lower.y0 for upper, lower in pairwise(lines))
    assert all(box.x0 >= 0 and box.x1 <= figure.bbox.x1 and box.y0 >= 0 for box in boxes)
    for axes in figure.axes:
        assert not any(box.overlaps(axes.get_window_extent(renderer)) for box in boxes)


def test_an_event_has_its_map_and_says_when_and_where_below_its_title():
    found = card(EVENT, RAID)
    assert found.words.subtitle.startswith("3 January 2026, Caracas")
    assert found.words.address == f"{ROOT}events/{RAID}?as_of={shipped().release}"
    assert shipped().release in found.words.source
    assert "Small map" in found.words.alt
    assert len(drawn(found).axes) == 1


def test_an_event_without_a_place_is_words_alone():
    events = shipped()["events"]
    row_id = events[events.lat.isna() & (events.place == "")].event_id.iloc[0]
    assert card(EVENT, row_id).spec["map"] is None
    assert drawn(card(EVENT, row_id)).axes == []


def test_a_title_that_stands_in_the_summary_too_takes_no_words_away(monkeypatch):
    title = shipped()["events"].set_index("event_id").title[RAID]
    text = f"3 January 2026, Caracas: {title}. Words: {title}. The rest."
    monkeypatch.setattr("components.pictures.record_card.paragraph", lambda *_: text)
    found = card(EVENT, RAID)
    assert (found.words.subtitle, found.spec["text"]) == ("3 January 2026, Caracas", f"Words: {title}. The rest.")


def test_words_that_have_no_room_end_in_dots():
    found = card(EVENT, RAID)
    spec = {**found.spec, "text": "word " * 900}
    text = written(Sheet(spec, found.words, INKS["light"]).figure(SIZES[PREVIEW]))
    assert "…" in text


def test_a_card_is_drawn_dark_too():
    assert card(EVENT, RAID, "dark").spec["map"] != card(EVENT, RAID).spec["map"]
