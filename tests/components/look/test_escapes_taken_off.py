"""What is escaped for Markdown is read back as it was, on one line."""

from hypothesis import given
from hypothesis import strategies as st

from components.look.escaping import NOTHING, escape_markdown, without_escapes


@given(st.text().filter(lambda text: NOTHING not in text))
def test_a_text_that_was_escaped_is_read_back(text):
    assert without_escapes(escape_markdown(text)) == " ".join(text.split())
