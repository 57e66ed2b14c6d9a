"""The legend of a map has the names of the page as text, whatever stands in them."""

import pytest

from components.look.escaping import escape_html
from components.pictures.legend import entries_of
from components.pictures.maps.map_legend import map_legend_entries


@pytest.mark.parametrize("name", ["Strike <at> sea 3", "a < b", "<b>bold</b>", "&lt;b", "R&D"])
def test_a_name_is_text(name):
    page = f'<span><span style="color:#112233">●</span> {escape_html(name)}</span>'
    (entry,) = entries_of({"data": map_legend_entries(page, "#000000"), "layout": {"showlegend": True}})
    assert name in str(entry)
