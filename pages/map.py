"""Map: where events happened and how well that is known, the events of a place, and those that have none."""

from components.frame.empty import unless_empty
from components.frame.frame import current_view
from components.map.map_section import draw_map_page
from components.records.open_record import draw_open_record

view = current_view()

unless_empty(draw_map_page)(view)
draw_open_record(view)
