"""Check the base map and its labels. Needs only Python's standard library.

Every shape file must hold closed rings wound as RFC 7946 asks, at most four
decimals and no empty shapes. Every label of a place on land must lie on its
country or within 15 km of it, and every label of a sea or lake in water.
"""

import csv
import json
import math
import sys
from itertools import pairwise
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
SHAPES = HERE.parents[1] / "static" / "basemap"
NEAR_KM = 15.0
KINDS = {"country", "capital", "sea", "port", "island"}

Ring = list[list[float]]


def polygons(geometry: dict[str, Any]) -> list[list[Ring]]:
    """Return the polygons of a geometry, each a list of rings."""
    if geometry["type"] == "Polygon":
        return [geometry["coordinates"]]
    return list(geometry["coordinates"]) if geometry["type"] == "MultiPolygon" else []


def signed_area(ring: Ring) -> float:
    """Return the area of a ring, positive if it runs counter-clockwise."""
    pairs = pairwise(ring)
    return sum(a[0] * b[1] - b[0] * a[1] for a, b in pairs) / 2


def inside(ring: Ring, lon: float, lat: float) -> bool:
    """Tell whether a point lies inside a ring."""
    result = False
    for (x1, y1), (x2, y2) in pairwise(ring):
        if (y1 > lat) != (y2 > lat):
            crossing = (x2 - x1) * (lat - y1) / (y2 - y1) + x1
            result ^= lon < crossing
    return result


def on_shape(geometry: dict[str, Any], lon: float, lat: float) -> bool:
    """Tell whether a point lies on a shape and in none of its holes."""
    return any(
        inside(rings[0], lon, lat) and not any(inside(hole, lon, lat) for hole in rings[1:])
        for rings in polygons(geometry)
    )


def distance_km(geometry: dict[str, Any], lon: float, lat: float) -> float:
    """Return the distance from a point to the nearest edge of a shape."""
    scale_x = 111.32 * math.cos(math.radians(lat))
    scale_y = 110.57
    best = math.inf
    for rings in polygons(geometry):
        for ring in rings:
            for a, b in pairwise(ring):
                ax, ay = (a[0] - lon) * scale_x, (a[1] - lat) * scale_y
                bx, by = (b[0] - lon) * scale_x, (b[1] - lat) * scale_y
                dx, dy = bx - ax, by - ay
                length = dx * dx + dy * dy
                t = -(ax * dx + ay * dy) / length if length else 0.0
                t = min(1.0, max(0.0, t))
                best = min(best, math.hypot(ax + t * dx, ay + t * dy))
    return best


def check_shapes(name: str, features: list[dict[str, Any]]) -> list[str]:
    """Return what is wrong with the shapes of one file."""
    problems = []
    for feature in features:
        label = f"{name}: {feature['properties'].get('name')}"
        geometry = feature["geometry"]
        if not geometry or not geometry.get("coordinates"):
            problems.append(f"{label}: no shape")
            continue
        for rings in polygons(geometry):
            for i, ring in enumerate(rings):
                if len(ring) < 4 or ring[0] != ring[-1]:
                    problems.append(f"{label}: ring not closed")
                if (signed_area(ring) > 0) != (i == 0):
                    problems.append(f"{label}: ring wound the wrong way")
                if any(round(value, 4) != value for p in ring for value in p):
                    problems.append(f"{label}: more than four decimals")
    return problems


def check_labels(rows: list[dict[str, Any]], land: list[dict[str, Any]]) -> list[str]:
    """Return what is wrong with the labels."""
    problems = []
    by_code = {f["properties"]["iso_a2"]: f["geometry"] for f in land}
    if len({row["label_id"] for row in rows}) != len(rows):
        problems.append("labels.csv: a label_id is used twice")
    for row in rows:
        name = f"labels.csv: {row['label_id']}"
        lon, lat = float(row["lon"]), float(row["lat"])
        kind = row["kind"]
        if kind not in KINDS or not row["label_id"].startswith(f"{kind}-"):
            problems.append(f"{name}: kind does not fit")
        if kind == "sea":
            if any(on_shape(f["geometry"], lon, lat) for f in land):
                problems.append(f"{name}: not in water")
            continue
        geometry = by_code.get(row["label_id"].split("-")[1])
        if geometry is None:
            problems.append(f"{name}: no country of this code")
        elif not on_shape(geometry, lon, lat):
            km = distance_km(geometry, lon, lat)
            if km > NEAR_KM or kind == "country":
                problems.append(f"{name}: {km:.1f} km from its country")
    return problems


def main() -> int:
    """Run all checks and print the result."""
    files = {}
    for path in sorted(SHAPES.glob("*.geojson")):
        files[path.stem] = json.loads(path.read_text(encoding="utf-8"))["features"]
    problems = []
    for name, features in files.items():
        problems += check_shapes(name, features)
    with (HERE / "labels.csv").open(encoding="utf-8", newline="") as handle:
        rows = list(csv.DictReader(handle))
    problems += check_labels(rows, files["countries"] + files["world"])
    for problem in problems:
        print(problem)
    shapes = sum(len(features) for features in files.values())
    print(f"{shapes} shapes, {len(rows)} labels, {len(problems)} problems")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
