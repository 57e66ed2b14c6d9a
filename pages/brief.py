"""brief."""

from components.frame import current_view

view = current_view()
