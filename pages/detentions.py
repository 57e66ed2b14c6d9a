"""Detentions: who was held, from when until when, how many at once, where, and the releases that changed it."""

from components.custody_figures import draw_care, draw_custody_events, draw_custody_figures, draw_people
from components.custody_map import draw_custody_places
from components.frame import current_view
from components.held_figures import draw_held
from components.life_figures import draw_life_courses
from components.prisoner_figures import draw_prisoners
from components.record_dialog import draw_record_over_page
from components.release_waves import draw_published_counts, draw_release_waves

view = current_view()

draw_custody_figures(view)
draw_care(view)
draw_record_over_page(view)

draw_life_courses(view)
draw_held(view)
draw_release_waves(view)
draw_published_counts(view)
draw_prisoners(view)
draw_custody_places(view)
draw_custody_events(view)
draw_people(view)
