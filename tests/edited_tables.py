"""Copies of the shipped tables that a test may edit, and edits of them."""

import csv
import json
import shutil
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pandas as pd

from data.package.csv_text import read_csv_text
from data.package.descriptor import FILE, FOLDER, read_descriptor
from data.package.row_keys import IDS_OR_NAMES, JOINT, row_ids
from tests.factory import shipped

Rows = list[dict[str, str]]
WHY = "A source was read again."


def copy_tables(folder: Path) -> Path:
    """Copies the tables with their descriptor and licences, without any release, into `folder`; returns it."""
    shutil.copytree(FOLDER, folder, dirs_exist_ok=True)
    return folder


def edit(folder: Path, table: str, change: Callable[[Rows], object]) -> None:
    """Lets `change` edit the rows of a table's file, each a dict of its cells, in place; new columns come last."""
    path = folder / f"{table}.csv"
    with path.open(encoding="utf-8", newline="") as file:
        reader = csv.DictReader(file)
        rows, names = list(reader), list(reader.fieldnames or ())
    change(rows)
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(dict.fromkeys([*names, *(rows[0] if rows else ())])), lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)


def declare(folder: Path, table: str, field: dict[str, object]) -> None:
    """Declares one more column of a table, as its last."""
    path = folder / FILE
    about = json.loads(path.read_bytes())
    resource = next(resource for resource in about["resources"] if resource["name"] == table)
    resource["schema"]["fields"].append(field)
    path.write_text(json.dumps(about, ensure_ascii=False), encoding="utf-8")


def move(folder: Path, table: str, row_id: str, new_id: str) -> None:
    """Gives a row another id, in its own table and wherever the descriptor says that a column names it, and writes its
    former id down."""
    for resource in json.loads((folder / FILE).read_bytes())["resources"]:
        schema = resource["schema"]
        names = {
            key["fields"][0]: key["reference"]["resource"] or resource["name"] for key in schema.get("foreignKeys", [])
        }
        for field in schema["fields"]:
            owner = field.get("references", names.get(field["name"], "")).split(".")[0]
            owner = owner or IDS_OR_NAMES.get((resource["name"], field["name"]), "")
            if owner == table or (resource["name"] == table and schema.get("primaryKey") == [field["name"]]):
                edit(folder, resource["name"], partial(_rename, field["name"], row_id, new_id))
    edit(folder, "corrections", partial(_rename, "row", row_id, new_id, joint=JOINT))
    former = {"table": table, "former_id": row_id, "id": new_id, "since": "2026-11-30", "why": "Its day was put right."}
    edit(folder, "former_ids", lambda rows: rows.append(former))


def _rename(column: str, row_id: str, new_id: str, rows: Rows, joint: str = ";") -> None:
    for row in rows:
        row[column] = joint.join(new_id if part == row_id else part for part in row[column].split(joint))


def first_id(folder: Path, table: str) -> str:
    """The key of the first row of a table."""
    declared = read_descriptor(folder).table(table)
    return str(row_ids(declared, read_csv_text(declared, folder)[0])[0])


def untouched_claim() -> pd.Series:
    """A claim of the tables that ship about an event in which nothing was put right."""
    claims, written = shipped()["claims"], " ".join(shipped()["corrections"].row)
    return next(claim for _, claim in claims.iterrows() if claim.event_id not in written)


def explain(folder: Path, table: str, row_id: str, column: str, why: str = WHY, day: str = "2026-12-02") -> None:
    """Writes down why a value was put right."""
    row = {"table": table, "row": row_id, "column": column, "day": day, "why": why, "source_id": ""}
    edit(folder, "corrections", lambda rows: rows.append(row))


def _rekey(before: str, now: str, rows: Rows) -> None:
    for row in rows:
        row["row"] = now if row["row"] == before else row["row"]


def second_state(folder: Path) -> None:
    """Edits a copy as curators do between two releases: a title, a score, a claim's value, a column, a row added."""

    def events(rows: Rows) -> None:
        rows[0]["title"] = "A title put right"
        rows.append({**rows[0], "event_id": "2025-01-20-added-later", "title": "An event added later"})
        for row in rows:
            row["mood"] = "calm"

    declare(folder, "events", {"name": "mood", "type": "string", "title": "Mood", "description": "A column of a test."})
    edit(folder, "events", events)
    before = first_id(folder, "claims")
    edit(folder, "claims", lambda rows: rows[0].update(value="another value"))
    edit(folder, "corrections", partial(_rekey, before, first_id(folder, "claims")))
    edit(folder, "plover_scores", _correct_a_score)
    explain(folder, "events", first_id(folder, "events"), "title")
    explain(folder, "claims", first_id(folder, "claims"), "value")
    explain(folder, "plover_scores", JOINT.join(("ASSAULT", "")), "score")


def _correct_a_score(rows: Rows) -> None:
    """The score that most acts have: of an assault without a mode."""
    next(row for row in rows if row["event"] == "ASSAULT" and not row["mode"])["score"] = "-8.5"
