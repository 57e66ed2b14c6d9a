"""Timeline: every event in its lane, escalation, the deaths at sea beside others' counts, and two periods compared."""

from components.frame.empty import unless_empty
from components.frame.frame import current_view
from components.frame.sections import draw_sections
from components.records.open_record import draw_open_record
from components.timeline.compare_section import draw_comparison
from components.timeline.escalation_section import draw_escalation
from components.timeline.timeline_section import draw_milestones, draw_timeline
from components.timeline.toll_section import draw_toll

view = current_view()

draw_sections(
    view,
    {
        "events": [unless_empty(draw_timeline), draw_milestones],
        "escalation": [unless_empty(draw_escalation)],
        "deaths": [draw_toll],
        "compare": [draw_comparison],
    },
)
draw_open_record(view)
