"""The timeline's picture in Dash with one filter: `python -m bench.peers.dash_page PORT`, in the environment of Dash.

The picture is made of the chosen events at each click, as a callback does; with "stored" it is stored by filter.
"""

import sys
from functools import cache
from typing import Any

import waitress
from dash import Dash, Input, Output, dcc, html

from components.look.theme import theme_for
from components.timeline.timeline_chart import timeline_figure
from data.package.package import load_package
from data.selection.filters import Filters

STORED = "stored"
PACKAGE = load_package()
LABELS = PACKAGE.choices("events", "event_type")


def picture(types: tuple[str, ...]) -> dict[str, Any]:
    """The picture of the events of these types, as the browser is sent it."""
    events = Filters(type=types).keep(PACKAGE)
    return timeline_figure(PACKAGE, events, theme_for(PACKAGE, "light"), "timeline").figure.to_dict()


def page(stored: bool) -> Dash:
    """The page, whose callback makes the picture, or has kept it."""
    app, drawn = Dash(__name__, serve_locally=True), cache(picture) if stored else picture
    options = [{"label": label, "value": name} for name, label in LABELS.items()]
    app.layout = html.Div(
        [dcc.Checklist(options, [], id="types", inline=True), dcc.Graph(id="picture", figure=drawn(()))]
    )
    app.callback(Output("picture", "figure"), Input("types", "value"), prevent_initial_call=True)(
        lambda types: drawn(tuple(name for name in LABELS if name in types))
    )
    return app


if __name__ == "__main__":
    waitress.serve(page(STORED in sys.argv).server, host="127.0.0.1", port=int(sys.argv[1]), threads=4)
