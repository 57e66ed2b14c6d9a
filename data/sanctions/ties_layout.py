"""A picture of ties as rows: who stands where, what joins them, which areas hold them; places come from a table."""

from dataclasses import dataclass

import pandas as pd

from data.package.package import Package
from data.sanctions.ties import TIE, names_of, searched_ties, tie_ends

# Half the width and height of a box, in steps of the grid.
HALF_WIDTH, HALF_HEIGHT = 0.46, 0.3
MARGIN, TITLE = 0.1, 0.2
# How many columns every picture has.
COLUMNS = 7


@dataclass(frozen=True)
class TiesPicture:
    """What one picture of ties draws.

    `boxes`: node, name, target_type and listed_on (empty and missing: no target), x and y (columns and rows of the
    grid, from the top left), area. `lines`: one row a pair: from_node, to_node, relation, kind, sentence and the ends'
    x0, y0, x1, y1. `areas`: area, x0, y0, x1, y1, beside. `ties`: the rows of sanctions_relations that are drawn.
    """

    boxes: pd.DataFrame
    lines: pd.DataFrame
    areas: pd.DataFrame
    ties: pd.DataFrame


def ties_picture(package: Package, picture: str, words: str = "") -> TiesPicture:
    """The ties of a picture that hold the words, with their places; the same rows always give the same picture."""
    relations, targets = package["sanctions_relations"], package["sanctions_targets"]
    held = relations[(relations.picture == picture) & searched_ties(package).mention(package, words)]
    boxes = _boxes(package, picture, {*held[TIE[0]], *held[TIE[2]]})
    return TiesPicture(boxes, _lines(held, targets, boxes), _areas(boxes), held)


def _boxes(package: Package, picture: str, nodes: set[str]) -> pd.DataFrame:
    places, targets = package["ties_places"], package["sanctions_targets"].set_index("target_id")
    drawn = places[(places.picture == picture) & places.node.isin(nodes)]
    names = names_of(package["sanctions_targets"])
    return drawn.assign(
        name=drawn.node.map(lambda node: names.get(node, node)).astype("str"),
        target_type=drawn.node.map(targets.target_type).fillna("").astype("str"),
        listed_on=drawn.node.map(targets.listed_on),
    )


def _lines(held: pd.DataFrame, targets: pd.DataFrame, boxes: pd.DataFrame) -> pd.DataFrame:
    """One line a pair of ends; several ties between the same two stand on one line."""
    at = boxes.set_index("node")
    labelled = tie_ends(held, targets)
    with_sentences = held.assign(
        sentence=(labelled[TIE[0]] + ": " + labelled[TIE[1]] + " " + labelled[TIE[2]]).astype("str")
    )
    pairs = with_sentences.groupby([TIE[0], TIE[2]], sort=False).agg(
        {"relation": "; ".join, "kind": "first", "sentence": "; ".join}
    )
    lines = pairs.reset_index().rename(columns={TIE[0]: "from_node", TIE[2]: "to_node"})
    ends = {"0": "from_node", "1": "to_node"}
    return lines.assign(**{f"{axis}{n}": lines[end].map(at[axis]) for n, end in ends.items() for axis in ("x", "y")})


def _areas(boxes: pd.DataFrame) -> pd.DataFrame:
    """Around the boxes that share an area, with room for its title: above them, or, where no other box stands beside
    them, in the last column (`beside`), and then the area is as wide as the picture."""
    inside = boxes[boxes.area != ""].groupby("area", sort=False)
    areas = pd.DataFrame(
        {
            "x0": inside.x.min() - HALF_WIDTH - MARGIN,
            "y0": inside.y.min() - HALF_HEIGHT - MARGIN,
            "x1": inside.x.max() + HALF_WIDTH + MARGIN,
            "y1": inside.y.max() + HALF_HEIGHT + MARGIN,
        }
    ).reset_index()
    beside = pd.Series([_stands_alone(area, boxes) for _, area in areas.iterrows()], index=areas.index, dtype="bool")
    return areas.assign(
        beside=beside,
        x0=areas.x0.mask(beside | (areas.x0 < 0), 0.0),
        x1=areas.x1.mask(beside | (areas.x1 > COLUMNS), float(COLUMNS)),
        y0=areas.y0.where(beside, areas.y0 - TITLE),
    )


def _stands_alone(area: pd.Series, boxes: pd.DataFrame) -> bool:
    """Whether no box of others stands beside the area, and none of its own in the last column."""
    level = boxes[boxes.y.between(area.y0, area.y1)]
    return bool((level.area == area.area).all() and level.x.max() + HALF_WIDTH < COLUMNS - 1)
