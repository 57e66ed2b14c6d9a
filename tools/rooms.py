"""The rooms of the house in docs/architecture.md, one line a room: what each package says of itself in its first line.

`make rooms` writes them anew; a test holds that they are up to date.
"""

import ast
from pathlib import Path

ROOT = Path(__file__).parent.parent
FILE = ROOT / "docs" / "architecture.md"
PARTS = ("pages", "components", "data", "routes", "tools", "bench", "deploy")
BEGIN, END = "<!-- rooms -->\n", "<!-- end of rooms -->\n"


def rooms() -> str:
    """The rooms as a list in Markdown: each part of the house, and the rooms in it one step further in."""
    lines = [_line(folder) for part in PARTS for folder in sorted({*_packages(ROOT / part)})]
    return "\n".join(lines) + "\n"


def with_rooms(text: str) -> str:
    """The text of the file with the rooms as they are now."""
    before, _, rest = text.partition(BEGIN)
    return before + BEGIN + rooms() + END + rest.partition(END)[2]


def _packages(folder: Path) -> list[Path]:
    return [path.parent for path in folder.rglob("__init__.py")]


def _line(folder: Path) -> str:
    """A room's line; ValueError when the package says nothing of itself."""
    path = folder.relative_to(ROOT)
    text = ast.get_docstring(ast.parse((folder / "__init__.py").read_text(encoding="utf-8")))
    if not text:
        raise ValueError(f"{path} does not say what it holds")
    return f"{'  ' * (len(path.parts) - 1)}- `{path.as_posix()}/`: {' '.join(text.split())}"


if __name__ == "__main__":
    FILE.write_text(with_rooms(FILE.read_text(encoding="utf-8")), encoding="utf-8")
