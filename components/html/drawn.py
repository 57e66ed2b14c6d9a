"""What the app has drawn at an address as plain data: blocks and elements in reading order, and where controls lead."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

MAIN, SIDEBAR, OVER_PAGE = 0, 1, 2


class Lead(NamedTuple):
    """What a control offers: its label in Markdown, the parameters of the address that it leads to, and whether it is
    chosen already."""

    label: str
    query: Mapping[str, Sequence[str]]
    is_chosen: bool = False


@dataclass
class Node:
    """A block or an element: its `kind`, what Streamlit would send of it, and what stands in it by its place."""

    kind: str = ""
    proto: Any = None
    inside: dict[int, "Node"] = field(default_factory=dict)

    @property
    def key(self) -> str:
        """The key that the code gave it; empty without one."""
        return str(getattr(self.proto, "id", "")).rpartition("-")[2]

    @property
    def nodes(self) -> list["Node"]:
        """What stands in it, in reading order."""
        return [self.inside[place] for place in sorted(self.inside)]

    def all_nodes(self) -> Iterator["Node"]:
        """It and all that stands in it, in reading order."""
        yield self
        for node in self.nodes:
            yield from node.all_nodes()


@dataclass(frozen=True)
class DrawnPage:
    """What one run has drawn of the `page` at that path with the parameters `query`; `leads` are where each control
    leads, by its id."""

    page: str
    query: Mapping[str, Sequence[str]]
    root: Node
    leads: Mapping[str, Sequence[Lead]]

    def part(self, root: int) -> Node:
        """The page itself, what stands beside it, or what is open over it."""
        return self.root.inside.get(root, Node())

    def with_key(self, key: str) -> Node:
        """The block of that key; an empty one where there is none."""
        return next((node for node in self.root.all_nodes() if node.key == key), Node())


def drawn_nodes(messages: Iterable[ForwardMsg]) -> Node:
    """The blocks and elements that the messages of one run build, of which a later one takes an earlier one's place."""
    root = Node()
    for message in messages:
        if message.WhichOneof("type") != "delta":
            continue
        node = root
        for place in message.metadata.delta_path:
            node = node.inside.setdefault(place, Node())
        _fill(node, message.delta)
    return root


def _fill(node: Node, delta: Any) -> None:
    if delta.WhichOneof("type") == "new_element":
        node.kind = delta.new_element.WhichOneof("type") or ""
        node.proto = getattr(delta.new_element, node.kind, None)
        node.inside.clear()
    elif delta.WhichOneof("type") == "add_block":
        node.kind = delta.add_block.WhichOneof("type") or ""
        node.proto = delta.add_block
