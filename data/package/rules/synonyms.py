"""Rules of the synonyms: every term finds something else, and no term is there twice in another spelling."""

import re
from collections.abc import Iterator

import pandas as pd

from data.package.problems import Problem
from data.package.rows import Frames, problems_in_rows, rows_where
from data.text.matching import folded

ONLY_WHOLE = 2


def synonyms_find_more(frames: Frames) -> Iterator[Problem]:
    """What a term finds too has a letter or digit and is not what the term finds by itself."""
    rows = frames["synonyms"]
    pairs = zip(rows.term.map(_bare), rows.also, strict=True)
    idle = [any(not _bare(text) or _is_found_by(term, _bare(text)) for text in also) for term, also in pairs]
    rule = 'must not be empty of letters nor begin with the term "{term}", which finds that by itself'
    yield from problems_in_rows(
        rows_where(rows, pd.Series(idle, index=rows.index, dtype="bool")), "synonyms", "also", rule
    )


def _is_found_by(term: str, text: str) -> bool:
    """Whether the text begins with the term, one of two letters as a whole word."""
    return f"{text} ".startswith(term if len(term) > ONLY_WHOLE else f"{term} ")


def terms_differ(frames: Frames) -> Iterator[Problem]:
    """No two terms differ in case, accents or marks alone: readers type either."""
    rows = frames["synonyms"]
    again = rows.assign(bare=rows.term.map(_bare)).duplicated("bare", keep="first")
    rule = "another row has this term, apart from case, accents and marks: write both as one row"
    yield from problems_in_rows(rows_where(rows, again), "synonyms", "term", rule, "synonyms.term")


def _bare(text: str) -> str:
    return " ".join(re.findall(r"[^\W_]+", folded(text)))
