"""Tests of the values that stand in the descriptor's JSON: text, numbers, lists, objects."""

import re
from collections.abc import Callable
from datetime import datetime
from typing import Any


def is_text(value: object) -> bool:
    """Whether it is text that says something."""
    return isinstance(value, str) and bool(value.strip())


def is_whole(value: object) -> bool:
    """Whether it is a whole number of at least 0; true and false are none."""
    return isinstance(value, int) and not isinstance(value, bool) and value >= 0


def is_number(value: object) -> bool:
    """Whether it is a number; true and false are none."""
    return isinstance(value, int | float) and not isinstance(value, bool)


def is_pattern(value: object) -> bool:
    """Whether it is text that compiles as a regular expression."""
    try:
        return isinstance(value, str) and bool(re.compile(value))
    except (re.error, OverflowError, RecursionError):
        return False


def is_moment(value: object) -> bool:
    """Whether it is a moment written as ISO 8601 does, with its zone."""
    try:
        return isinstance(value, str) and datetime.fromisoformat(value).tzinfo is not None
    except ValueError:
        return False


def is_list(value: object, accepts: Callable[[Any], bool]) -> bool:
    """Whether it is a list that is not empty and holds only such values."""
    return isinstance(value, list) and bool(value) and all(accepts(item) for item in value)


def is_object(value: object) -> bool:
    """Whether it is an object of JSON."""
    return isinstance(value, dict)


def matches(pattern: str) -> Callable[[Any], bool]:
    """A test of text that as a whole is as the pattern says, in ASCII."""
    return lambda value: isinstance(value, str) and re.fullmatch(pattern, value, re.ASCII) is not None
