"""About: how the dataset is made, what it holds, and how far to trust it."""

from components.about.dataset import (
    draw_all_sources,
    draw_contact,
    draw_coverage,
    draw_dictionary,
    draw_method,
    draw_places,
    draw_publisher,
    draw_scores,
    draw_table_licences,
    draw_types,
)
from components.about.glossary import draw_glossary
from components.about.release_list import draw_releases
from components.frame.frame import current_view
from components.view.downloads import draw_package_download

view = current_view()

draw_method()
draw_publisher(view.package)
draw_contact(view.package)
draw_coverage(view.package)
draw_releases(view)
draw_package_download(view.package)
draw_glossary(view.package)
draw_types(view.package)
draw_scores(view.package)
draw_places(view.package)
draw_all_sources(view.package)
draw_dictionary(view.package)
draw_table_licences(view.package)
