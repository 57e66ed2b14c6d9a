"""Events: every event of the view in one table, how many there are of each kind, and what changed in the tables."""

from components.events.changes_list import draw_changes
from components.events.events_table import draw_events_of_page, draw_facets
from components.frame.empty import unless_empty
from components.frame.frame import current_view
from components.frame.sections import draw_sections
from components.overview.counts_section import draw_counts_by_month, draw_counts_by_type, draw_killed_by_month
from components.records.open_record import draw_open_record

view = current_view()

draw_sections(
    view,
    {
        "table": [unless_empty(draw_events_of_page)],
        "counts": [unless_empty(draw_counts_by_month, draw_killed_by_month, draw_counts_by_type, draw_facets)],
        "changes": [draw_changes],
    },
)
draw_open_record(view)
