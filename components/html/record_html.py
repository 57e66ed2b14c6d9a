"""The parts of a record as HTML: the same in the dialog of the dashboard and on a page of its own."""

import re
from collections.abc import Callable, Iterable

from components.look.escaping import attributes, escape_html
from data.records.record import Line, Part, Phrase
from data.selection.record_kinds import RecordKind

# Gives the address of another record from where the HTML stands.
AddressOf = Callable[[RecordKind, str], str]
WEB_ADDRESS = re.compile(r"https?://", re.IGNORECASE)


def parts_html(parts: Iterable[Part], address_of: AddressOf, level: int) -> str:
    """The parts one below the other, their headings of that level."""
    return "\n".join(part_html(part, address_of, level) for part in parts)


def part_html(part: Part, address_of: AddressOf, level: int) -> str:
    """One part: its heading, then its paragraphs, facts, list, table and notes as far as it has any."""
    heading = f"<h{level}>{escape_html(part.heading)}</h{level}>" if part.heading else ""
    inside = [
        heading,
        *(_paragraph(found, address_of) for found in part.paragraphs),
        _facts(part, address_of),
        _items(part, address_of),
        _table(part, address_of),
        *(f'<p class="note">{line_html(found, address_of)}</p>' for found in part.notes),
    ]
    return f"<section {attributes({'class': f'part {part.name}'})}>{''.join(inside)}</section>"


def _paragraph(found: Line, address_of: AddressOf) -> str:
    # What opens would end a <p>.
    tag = "div" if any(phrase.meaning for phrase in found) else "p"
    return f'<{tag} class="paragraph">{line_html(found, address_of)}</{tag}>'


def line_html(found: Line, address_of: AddressOf) -> str:
    """A line: links where phrases lead somewhere, and a button-like word where one opens what it means."""
    return "".join(_phrase(phrase, address_of) for phrase in found)


def _phrase(phrase: Phrase, address_of: AddressOf) -> str:
    text = escape_html(phrase.text)
    text = f"<strong>{text}</strong>" if phrase.is_strong else text
    if phrase.meaning:
        meant = f'<span class="meant">{escape_html(phrase.meaning)}</span>'
        return f'<details class="code"><summary>{text}</summary> {meant}</details>'
    if phrase.record:
        return f"<a {attributes({'href': address_of(*phrase.record), 'class': 'to_record'})}>{text}</a>"
    # What is no web address, and could be a script, is shown as text alone.
    if WEB_ADDRESS.match(phrase.address):
        return f"<a {attributes({'href': phrase.address, 'rel': 'noreferrer'})}>{text}</a>"
    return text


def _facts(part: Part, address_of: AddressOf) -> str:
    facts = "".join(
        f"<div><dt>{escape_html(heading)}</dt><dd>{line_html(found, address_of)}</dd></div>"
        for heading, found in part.facts
    )
    return f"<dl>{facts}</dl>" if facts else ""


def _items(part: Part, address_of: AddressOf) -> str:
    items = "".join(f"<li>{line_html(found, address_of)}</li>" for found in part.items)
    return f"<ul>{items}</ul>" if items else ""


def _table(part: Part, address_of: AddressOf) -> str:
    """The table, every role spelled: on a phone its rows look like paragraphs and are heard as rows all the same."""
    if not part.rows:
        return ""
    columns = "".join(f'<th role="columnheader" scope="col">{escape_html(column)}</th>' for column in part.columns)
    drawn = (tuple(f'<td role="cell">{line_html(cell, address_of)}</td>' for cell in row) for row in part.rows)
    rows = "".join(f'<tr role="row">{"".join(row)}</tr>' for row in drawn)
    heading = f'<thead role="rowgroup"><tr role="row">{columns}</tr></thead>'
    return f'<table role="table">{heading}<tbody role="rowgroup">{rows}</tbody></table>'
