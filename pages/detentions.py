"""Detentions: who was held, from when until when, how many at once, where, and the releases that changed it."""

from components.detentions.held_section import draw_held
from components.detentions.life_section import draw_custody_spans
from components.detentions.people_section import draw_care, draw_custody_events, draw_custody_figures, draw_people
from components.detentions.places_section import draw_custody_places
from components.detentions.prisoner_section import draw_prisoners
from components.detentions.waves_section import draw_published_counts, draw_release_waves
from components.frame.frame import current_view
from components.records.open_record import draw_record_over_page

view = current_view()

draw_custody_figures(view)
draw_care(view)
draw_record_over_page(view)

draw_custody_spans(view)
draw_held(view)
draw_release_waves(view)
draw_published_counts(view)
draw_prisoners(view)
draw_custody_places(view)
draw_custody_events(view)
draw_people(view)
