"""Timeline: every event in its lane, the phases of the crisis, and how others count the strikes at sea."""

from components.frame.empty import draw_if_empty
from components.frame.frame import current_view
from components.records.event_record import draw_open_event
from components.timeline.compare_section import draw_comparison
from components.timeline.escalation_section import draw_escalation
from components.timeline.timeline_section import draw_milestones, draw_timeline
from components.timeline.toll_section import draw_toll

view = current_view()

if not draw_if_empty(view):
    draw_timeline(view)
draw_open_event(view)
if not view.events.empty:
    draw_milestones(view)
    draw_escalation(view)
draw_toll(view)
draw_comparison(view)
