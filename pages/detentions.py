"""Detentions: who was held, from when until when, how many at once, and the events that changed it."""

from components.custody_figures import (
    draw_care,
    draw_custody_events,
    draw_custody_figures,
    draw_held_band,
    draw_life_courses,
    draw_people,
    draw_prisoners,
)
from components.event_record import draw_open_event
from components.frame import current_view

view = current_view()

draw_custody_figures(view)
draw_care(view)
draw_open_event(view)

draw_life_courses(view)
draw_held_band(view)
draw_prisoners(view)
draw_custody_events(view)
draw_people(view)
