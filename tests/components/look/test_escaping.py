"""Text is escaped so that whatever reads Markdown or a picture's small HTML shows it as it stands."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from components.look.escaping import NOTHING, attributes, escape_in_picture, escape_markdown, link
from tests.shown import as_shown

# What the front end makes of a piece of text in which no markup is left, as its scripts of Streamlit 1.67 have it.
READ_AS_MORE = [
    re.compile(r"(https?://|www(?=\.))([-.\w]+)", re.IGNORECASE),
    re.compile(r"[-.\w+]+@[-\w]+(\.[-\w]+)+"),
    re.compile(r":material_\w+:|:streamlit:|:\+1:|:-1:|:[\w-]+:"),
    re.compile(r"(^|\s)(<->|->|<-|--|>=|<=|~=)(\s|$)"),
]
PARTS = ["https://", "HTTP://", "www.", "WWW.", "evil.example", "a@", ":smile:", ":streamlit:", ":material_home:"]
PARTS += ["<->", "->", "<-", "--", ">=", "<=", "~=", " ", "x", ":", "@", "w", "\\", ":color{}"]


def pieces(markdown: str) -> list[str]:
    """The pieces of text that stand between the elements of escaped text."""
    return [re.sub(r"\\(.)", r"\1", piece) for piece in markdown.split(NOTHING)]


@given(st.lists(st.sampled_from(PARTS), max_size=8).map("".join))
def test_no_piece_of_the_text_is_read_as_more_than_text(text):
    found = [pattern.search(piece) for piece in pieces(escape_markdown(text)) for pattern in READ_AS_MORE]
    assert not any(found)


@given(st.text())
def test_the_text_is_all_there_on_one_line(text):
    assert "".join(pieces(escape_markdown(text))) == " ".join(text.split())


@given(st.text(alphabet="!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~ax "))
def test_no_mark_of_markdown_keeps_its_meaning(text):
    assert re.fullmatch(r"(\\[!-/:-@\[-`{-~]|[^!-/:-@\[-`{-~])*", escape_markdown(text).replace(NOTHING, ""))


def test_a_name_in_words_is_only_escaped():
    assert escape_markdown("Maduro, N. (president)") == r"Maduro\, N\. \(president\)"
    assert as_shown(escape_markdown("at 12:30, a@evil.example")) == "at 12:30, a@evil.example"


def test_a_text_that_ends_like_an_address_makes_none_with_the_full_stop_that_follows():
    assert pieces(f"{escape_markdown('It ends in www')}. More") == ["It ends in ww", "w. More"]


@pytest.mark.parametrize("address", ["https://example.org", "/events?event=x", "?as_of=2026-11-24", "events?type=x"])
def test_a_web_address_and_a_path_of_this_site_become_links(address):
    assert link("Here", address) == f"[Here]({address})"


@pytest.mark.parametrize(
    "address", ["//evil.example", "javascript:alert(1)", "data:text/html,x", "ftp://evil.example", ""]
)
def test_any_other_address_gives_the_text_alone(address):
    assert link("Here", address) == "Here"


def test_an_address_cannot_end_its_link():
    assert link("Here", "https://example.org/a) [b](c") == "[Here](https://example.org/a%29%20%5Bb%5D%28c)"


def test_a_picture_shows_tags_as_text():
    assert escape_in_picture('<a href="https://evil.example">x</a> &amp;') == (
        '&lt;a href="https://evil.example"&gt;x&lt;/a&gt; &amp;amp;'
    )


def test_no_value_ends_its_attribute():
    assert attributes({"href": "/events?a=1&b=2", "title": '"><script>'}) == (
        'href="/events?a=1&amp;b=2" title="&quot;&gt;&lt;script&gt;"'
    )
