"""Small elements of the app as HTML: a key figure, a text to copy, a line that informs."""

from typing import Any

from components.html.markdown_html import inline_html, markdown_html
from components.look.escaping import escape_html


def metric_html(metric: Any) -> str:
    """A key figure: what it counts, its value, what belongs to it."""
    lines = {"label": metric.label, "value": metric.body, "detail": metric.delta}
    inside = "".join(f'<span class="{name}">{inline_html(text)}</span> ' for name, text in lines.items() if text)
    return f'<p class="metric">{inside}</p>'


def code_html(code: Any) -> str:
    """A text that is to be copied as it stands."""
    return f'<p class="code_text">{escape_html(code.code_text)}</p>'


def alert_html(alert: Any) -> str:
    """What informs the reader."""
    return f'<div class="notice">{markdown_html(alert.body, top=3)}</div>'
