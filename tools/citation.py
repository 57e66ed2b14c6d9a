"""How the whole is cited, as CITATION.cff says it to programs: what the tables' descriptor says of itself.

`make citation` writes it anew; a test holds that it is up to date.
"""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import orjson

from data.package.descriptor import FILE, FOLDER

CITATION = Path(__file__).parent.parent / "CITATION.cff"
# Who is named while nobody has said who publishes this copy.
NOBODY = "Contributors"


def citation(about: Mapping[str, Any]) -> str:
    """The file in the Citation File Format 1.2.0, from the descriptor."""
    keys = {
        "cff-version": "1.2.0",
        "message": "If you use this, please cite it with the release that you used.",
        "type": "dataset",
        "title": about["title"],
        "abstract": about["description"],
        "version": about["version"],
        "date-released": about["created"][:10],
        "license": about["licenses"][0]["name"],
    }
    lines = [f"{key}: {_quoted(value)}" for key, value in keys.items()]
    return "\n".join([*lines, "authors:", f"  - name: {_quoted(author(about))}"]) + "\n"


def author(about: Mapping[str, Any]) -> str:
    """Who publishes the tables, as their descriptor names them."""
    return str(about.get("publisher") or NOBODY)


def _quoted(text: str) -> str:
    """A text as YAML takes it whatever signs are in it: as JSON writes it."""
    return orjson.dumps(text).decode()


if __name__ == "__main__":
    CITATION.write_text(citation(orjson.loads((FOLDER / FILE).read_bytes())), encoding="utf-8")
