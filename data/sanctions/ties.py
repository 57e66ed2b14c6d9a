"""How targets hang together: ties as sentences, the chain of kin that leads to the centre of a picture."""

from collections import deque
from collections.abc import Iterator, Mapping, Sequence

import pandas as pd

from data.package.once_per_package import once_per_package
from data.package.package import Package
from data.search.searched_rows import SearchedRows, columns_of
from data.text.matching import mentions_name

TIE = ("from_target_id_or_name", "relation", "to_name")
KIN = "family"
RELATIONS = "sanctions_relations"
CENTRE, NEXT_TO_CENTRE = 1, 2
Steps = Mapping[str, Sequence[tuple[int, str]]]


def names_of(targets: pd.DataFrame) -> dict[str, str]:
    """The name of each target as a reader writes it, by target_id."""
    return dict(zip(targets.target_id, targets.display_name, strict=True))


def relation_text(relation: str, other: str) -> str:
    """A relation to one who is called `other`, who is named once: "sister of Bo Rojas" has the name already, and "owned
    by Corniola, run by another" the first word of Corniola Limited."""
    has_name = not other or mentions_name(other, relation) or mentions_name(other.split(maxsplit=1)[0], relation)
    return relation if has_name else f"{relation} {other}".strip()


def ties(package: Package, words: str = "") -> pd.DataFrame:
    """The ties that hold the words, both ends by name, so that a row reads as a sentence.

    Returns the columns of sanctions_relations and `listed_on`, the day on which the first end was listed (missing for
    people and bodies that are not targets).
    """
    relations, targets = package[RELATIONS], package["sanctions_targets"]
    ends = tie_ends(relations, targets)
    listed = targets.set_index("target_id").listed_on
    ends = ends.assign(listed_on=relations[TIE[0]].map(listed))
    return ends[searched_ties(package).mention(package, words)]


@once_per_package
def searched_ties(package: Package) -> SearchedRows:
    """The ties, in which words are looked for in the names of both ends and in what is between them."""
    ends = tie_ends(package[RELATIONS], package["sanctions_targets"])
    return SearchedRows.of(ends.index, {"ties": columns_of(ends, *TIE)})


def tie_ends(relations: pd.DataFrame, targets: pd.DataFrame) -> pd.DataFrame:
    """The ties with both ends by name."""
    names = names_of(targets)
    return relations.assign(
        **{end: relations[end].map(lambda value: names.get(value, value)) for end in (TIE[0], TIE[2])}
    )


def sentences(relations: pd.DataFrame, targets: pd.DataFrame) -> pd.Series:
    """Each tie as a sentence of names: "Ana Peña: sister of Bo Rojas"."""
    ends = tie_ends(relations, targets)
    return ends[TIE[0]] + ": " + ends[TIE[1]] + " " + ends[TIE[2]]


def ties_by_target(relations: pd.DataFrame, targets: pd.DataFrame) -> dict[str, list[str]]:
    """The ties of each end, whichever end it is, as sentences; a target is named by its target_id."""
    by_target: dict[str, list[str]] = {}
    for one, other, sentence in zip(relations[TIE[0]], relations[TIE[2]], sentences(relations, targets), strict=True):
        by_target.setdefault(one, []).append(sentence)
        by_target.setdefault(other, []).append(sentence)
    return by_target


def ties_at(relations: pd.DataFrame, node: str) -> pd.DataFrame:
    """The ties that have the node at one of their ends."""
    return relations[(relations[TIE[0]] == node) | (relations[TIE[2]] == node)]


def kin_of_centre(targets: pd.DataFrame, relations: pd.DataFrame, places: pd.DataFrame) -> pd.DataFrame:
    """The targets whom kinship ties to the centre of a picture, with `chain`, the ties that lead there as one
    sentence, and `to_centre`, what the target is to the centre itself where a tie says so (else empty)."""
    marks, steps = list(_marked(places)), _steps(relations)
    chains = {target: _chain(target, steps, marks) for target in targets.target_id}
    kin = targets[targets.target_id.map(lambda target: bool(chains[target])).astype(bool)]
    names = names_of(targets)
    texts = [_chain_text(target, relations.loc[chains[target]], names) for target in kin.target_id]
    direct = _to(centre_of(places), relations)
    return kin.assign(chain=texts, to_centre=[direct.get(target, "") for target in kin.target_id])


