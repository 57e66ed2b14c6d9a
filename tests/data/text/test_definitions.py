"""What readers and programs are told of figures and parameters stands in the table of words, not in docstrings."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from data.publish.openapi import document
from data.publish.strict_query import parameters
from data.selection.filters import Filters
from data.view.key_figures import key_figures
from data.view.sanctions_figures import sanctions_figures
from data.view.selection import Selection
from tests.factory import shipped

ROOT = Path(__file__).parents[3]
# Python that keeps no docstrings is asked for the same words.
WITHOUT_DOCSTRINGS = """
import json
from tests.data.text.test_definitions import texts
print(json.dumps(texts()))
"""


def texts():
    """Every definition of a key figure, every rule of a parameter, and the API's description of its lists."""
    everything = Selection(shipped(), Filters())
    paths = document(shipped(), "/")["paths"]
    return [
        *(figure.definition for figure in (*key_figures(everything), *sanctions_figures(everything))),
        *(parameter.rule for parameter in parameters(shipped()).values()),
        *(path["get"]["description"] for path in paths.values()),
    ]


@pytest.mark.slow
def test_definitions_and_rules_are_told_without_docstrings_too():
    run = subprocess.run(
        [sys.executable, "-OO", "-c", WITHOUT_DOCSTRINGS], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert json.loads(run.stdout) == texts()
    assert all(texts())
