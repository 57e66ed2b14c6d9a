"""Writes as HTML what the app has drawn: the same words, numbers and tables, controls as links, pictures as tables."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from urllib.parse import urlencode

from components.html.drawn import DrawnPage, Lead, Node
from components.html.element_html import alert_html, code_html, metric_html
from components.html.form_html import field_html, form_html
from components.html.frame_table import MOST_ROWS, frame_table
from components.html.markdown_html import inline_html, link_html, markdown_html, page_address
from components.html.picture_html import PICTURES, folded_numbers, numbers_of_picture, picture_html
from components.look.escaping import attributes
from data.text.messages import say
from data.view.settings import setting_kinds

# How the keys of controls of settings begin.
SETTING = "setting_"
# What needs the app, or stands elsewhere (first_page.py).
LEFT_OUT = {"masthead", "hint", "share"}
NEEDS_SCRIPT = ("<style", '<div class="page-done', '<div class="since-visit', "<button", '<div class="record_links')
# What says how the marks of a picture look: nothing to whoever reads its numbers.
OF_PICTURES = ('<div class="map-legend',)
STYLED_AS = {"question": "heard", "key_figures": "figures", "caption": "opening", "line": "line"}


@dataclass(frozen=True)
class Writing:
    """What is written. In the plain edition all is there; before the app comes, what it shows at first."""

    drawn: DrawnPage
    without_app: bool

    def inside(self, node: Node) -> str:
        """All that stands in a block; the numbers of a picture stand in its place."""
        numbers = numbers_of_picture(node)
        picture = next((item for item in node.nodes if item.kind in PICTURES), None) if numbers else None
        return "".join(self._item(item, picture, numbers) for item in node.nodes)

    def _item(self, item: Node, picture: Node | None, numbers: Node | None) -> str:
        if item is picture:
            return picture_html(item, numbers, self.without_app)
        if item is numbers:
            return folded_numbers(item) if self.without_app else ""
        return self.html(item)

    def html(self, node: Node) -> str:
        """A block or an element; nothing for what a page without the app has no use for."""
        if node.key in LEFT_OUT:
            return ""
        writer = WRITERS.get(node.kind)
        return writer(self, node) if writer else self.inside(node)

    def leads(self, own: str) -> list[Lead]:
        """Where a control leads, unless it leads nowhere else."""
        found = self.drawn.leads.get(own, ())
        return [*found] if len({_query(lead) for lead in found}) > 1 or len(found) == 1 else []

    def address(self, lead: Lead) -> str:
        """The address that a control leads to, as seen from a page of the app."""
        return page_address(self.drawn.page, _query(lead))


def _query(lead: Lead) -> str:
    return urlencode(lead.query, doseq=True)


def _block(writing: Writing, node: Node) -> str:
    inside = writing.inside(node)
    kind = STYLED_AS.get(node.key.partition(" ")[0], "")
    return f'<div class="{kind}">{inside}</div>' if kind and inside else inside


def _flex(writing: Writing, node: Node) -> str:
    if any(item.kind == "column" for item in node.nodes):
        columns = (writing.inside(item) for item in node.nodes)
        return f'<div class="columns">{"".join(f"<div>{inside}</div>" for inside in columns if inside)}</div>'
    if any(item.kind == "metric" for item in node.nodes):
        return f'<div class="figure">{writing.inside(node)}</div>'
    return _block(writing, node)


def _opened(label: str, inside: str, *, is_open: bool = False) -> str:
    shown = " open" if is_open else ""
    return f"<details{shown}><summary>{label}</summary>{inside}</details>" if inside else ""


def _expander(writing: Writing, node: Node) -> str:
    return _opened(inline_html(node.proto.expandable.label), writing.inside(node))


def _popover(writing: Writing, node: Node) -> str:
    if node.proto.popover.label == say("cite.open") and not writing.without_app:
        return ""
    return _opened(inline_html(node.proto.popover.label), writing.inside(node))


def _dialog(writing: Writing, node: Node) -> str:
    return f"<h2>{inline_html(node.proto.dialog.title)}</h2>{writing.inside(node)}"


def _tabs(writing: Writing, node: Node) -> str:
    links = _choices(writing, say("drawn.sections"), writing.leads(node.proto.tab_container.id), "sections")
    return links + writing.inside(node)


def _choices(writing: Writing, label: str, leads: Sequence[Lead], kind: str = "choices") -> str:
    """A control as a row of links, what is chosen marked."""
    if not leads:
        return ""
    current = {True: {"aria-current": "true"}, False: {}}
    links = [link_html(inline_html(lead.label), writing.address(lead), **current[lead.is_chosen]) for lead in leads]
    shown = "" if kind == "sections" else f"<span>{inline_html(label)}</span> "
    return f"<nav {attributes({'class': kind, 'aria-label': label})}>{shown}{' '.join(links)}</nav>"


def _choice(writing: Writing, node: Node) -> str:
    return _choices(writing, node.proto.label, writing.leads(node.proto.id))


def _long_choice(writing: Writing, node: Node) -> str:
    links = _choices(writing, node.proto.label, writing.leads(node.proto.id))
    return _opened(inline_html(node.proto.label), links)


def _field(writing: Writing, node: Node) -> str:
    """A field of the page, not of the filters, as a form of its own; only in the edition without the app."""
    name = node.key.removeprefix(SETTING)
    if not writing.without_app or name == node.key or name not in setting_kinds():
        return ""
    others = {key: values for key, values in writing.drawn.query.items() if key != name}
    written = next(iter(writing.drawn.query.get(name, ())), "")
    return form_html(page_address(writing.drawn.page, ""), others, field_html(name, node.proto.label, written))


def _button(writing: Writing, node: Node) -> str:
    here = urlencode(writing.drawn.query, doseq=True)
    leads = [lead for lead in writing.drawn.leads.get(node.proto.id, ()) if _query(lead) != here]
    return " ".join(link_html(inline_html(lead.label), writing.address(lead), **{"class": "go"}) for lead in leads)


def _page_link(_writing: Writing, node: Node) -> str:
    link = node.proto
    address = link.page if link.external else page_address(link.page, link.query_string)
    return link_html(inline_html(link.label), address, **{"class": "go"})


def _heading(writing: Writing, node: Node) -> str:
    heading = node.proto
    place = f" {attributes({'id': heading.anchor})}" if writing.without_app and heading.anchor else ""
    return f"<{heading.tag}{place}>{inline_html(heading.body)}</{heading.tag}>"


def _markdown(_writing: Writing, node: Node) -> str:
    proto = node.proto
    if proto.element_type == proto.Type.DIVIDER:
        return "<hr>"
    html = markdown_html(proto.body, top=3)
    return f'<div class="quiet">{html}</div>' if proto.element_type == proto.Type.CAPTION else html


def _html(writing: Writing, node: Node) -> str:
    left_out = (*NEEDS_SCRIPT, *OF_PICTURES) if writing.without_app else NEEDS_SCRIPT
    return "" if node.proto.body.startswith(left_out) else str(node.proto.body)


def _picture(writing: Writing, node: Node) -> str:
    return picture_html(node, None, writing.without_app)


def _frame(_writing: Writing, node: Node) -> str:
    return frame_table(node.proto, MOST_ROWS)


WRITERS: Mapping[str, Callable[[Writing, Node], str]] = {
    "flex_container": _flex,
    "expandable": _expander,
    "popover": _popover,
    "dialog": _dialog,
    "tab_container": _tabs,
    "radio": _choice,
    "button_group": _choice,
    "selectbox": _long_choice,
    "slider": _long_choice,
    "text_input": _field,
    "date_input": _field,
    "button": _button,
    "page_link": _page_link,
    "heading": _heading,
    "markdown": _markdown,
    "html": _html,
    "metric": lambda _, node: metric_html(node.proto),
    "code": lambda _, node: code_html(node.proto),
    "alert": lambda _, node: alert_html(node.proto),
    "plotly_chart": _picture,
    "deck_gl_json_chart": _picture,
    "dataframe": _frame,
}
