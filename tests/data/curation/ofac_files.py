"""OFAC's three list files made up for tests: its layout, with targets of ours and entries that stand on no list."""

import csv
import io
from dataclasses import dataclass, field
from pathlib import Path

from data.package.package import Package

MADE_UP = "Made up for a test"
NOTHING = "-0- "


@dataclass
class MadeUpList:
    """Rows of SDN.CSV, ALT.CSV and ADD.CSV, and what each file ends with."""

    sdn: list[list[str]] = field(default_factory=list)
    alt: list[list[str]] = field(default_factory=list)
    add: list[list[str]] = field(default_factory=list)
    end: str = "\x1a"

    def put(self, uid: str, name: str, kind: str = NOTHING, programme: str = "VENEZUELA", **values: str) -> None:
        """Add an entry; `values` are its title, vessel_type, flag, remarks, alias and country."""
        get = {"remarks": f"{MADE_UP}."}.get
        value = {key: values.get(key, get(key, NOTHING)) for key in ("title", "vessel_type", "flag", "remarks")}
        vessel = [NOTHING, value["vessel_type"], NOTHING, NOTHING, value["flag"], NOTHING]
        self.sdn.append([uid, name, kind, programme, value["title"], *vessel, value["remarks"]])
        self.alt += [[uid, str(len(self.alt) + 1), "aka", alias, NOTHING] for alias in [values.get("alias")] if alias]
        self.add.append([uid, str(len(self.add) + 1), NOTHING, NOTHING, values.get("country", NOTHING), NOTHING])

    def write(self, folder: Path) -> list[str]:
        """The paths of the three files."""
        return [
            str(_written(folder / name, rows, self.end))
            for name, rows in (("SDN.CSV", self.sdn), ("ALT.CSV", self.alt), ("ADD.CSV", self.add))
        ]


def _written(path: Path, rows: list[list[str]], end: str) -> Path:
    text = io.StringIO(newline="")
    csv.writer(text, lineterminator="\r\n").writerows(rows or [])
    path.write_bytes((text.getvalue() or "").encode() + end.encode())
    return path


def list_of_targets(package: Package, others: int = 0) -> MadeUpList:
    """A list that has our targets with a number as they stand here, and others of another programme."""
    made, countries = MadeUpList(), package["countries"].set_index("country")["name"]
    targets = package["sanctions_targets"]
    for target in targets[(targets.ofac_uid != "") & (targets.status != "delisted")].itertuples():
        imo = f"Vessel Registration Identification IMO {target.imo}; " if target.imo else ""
        made.put(
            target.ofac_uid,
            target.name,
            NOTHING if target.target_type == "entity" else target.target_type,
            "] [".join(target.programme),
            vessel_type=target.vessel_type or NOTHING,
            flag=countries.get(target.nationality_or_flag, NOTHING) if target.imo else NOTHING,
            remarks=f"{imo}{MADE_UP}.",
        )
    for number in range(others):
        made.put(
            str(900_000 + number), f"NOBODY {number}", "individual", "SDGT] [IRAN", remarks=f"DOB 1970; {MADE_UP}."
        )
    made.alt.append([made.sdn[0][0], "9999", "aka", made.sdn[0][1], NOTHING])
    return made
