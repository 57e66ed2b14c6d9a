"""About: how the dataset is made, what it holds, and how far to trust it."""

from components.about.dataset import (
    draw_contact,
    draw_coverage,
    draw_dictionary,
    draw_method,
    draw_places,
    draw_publisher,
    draw_scores,
    draw_table_licences,
    draw_types,
)
from components.about.glossary import draw_glossary
from components.about.phase_table import draw_phases
from components.about.quality import draw_quality
from components.about.release_list import draw_releases
from components.about.source_table import draw_all_sources
from components.frame.frame import current_view
from components.frame.sections import draw_sections
from components.overview.since_visit import draw_visit_switch
from components.records.open_record import draw_open_record

view = current_view()

draw_sections(
    view,
    {
        "method": [draw_method, draw_phases, draw_scores, draw_places],
        "coverage": [draw_coverage, draw_all_sources],
        "quality": [draw_quality],
        "dictionary": [draw_dictionary, draw_types, draw_glossary],
        "releases": [draw_releases, draw_visit_switch],
        "licences": [draw_publisher, draw_contact, draw_table_licences],
    },
)
draw_open_record(view)
