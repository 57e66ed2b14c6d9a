"""Lines of a picture are short enough to be read on a phone, and nothing in them is markup."""

from components.elements.picture_lines import HOVER_WIDTH, hover_lines, lines_in_picture, wrapped_in_picture


def test_long_lines_of_a_hover_text_are_broken_and_empty_ones_left_out():
    text = hover_lines(["At least 12 & more", "", " ", "word " * 20]).split("<br>")
    assert text[0] == "At least 12 &amp; more"
    assert " ".join(text[1:]) == "word " * 19 + "word"
    assert max(map(len, text)) <= HOVER_WIDTH


def test_a_label_has_as_many_letters_in_a_line_as_there_is_room_for():
    assert wrapped_in_picture("one two three", 7) == "one two<br>three"


def test_lines_are_kept_as_they_are_but_for_their_markup():
    assert lines_in_picture(["<i>a</i>", "b"]) == "&lt;i&gt;a&lt;/i&gt;<br>b"
