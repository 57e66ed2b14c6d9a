"""The bench: ratios run by run, rows that say what was measured and how far it spread, and the load on a tiny setting.

What it asks of a browser is walked in tests/browser/test_bench.py.
"""

import pytest

from bench.answers import Size, measure_answers
from bench.measured import HEADINGS, Measured, ratio, row
from bench.views import random_queries


def test_a_ratio_is_taken_run_by_run():
    assert ratio("a / b", (2.0, 9.0), (1.0, 3.0)).values == (2.0, 3.0)


def test_a_ratio_of_unequal_runs_is_refused():
    with pytest.raises(ValueError, match="shorter"):
        ratio("a / b", (2.0, 9.0), (1.0,))


def test_a_row_holds_the_median_the_range_and_what_is_asked():
    wait = Measured("wait", (1.0, 5.0, 2.0), "s", "at most 3")
    assert wait.columns() == ("wait", "2.00 s", "1.00 to 5.00", "at most 3")
    assert Measured("sent", (7.5,), "KB").columns() == ("sent", "7.50 KB", "one run", "")


def test_rows_stand_in_the_columns_of_the_headings():
    line = row(Measured("wait", (1.0,), "s").columns())
    assert line.index("1.00 s") == row(HEADINGS).index("median")


@pytest.mark.slow
def test_the_answers_are_measured_alone_and_beside_readers_who_click():
    size = Size(views=3, requests=4, slice=2, readers=1)
    found = {measured.name: measured for measured in measure_answers(1, size)}
    assert "API, each of 3 views for the first time" in found
    for when in ("alone", "1 readers"):
        assert {f"API, {when}", f"API, {when}, p99", f"bare route, {when}", f"API / bare route, {when}"} <= {*found}
    assert all(value > 0 for measured in found.values() for value in measured.values)


def test_views_are_drawn_anew_for_each_seed_and_never_twice():
    one, again, other = random_queries(1, 5), random_queries(1, 5), random_queries(2, 5)
    assert one == again != other
    assert len(set(one)) == 5
