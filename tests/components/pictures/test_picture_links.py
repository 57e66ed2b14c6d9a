"""Links to a picture as a file stand under it where the files are served, and carry the view."""

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from components.controls import picture_links

pytestmark = pytest.mark.slow
APP = Path(__file__).parents[3] / "app.py"


def captions(monkeypatch, served, **words):
    monkeypatch.setattr(picture_links, "SERVED", {"picture"} if served else set())
    app = AppTest.from_file(str(APP), default_timeout=60)
    for word, value in words.items():
        app.query_params[word] = value
    app.switch_page("pages/timeline.py").run()
    return [caption.value for caption in app.caption if "](picture/" in caption.value]


def test_a_picture_has_links_to_its_files_that_keep_the_view(monkeypatch):
    (links,) = captions(monkeypatch, True, type="sanctions", section="escalation", step="week")
    for start in ("picture/escalation.png?", "picture/escalation.svg?"):
        assert start in links
    assert links.count("type=sanctions") == links.count("step=week") == 3
    assert links.count("size=square") == 1
    assert "section=" not in links


@pytest.mark.parametrize("served", [True, False])
def test_the_links_stand_only_where_somebody_serves_the_files(monkeypatch, served):
    assert len(captions(monkeypatch, served)) == served
