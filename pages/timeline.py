"""Timeline: every event in its lane, the phases of the crisis, and how others count the strikes at sea."""

from components.compare_figures import draw_comparison
from components.empty import draw_if_empty
from components.escalation_figures import draw_escalation
from components.event_record import draw_open_event
from components.frame import current_view
from components.timeline_figure import draw_milestones, draw_timeline
from components.toll_figures import draw_toll

view = current_view()

if not draw_if_empty(view):
    draw_timeline(view)
draw_open_event(view)
if not view.events.empty:
    draw_milestones(view)
    draw_escalation(view)
draw_toll(view)
draw_comparison(view)
