"""Changes between two states of a table are whole: carried out on the old one they give the new one."""

import io
import zipfile

import orjson
import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.package.package import Package
from data.records.changes import changes_in_view
from data.selection.filters import Filters
from data.versions.changes import ADDED, CHANGED, REMOVED, changes
from tests.factory import make_events, make_rows, shipped

TEXTS = st.text('abé\n,"', max_size=3)
ONE, OTHER = shipped()["sources"].source_id.tail(2)
TABLE = st.dictionaries(st.sampled_from("abcdefgh"), st.tuples(TEXTS, TEXTS), max_size=8)


def zipped(rows: dict[str, tuple[str, str]]) -> zipfile.Path:
    """A package of one table of things with a name and two cells."""
    fields = [{"name": name, "type": "string", "title": name, "description": name} for name in ("thing", "one", "two")]
    table = {"name": "things", "path": "things.csv", "title": "Things", "description": "Things", "holds": "facts"}
    schema = {"fields": fields, "primaryKey": ["thing"]}
    file = io.BytesIO()
    quoted = ["thing,one,two"] + [
        ",".join('"' + cell.replace('"', '""') + '"' for cell in (key, *texts)) for key, texts in rows.items()
    ]
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("datapackage.json", orjson.dumps({"resources": [{**table, "schema": schema}]}))
        archive.writestr("things.csv", "\n".join(quoted))
    return zipfile.Path(file)


@given(TABLE, TABLE)
def test_the_changes_carried_out_on_the_old_rows_give_the_new_ones(old, new):
    found = changes(zipped(old), zipped(new))
    rows = {key: dict(zip(("one", "two"), texts, strict=True)) for key, texts in old.items()}
    for change in found.itertuples():
        if change.change == REMOVED:
            del rows[change.row_id]
        elif change.change == ADDED:
            rows[change.row_id] = dict(zip(("one", "two"), new[change.row_id], strict=True))
        else:
            assert (change.change, rows[change.row_id][change.column]) == (CHANGED, change.before)
            rows[change.row_id][change.column] = change.after
    assert rows == {key: dict(zip(("one", "two"), texts, strict=True)) for key, texts in new.items()}
    assert found.empty == (old == new)


@pytest.fixture
def states() -> tuple[Package, Package]:
    """Two states of three events, of which the view of one type holds the first and the last."""
    old = make_events(
        {"event_id": "kept", "event_type": "statement", "source_ids": (ONE,)},
        {"event_id": "other", "event_type": "legal", "source_ids": (OTHER,)},
        {"event_id": "moved", "event_type": "statement"},
    )
    new = make_events(
        {"event_id": "kept", "event_type": "statement", "source_ids": (ONE,)},
        {"event_id": "other", "event_type": "legal", "source_ids": (OTHER,)},
        {"event_id": "moved", "event_type": "legal"},
    )
    claims = make_rows("claims", [{"event_id": "kept", "field": "killed_low"}, {"event_id": "other", "field": "cause"}])
    return tuple(
        Package(shipped().descriptor, {**shipped().frames, "events": events, "claims": claims}) for events in (old, new)
    )


def found_rows(*rows: tuple[str, str]):
    frame = changes(zipped({}), zipped({}))
    frame[["table", "row_id"]] = list(rows)
    return frame.fillna("")


def test_a_view_has_the_changes_of_its_events_of_what_rests_on_them_and_of_all_scores(states):
    old, new = states
    claim = "kept · killed_low ·  · "
    rows = [
        ("events", "kept"),
        ("events", "other"),
        ("events", "moved"),
        ("claims", claim),
        ("claims", claim.replace("kept", "other")),
        ("sources", ONE),
        ("sources", OTHER),
        ("plover_scores", "ASSAULT · "),
        ("published_totals", "of no event"),
    ]
    found = found_rows(*rows)
    chosen = changes_in_view(found, Filters(type=("statement",)), old, new)
    assert list(zip(chosen.table, chosen.row_id, strict=True)) == [rows[0], rows[2], rows[3], rows[5], rows[7]]
    assert len(changes_in_view(found, Filters(), old, new)) == len(rows)


def test_a_view_has_the_changes_of_the_people_targets_and_ships_that_its_filters_keep(states):
    old, new = states
    person, target, ship = (shipped()[table].iloc[0] for table in ("detainees", "sanctions_targets", "ships"))
    rows = [("detainees", person.person_id), ("sanctions_targets", target.target_id), ("ships", ship.ship_id)]
    found = found_rows(*rows)
    chosen = changes_in_view(found, Filters(type=("legal",)), old, new)
    assert list(zip(chosen.table, chosen.row_id, strict=True)) == rows
    assert changes_in_view(found, Filters(q="no such words"), old, new).empty
