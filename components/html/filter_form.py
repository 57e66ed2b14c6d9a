"""The filters as a form that needs no script: it asks for the page anew with what was chosen."""

from collections.abc import Callable, Mapping, Sequence

from components.html.form_html import field_html, form_html
from components.html.markdown_html import page_address
from components.look.escaping import attributes, escape_html
from data.package.package import Package
from data.selection.filters import PEOPLE, Choice, Filters, Text, filter_kinds, filter_titles
from data.selection.period_kinds import Days, Months
from data.selection.record_kinds import KINDS, PERSON
from data.text.messages import say

Query = Mapping[str, Sequence[str]]
# What another choice of rows makes void.
DROPPED = ("page", *KINDS)


def filter_form(page: str, query: Query, package: Package) -> str:
    """The form of a page at an address: each filter as it is set there, and all else of the address carried on."""
    filters, kinds = Filters.from_query(query, package)[0], filter_kinds()
    shown = [
        DRAWN_AS[type(kind)](package, name, filters)
        for name, kind in kinds.items()
        if kind.table != PEOPLE or page == PERSON.page or getattr(filters, name)
    ]
    carried = {name: values for name, values in query.items() if name not in {*kinds, *DROPPED}}
    is_open = " open" if filters != Filters() else ""
    number = len(filters.to_query())
    heading = say("frame.filters_set", count=number) if number else say("frame.filters")
    form = form_html(page_address(page, ""), carried, "".join(shown))
    return f"<details{is_open}><summary>{escape_html(heading)}</summary>{form}</details>"


def _choice(package: Package, name: str, filters: Filters) -> str:
    kind = filter_kinds()[name]
    assert isinstance(kind, Choice), name
    boxes = [
        f"<label>{_box(name, value, value in getattr(filters, name))} {escape_html(label)}</label>"
        for value, label in kind.labels(package).items()
    ]
    legend = f"<legend>{escape_html(filter_titles()[name])}</legend>"
    return f"<fieldset>{legend}{''.join(boxes)}</fieldset>" if boxes else ""


def _box(name: str, value: str, is_chosen: bool) -> str:
    own = attributes({"type": "checkbox", "name": name, "value": value})
    return f"<input {own}{' checked' if is_chosen else ''}>"


def _text(package: Package, name: str, filters: Filters) -> str:
    kind = filter_kinds()[name]
    written = next(iter(kind.write(getattr(filters, name))), "")
    hint = say(f"drawn.hint_{name}")
    return field_html(name, filter_titles()[name], written, hint)


DRAWN_AS: Mapping[type, Callable[[Package, str, Filters], str]] = {
    Choice: _choice,
    Months: _text,
    Days: _text,
    Text: _text,
}
