"""What the documents say of the project is so: links, rooms, the citation, and what README names."""

import re
from pathlib import Path
from urllib.parse import parse_qs

import orjson
import pytest

from bench.measured import BEGIN, END
from components.view.view import PAGES
from data.package.descriptor import FILE, FOLDER
from data.publish.strict_query import parameters
from data.selection.filters import Filters
from data.view.settings import Settings
from tests.factory import shipped
from tools import citation, link_texts, links, rooms
from tools.guide import guide_list

ROOT = Path(__file__).parent.parent
DOCUMENTS = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").glob("*.md"))]
EXAMPLES = [example for _, examples in link_texts.MEANINGS.values() for example in examples]
# A folder or file of ours, and a target of make, as the documents name them.
MENTIONED = re.compile(r"`((?:\.ci|[a-z]+)/[\w./-]*)`")
MADE = re.compile(r"`make ([a-z-]+)")
RULE = re.compile(r"^\| .+ \| `(\S+)` \| `(\w+)` \|$", re.MULTILINE)
LINKED = re.compile(r"\]\(([^)#:]+)(?:#[\w-]+)?\)")
# Made by `make shots` and `make mutants`, and kept by nobody.
NOT_OURS = {"shots/", "mutants/", "data/tables_before/"}


def described() -> dict[str, str]:
    """What the descriptor says of the tables as a whole."""
    return orjson.loads((FOLDER / FILE).read_bytes())


def test_the_list_of_links_is_up_to_date():
    assert links.FILE.read_text(encoding="utf-8") == links.links(), "run `make links`"


def test_the_list_of_links_explains_what_there_is_and_nothing_else():
    assert set(link_texts.MEANINGS) == set(parameters(shipped()))
    assert set(link_texts.ADDRESSES) == set(links.addresses())


def not_read(example: str) -> list[str]:
    """What of an example is ignored, or is a parameter that there is not."""
    query = parse_qs(example)
    ignored = [*Filters.from_query(query, shipped())[1], *Settings.from_query(query, shipped())[1]]
    return [*ignored, *({*query} - {*parameters(shipped()), "embed"})]


def test_every_example_of_the_list_of_links_is_read():
    found = {example: not_read(example) for example in EXAMPLES}
    assert len(found) > 40
    assert {example: words for example, words in found.items() if words} == {}


def test_the_rooms_are_those_of_the_house():
    text = rooms.FILE.read_text(encoding="utf-8")
    assert text == rooms.with_rooms(text), "run `make rooms`"


def is_defined(name: str, file: Path) -> bool:
    """Whether a file holds what has that name: a module a function or class, any other file the word."""
    text = file.read_text(encoding="utf-8") if file.is_file() else ""
    before = r"(?:def|class) " if file.suffix == ".py" else r"\b"
    return re.search(rf"{before}{name}\b", text) is not None


def test_ten_rules_stand_where_the_architecture_says():
    rules = RULE.findall((ROOT / "docs" / "architecture.md").read_text(encoding="utf-8"))
    assert len(rules) == 10
    assert [(file, name) for file, name in rules if not is_defined(name, ROOT / file)] == []


def test_the_citation_is_what_the_descriptor_says():
    assert citation.CITATION.read_text(encoding="utf-8") == citation.citation(described()), "run `make citation`"


def test_the_citation_names_the_publisher_or_else_contributors():
    assert citation.author({"publisher": None}) == "Contributors"
    assert citation.author({"publisher": 'The "Watch"'}) == 'The "Watch"'
    assert r'name: "The \"Watch\""' in citation.citation(described() | {"publisher": 'The "Watch"'})


def test_the_list_of_screens_is_that_of_the_navigation():
    assert (ROOT / "docs" / "README.md").read_text(encoding="utf-8") == guide_list(PAGES)


def test_readme_is_short():
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    measured = text.partition(BEGIN)[2].partition(END)[0]
    lines = text.replace(measured, "").splitlines()
    assert len(lines) <= 80
    assert [line for line in lines if len(line) > 165] == []


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.name)
def test_what_a_document_names_is_there(document):
    text = document.read_text(encoding="utf-8")
    examples = "\n".join(re.findall(r"^Write `.*$", text, re.MULTILINE))
    paths = {name for name in MENTIONED.findall(text) if name not in examples} - NOT_OURS
    assert [name for name in sorted(paths) if not (ROOT / name).exists()] == []
    assert [link for link in LINKED.findall(text) if not (document.parent / link).exists()] == []
    targets = re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE)
    assert {*MADE.findall(text)} - {*targets} == set()
