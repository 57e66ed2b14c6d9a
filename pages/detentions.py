"""Detentions: who was held and until when, how many on a day, releases, political prisoners, and where."""

from components.detentions.held_section import draw_held
from components.detentions.life_section import draw_custody_spans
from components.detentions.people_section import draw_care, draw_custody_events, draw_custody_figures, draw_people
from components.detentions.places_section import draw_custody_places
from components.detentions.prisoner_section import draw_prisoners
from components.detentions.verified_section import draw_verified_releases
from components.detentions.waves_section import draw_published_counts, draw_release_waves
from components.frame.frame import current_view
from components.frame.sections import draw_sections
from components.records.open_record import draw_open_record

view = current_view()

draw_sections(
    view,
    {
        "people": [draw_custody_spans, draw_custody_figures, draw_care, draw_people, draw_custody_events],
        "held": [draw_held],
        "releases": [draw_verified_releases, draw_release_waves, draw_published_counts],
        "prisoners": [draw_prisoners],
        "places": [draw_custody_places],
    },
)
draw_open_record(view)
