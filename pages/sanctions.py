"""Sanctions: who is listed, what tightened and what eased, who is tied to whom, which licences hold, which ships."""

from components.frame.frame import current_view
from components.frame.sections import draw_sections
from components.records.open_record import draw_open_record
from components.sanctions.actions_section import draw_action_rows, draw_actions
from components.sanctions.licences_section import draw_licences
from components.sanctions.name_search import draw_name_finder
from components.sanctions.running_section import draw_running_number
from components.sanctions.ships_table import draw_ships
from components.sanctions.summary_section import draw_sanctions_figures
from components.sanctions.targets_table import draw_targets
from components.sanctions.ties_section import draw_kin, draw_link_to_kin, draw_ties

view = current_view()

draw_name_finder(view)
draw_sections(
    view,
    {
        "targets": [draw_targets, draw_link_to_kin, draw_sanctions_figures, draw_running_number],
        "actions": [draw_actions, draw_action_rows],
        "ties": [draw_ties, draw_kin],
        "licences": [draw_licences],
        "ships": [draw_ships],
    },
)
draw_open_record(view)
