"""About says in sentences what the rows rest on, of what its release knows alone."""

import pandas as pd

from components.about.quality import quality_sentences
from data.events.quality import quality_of_all
from tests.factory import shipped


def test_the_sentences_hold_the_figures_of_all_events():
    whole = quality_of_all(shipped())
    one, sources, checked = quality_sentences(whole)
    assert one == f"{whole.one_origin} of {whole.events} events rest on one independent origin at most."
    assert sources.startswith(f"Every source of {whole.all_read} events was read.")
    assert checked.endswith("last on 24 November 2026.")
    assert f"{whole.checked} of {whole.events} events" in checked


def test_what_a_release_does_not_know_is_left_out():
    whole = pd.Series({"group": "all", "events": 2, "one_origin": 1})
    assert quality_sentences(whole) == ["1 of 2 events rest on one independent origin at most."]
