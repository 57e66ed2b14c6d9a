"""The bench: ratios run by run, rows that say what was measured and how far it spread, tables with many events, bare
twins that draw what the app draws, and the load on a tiny setting.

What it asks of a browser is walked in tests/browser/test_bench.py.
"""

import json
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from bench.answers import Size, measure_answers
from bench.load import quantile
from bench.many_events import write_events
from bench.measured import HEADINGS, README, RESULTS, Measured, as_json, as_markdown, conditions, ratio, row, with_table
from bench.views import fullest_type, places, random_queries, visits
from data.package.descriptor import FOLDER
from data.package.package import load_package
from tests.browser.harness import copy_app, without_releases
from tests.factory import shipped

ROOT = Path(__file__).parent.parent


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


def test_a_share_of_the_waits_is_not_longer_than_the_quantile():
    assert quantile([3.0, 1.0, 2.0, 4.0], 0.5) == 3.0
    assert quantile([1.0], 0.99) == 1.0


def test_the_table_has_a_column_for_each_number_of_events_and_a_row_for_what_has_a_goal_or_stands_in_all():
    few = [
        Measured("start", (1.0,), "s"),
        Measured("wait", (2.0,), "ms", "at most 3"),
        Measured("left out", (1.0,), "s"),
    ]
    results = as_json(conditions(), {430: few, 10_000: [Measured("start", (5.0,), "s")]})
    lines = as_markdown(results).splitlines()
    assert lines[0] == "| figure | 430 events | 10,000 events | goal |"
    assert lines[2:4] == ["| start | 1.00 s | 5.00 s |  |", "| wait | 2.00 ms |  | at most 3 |"]
    assert "left out" not in "".join(lines)


def test_the_table_has_the_first_section_and_of_the_others_the_worst():
    figures = [
        Measured("sent", (amount,), "KB", "at most 9", section) for section, amount in (("A", 1), ("B", 2), ("C", 5))
    ]
    lines = as_markdown(as_json(conditions(), {430: figures})).splitlines()
    assert lines[2:4] == ["| A, sent | 1.00 KB | at most 9 |", "| worst other section, sent | 5.00 KB | at most 9 |"]


def test_readme_has_the_table_of_the_results():
    text = README.read_text(encoding="utf-8")
    assert with_table(text, json.loads(RESULTS.read_text(encoding="utf-8"))) == text


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


def test_readers_go_to_every_page_and_section():
    assert {path for path, _ in visits(1, 500)} == {place.path for place in places()}


def written(folder: Path, number: int, seed: int = 16) -> Path:
    tables = without_releases(copy_app(folder)) / "data" / "tables"
    write_events(tables, number, seed)
    return tables


def test_tables_with_many_events_pass_every_check_and_keep_the_shape_of_those_that_ship(tmp_path):
    before, package = shipped(), load_package(written(tmp_path / "app", 2000))
    events, less = package["events"], before["events"]
    assert len(events) == 2000
    assert events.event_id[: len(less)].tolist() == less.event_id.tolist()
    for column in ("event_type", "actor_side", "verification", "geo_precision", "country"):
        shares = events[column].value_counts(normalize=True) - less[column].value_counts(normalize=True)
        assert shares.abs().max() < 0.05, column
    assert abs(events.source_ids.map(len).mean() - less.source_ids.map(len).mean()) < 0.3
    # Few ships are targets: those of others do not grow.
    for table, least in (("claims", 3), ("sanctions_actions", 3), ("sanctions_targets", 3), ("ships", 1.5)):
        assert least < len(package[table]) / len(before[table]) < 7, table
    assert (events.importance == 1).sum() == (less.importance == 1).sum()


def test_the_same_seed_gives_the_same_tables_and_another_seed_others(tmp_path):
    one, again, other = (
        (written(tmp_path / name, 600, seed) / "events.csv").read_bytes()
        for name, seed in (("one", 1), ("again", 1), ("other", 2))
    )
    assert one == again != other


def test_no_more_events_than_there_are_leave_the_tables_as_they_ship(tmp_path):
    tables = written(tmp_path / "app", 10)
    assert (tables / "events.csv").read_bytes() == (FOLDER / "events.csv").read_bytes()


def drawn(script: str, path: str, query: dict[str, list[str]]) -> AppTest:
    app = AppTest.from_file(str(ROOT / script), default_timeout=60)
    app.query_params.update(query)
    if script == "app.py":
        app.switch_page(f"pages/{path or 'overview'}.py")
    return app.run()


def marks_and_rows(app: AppTest) -> tuple[list[int], list[int]]:
    """How many marks each picture has, its traces together, and how many rows each table; a map counts as one."""
    specs = [json.loads(chart.proto.spec) for chart in app.get("plotly_chart")]
    marks = [sum(len(str(trace.get(axis))) for trace in spec["data"] for axis in "xyz") for spec in specs]
    maps = [len(chart.proto.json) for chart in app.get("deck_gl_json_chart")]
    rows = [element.proto.body.count("<tr") for element in app.get("html") if "<table" in element.proto.body]
    return marks + maps, rows + [len(frame.value) for frame in app.dataframe]


@pytest.mark.slow
@pytest.mark.parametrize("place", places(), ids=lambda place: place.title)
def test_the_bare_twin_sends_as_many_marks_and_rows_as_the_app(place):
    query = {"section": [place.section]} if place.section else {}
    ours = marks_and_rows(drawn("app.py", place.path, query))
    assert marks_and_rows(drawn("bench/peers/bare.py", "", {"path": [place.path], **query})) == ours
    # These are lists and texts.
    assert any(ours) or place.title in (
        "Events, Changes",
        "About, Releases and corrections",
        "About, Access and licences",
    )


def test_the_bare_twin_follows_its_filter():
    query = {"type": [fullest_type()[0]]}
    ours = marks_and_rows(drawn("app.py", "timeline", query))
    assert marks_and_rows(drawn("bench/peers/bare.py", "", {"path": ["timeline"], **query})) == ours
    assert marks_and_rows(drawn("bench/peers/bare.py", "", {"path": ["timeline"]})) != ours
