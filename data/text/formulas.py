"""What a spreadsheet would run as a formula, and the apostrophe that keeps a text from being one and can be undone."""

import re

# Signs that begin a formula, with their full-width and small forms, which some spreadsheets read as the same.
SIGNS = "=+\\-@＝＋－＠﹦﹢﹣﹫"
# Where a reader of the file may begin a new cell or line, though the text goes on. Lists are joined by `;`.
BREAKS = "\\t-\\r\\x1c-\\x1e\\x85\u2028\u2029"
# What spreadsheets drop or do not show before a sign: spaces, quotation marks, characters of control and format.
SKIPPED = (
    '"\\x00-\\x08\\x0e-\\x1b\\x1f \\x7f-\\x84\\x86-\\xa0\\xad\u034f\u0600-\u0605\u061c\u06dd\u070f\u0890\u0891\u08e2'
    "\u115f\u1160\u1680\u17b4\u17b5\u180b-\u180f\u2000-\u200f\u202a-\u202f\u205f-\u206f\u2800\u3000\u3164"
    "\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufffb\U000110bd\U000110cd\U00013430-\U0001343f\U0001bca0-\U0001bca3"
    "\U0001d173-\U0001d17a\U000e0000-\U000e0fff"
)
# Apostrophes that are there already are told apart from ours, which stands before them. A place is judged by what is
# between it and the next place at most, and ours changes nothing there, so that each can be undone by itself.
A_SIGN = rf"(?='*[{SKIPPED}]*[{SIGNS}])"
A_SIGN_OR_BREAK = rf"(?='*[{SKIPPED}]*[{SIGNS}{BREAKS}])"
PLACE = rf"[;{BREAKS}]"
START, OURS_AT_START = re.compile(A_SIGN_OR_BREAK), re.compile(f"'{A_SIGN_OR_BREAK}")
INSIDE = re.compile(rf"{PLACE}(?:(?<=;){A_SIGN_OR_BREAK}|{A_SIGN})")
OURS_INSIDE = re.compile(rf"({PLACE})(?:(?<=;)'{A_SIGN_OR_BREAK}|'{A_SIGN})")


def is_formula(text: str) -> bool:
    """Whether a spreadsheet could run the text, an item of a list in it (joined by `;`) or a line of it as a formula,
    or would drop what it begins with and then do so."""
    if START.match(text):
        return True
    # Most texts have no place inside: to know that takes a fraction of the search.
    return (";" in text or not text.isprintable()) and INSIDE.search(text) is not None


def escape_formula(text: str) -> str:
    """The text with an apostrophe wherever a formula could begin: at its start, after a `;`, a tab or a line break.

    A text that holds no formula is not changed. A list may be escaped as a whole, joined by `;`, or item by item.
    """
    return ("'" if START.match(text) else "") + INSIDE.sub(r"\g<0>'", text)


def unguarded(text: str) -> str:
    """The text, or item of a list, that `escape_formula` was given."""
    return OURS_INSIDE.sub(r"\1", text[1:] if OURS_AT_START.match(text) else text)