def _to(centre: str, relations: pd.DataFrame) -> dict[str, str]:
    """What each end that has a tie of kinship to the centre itself is to it."""
    direct = relations[(relations[TIE[2]] == centre) & (relations.kind == KIN)]
    return dict(zip(direct[TIE[0]], direct[TIE[1]] + " " + centre, strict=True))


def _chain_text(node: str, chain: pd.DataFrame, names: Mapping[str, str]) -> str:
    """The ties of a chain in one sentence that starts from the node: "son of Bo, nephew of Cy; Di: wife of Cy"."""
    text = ""
    for first, relation, last in chain[list(TIE)].itertuples(index=False):
        onward = first == node
        mark = ("" if not text else ", ") if onward else ("; " if text else "") + f"{names.get(first, first)}: "
        text += f"{mark}{relation} {names.get(last, last)}"
        node = last if onward else first
    return text


def centre_of(places: pd.DataFrame) -> str:
    """The one at the centre of the first picture whose kin are chained to it; empty when there is none."""
    return next((marked[CENTRE] for marked in _marked(places)), "")


def _marked(places: pd.DataFrame) -> Iterator[dict[int, str]]:
    """The nodes by mark of each picture that has a centre and one next to it."""
    for _, picture in places.groupby("picture", sort=False):
        marked = picture[picture.centre.notna()]
        nodes = dict(zip(marked.centre, marked.node, strict=True))
        if CENTRE in nodes and NEXT_TO_CENTRE in nodes:
            yield nodes


def chain_to_centre(node: str, relations: pd.DataFrame, places: pd.DataFrame) -> list[int]:
    """The rows of `relations` that lead from a node by kinship to the centre of a picture, in order.

    The path goes through the one whom `places` marks as next to the centre (so from a sister of Cilia Flores to her and
    on to Nicolás Maduro). Empty when no kin lead there, or no such picture is there. Of two paths as long, the one
    whose ties come first in the table.
    """
    return _chain(node, _steps(relations), list(_marked(places)))


def _steps(relations: pd.DataFrame) -> Steps:
    """From each node by each tie of kinship: the row of the tie and the node at its other end."""
    steps: dict[str, list[tuple[int, str]]] = {}
    kin = relations[relations.kind == KIN]
    for row, first, last in zip(kin.index, kin[TIE[0]], kin[TIE[2]], strict=True):
        steps.setdefault(first, []).append((int(row), last))
        steps.setdefault(last, []).append((int(row), first))
    return steps


def _chain(node: str, steps: Steps, marks: Sequence[Mapping[int, str]]) -> list[int]:
    for marked in marks:
        last = _shortest_path(marked[NEXT_TO_CENTRE], marked[CENTRE], steps, avoid="")
        first = _shortest_path(node, marked[NEXT_TO_CENTRE], steps, avoid=marked[CENTRE])
        if first and last:
            return [*first, *last]
    return []


def _shortest_path(start: str, end: str, steps: Steps, avoid: str) -> list[int]:
    """The rows of the shortest path between two nodes that does not touch `avoid`; none when there is no path."""
    before: dict[str, tuple[str, int]] = {}
    waiting = deque([start])
    while waiting and end not in before:
        here = waiting.popleft()
        for row, other in steps.get(here, ()):
            if other not in before and other not in (start, avoid):
                before[other] = (here, row)
                waiting.append(other)
    return _walked_back(start, end, before) if end in before else []


def _walked_back(start: str, end: str, before: Mapping[str, tuple[str, int]]) -> list[int]:
    rows = []
    while end != start:
        end, row = before[end]
        rows.append(row)
    return rows[::-1]
