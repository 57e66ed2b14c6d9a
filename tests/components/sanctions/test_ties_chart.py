"""The picture of ties draws every box and tie, opens targets alone, and shows text as text."""

import pytest

from components.look.theme import theme_for
from components.sanctions.ties_chart import LINES, SIGNS, ties_figure
from components.sanctions.ties_labels import words_on_lines
from data.sanctions.ties_layout import ties_picture
from tests.factory import shipped

PICTURES = list(shipped().choices("sanctions_relations", "picture"))
COLOUR = "#123456"


def drawn(picture: str, theme: str = "light"):
    return ties_figure(ties_picture(shipped(), picture), COLOUR, theme_for(shipped(), theme))


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("picture", PICTURES)
def test_every_tie_is_a_line_and_every_end_a_box_with_its_whole_name(picture, theme):
    rows, figure = ties_picture(shipped(), picture), drawn(picture, theme)
    *lines, targets = figure.data
    text = [text for trace in lines for text in trace.hovertext if text]
    assert len(text) == len(rows.lines)
    assert list(targets.x) == list(rows.boxes.x)
    texts = {note.text.replace("<br>", " ") for note in figure.layout.annotations}
    for name, kind in zip(rows.boxes["name"], rows.boxes.target_type, strict=True):
        assert f"{SIGNS[kind]} {name}" in texts


def test_a_click_on_a_target_opens_it_and_one_on_a_name_outside_the_table_nothing():
    *_, targets = drawn("family").data
    opened = {data[1]: data[0] for data in targets.customdata}
    assert opened["Carlos Erik Malpica Flores"] == "malpica-flores-carlos-erik"
    assert opened["Cilia Flores"] == ""


def test_only_targets_are_framed_in_the_colour():
    notes = drawn("family").layout.annotations
    framed = {note.text.replace("<br>", " ")[2:] for note in notes if note.bordercolor == COLOUR}
    boxes = ties_picture(shipped(), "family").boxes
    assert framed == set(boxes["name"][boxes.target_type != ""])


@pytest.mark.parametrize("picture", PICTURES)
def test_words_on_lines_meet_neither_boxes_nor_each_other_and_nearly_all_lines_have_them(picture):
    rows = ties_picture(shipped(), picture)
    words = list(words_on_lines(rows.lines, rows.boxes))
    assert len({(x, y) for _, x, y in words}) == len(words)
    assert len(words) >= len(rows.lines) - 2


def test_a_name_with_markup_is_shown_as_text():
    rows = ties_picture(shipped(), "family")
    rows.boxes.loc[rows.boxes.index[0], "name"] = "<b>x</b>"
    figure = ties_figure(rows, COLOUR, theme_for(shipped(), "light"))
    assert any("&lt;b&gt;x&lt;/b&gt;" in (note.text or "") for note in figure.layout.annotations)


def test_every_kind_of_tie_and_of_target_has_a_look():
    assert set(LINES) == set(shipped().choices("sanctions_relations", "kind"))
    assert set(SIGNS) == {*shipped().choices("sanctions_targets", "target_type"), ""}
