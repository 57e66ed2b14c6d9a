"""Brief: the view as a document of one, two or four pages: its figures, its pictures, and what matters most."""

from components.brief.brief_page import draw_brief, draw_brief_choices
from components.frame.empty import unless_empty
from components.frame.frame import current_view

view = current_view()

unless_empty(draw_brief_choices, draw_brief)(view)
