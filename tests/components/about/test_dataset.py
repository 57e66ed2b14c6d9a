"""What the dashboard says about itself where a maintainer has yet to say it."""

from dataclasses import replace

import pytest

from components.about.dataset import publisher_text
from tests.factory import shipped


@pytest.mark.parametrize(
    ("publisher", "words"),
    [
        (None, "Whoever runs this copy has not named its publisher yet."),
        ("An <b>institute</b>", "Published by An <b>institute</b>."),
    ],
)
def test_the_publisher_is_whom_the_descriptor_names(publisher, words):
    descriptor = replace(shipped().descriptor, about={**shipped().descriptor.about, "publisher": publisher})
    assert publisher_text(replace(shipped(), descriptor=descriptor)) == words


def test_the_descriptor_that_ships_has_a_place_for_publisher_and_contact():
    assert {"publisher", "contact"} <= shipped().descriptor.about.keys()
