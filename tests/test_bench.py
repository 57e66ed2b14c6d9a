"""The bench's arithmetic: ratios run by run, and rows that say what was measured and how far it spread."""

import pytest

from bench.measured import HEADINGS, Measured, ratio, row


def test_a_ratio_is_taken_run_by_run():
    assert ratio("a / b", (2.0, 9.0), (1.0, 3.0)).values == (2.0, 3.0)


def test_a_ratio_of_unequal_runs_is_refused():
    with pytest.raises(ValueError, match="shorter"):
        ratio("a / b", (2.0, 9.0), (1.0,))


def test_a_row_holds_the_median_the_range_and_what_is_asked():
    wait = Measured("wait", (1.0, 5.0, 2.0), "s", "at most 3")
    assert wait.cells() == ("wait", "2.00 s", "1.00 to 5.00", "at most 3")
    assert Measured("sent", (7.5,), "KB").cells() == ("sent", "7.50 KB", "one run", "")


def test_rows_stand_in_the_columns_of_the_headings():
    line = row(Measured("wait", (1.0,), "s").cells())
    assert line.index("1.00 s") == row(HEADINGS).index("median")
