"""The Markdown of pages is read in blocks and runs: its marks are looks, and what is escaped is text."""

import pytest

from components.documents.blocks import BulletList, Grid, Paragraph, Run, TextHeading, blocks_of, line_of, line_words
from components.look.escaping import escape_markdown, link


def whole(address):
    return f"https://example.org/{address}"


def test_blocks_follow_each_other_as_they_stand():
    lists, table = "- first\n- **second**\n\n1. one\n2. two", "| A | B |\n| --- | --- |\n| 1 | 2 |"
    text = f"### A title\n\nOne line\nand its end\n\n{lists}\n\n{table}"
    heading, paragraph, bullets, numbered, grid = blocks_of(text, whole)
    assert heading == TextHeading(3, (Run("A title"),))
    assert paragraph == Paragraph((Run("One line and its end"),))
    assert bullets == BulletList(((Run("first"),), (Run("second", True),)), False)
    assert (numbered.is_numbered, [line_words(line) for line in numbered.lines]) == (True, ["one", "two"])
    assert grid == Grid(((Run("A"),), (Run("B"),)), (((Run("1"),), (Run("2"),)),))


@pytest.mark.parametrize(
    "text",
    ["**not bold**", "[no](link)", "a|b", "`code`", "# none", "1. one", "2:01 at $5 <b>", "- x", "\\", "_a_ *b*"],
)
def test_whatever_is_escaped_is_text(text):
    assert line_words(line_of(escape_markdown(text), whole)) == text
    assert {run.is_bold or bool(run.address) for run in line_of(escape_markdown(text), whole)} == {False}


def test_a_link_leads_to_the_whole_address_and_keeps_bold_words():
    assert line_of(f"see **{link('a **b**', 'events?event=x')}**.", whole) == (
        Run("see "),
        Run("a **b**", True, "https://example.org/events?event=x"),
        Run("."),
    )


def test_an_empty_text_has_no_blocks():
    assert list(blocks_of(" \n\n ", whole)) == []
