"""How a view or a record is cited: as a sentence, as BibTeX and as RIS, with its release and the day of reading."""

import re
import unicodedata
from dataclasses import dataclass
from datetime import date
from urllib.parse import quote

import pandas as pd

from data.package.package import Package
from data.selection.record_kinds import RecordKind
from data.text.formats import day_name
from data.view.settings import setting_titles

# What a web address may hold (RFC 3986); `%` stands for what is escaped already.
IN_ADDRESSES = ":/?#[]@!$&'()*+,;=%~-._"
# TeX's special characters. BibTeX counts braces even after a backslash, so that these must go by name.
IN_TEX = {
    "\\": r"\textbackslash{}",
    "{": r"\textbraceleft{}",
    "}": r"\textbraceright{}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
    **{sign: f"\\{sign}" for sign in "#$%&_"},
}


@dataclass(frozen=True)
class Citation:
    """The parts of a citation of a view or a record. Every text is one line; a missing one is empty.

    `subject` is the filter sentence or the record's name, `author` the publisher that the package declares.
    """

    key: str
    author: str
    title: str
    subject: str
    release: str
    data_through: date
    licence: str
    retrieved: date
    link: str


def cite(package: Package, subject: str, link: str, retrieved: date) -> Citation:
    """The citation of what `link` shows, which `subject` says in words, as it was read on the day `retrieved`."""
    about = package.descriptor.about
    licence = about["licenses"][0]
    return Citation(
        key=re.sub(r"[^A-Za-z0-9-]", "", f"{about['name']}-{package.release}"),
        author=_one_line(about.get("publisher") or ""),
        title=_one_line(about["title"]),
        subject=_one_line(subject),
        release=_one_line(package.release),
        data_through=package.last_day.date(),
        licence=_one_line(f"{licence['title']} ({licence['name']})"),
        retrieved=retrieved,
        link=quote(link, safe=IN_ADDRESSES, errors="replace"),
    )


def record_text(package: Package, kind: RecordKind, row_id: str) -> str:
    """A record as a citation names it: what it is and its name; NoSuchRecord when no row has that id."""
    return f"{setting_titles()[kind.parameter]} “{kind.row(package, row_id)[kind.name_column]}”"


def short_text(citation: Citation) -> str:
    """The citation in one short sentence: title, release, link."""
    return f"{citation.title}, release {citation.release}. {citation.link}"


def long_text(citation: Citation) -> str:
    """The citation with all that is known, as in a list of references."""
    author = [citation.author] if citation.author else []
    parts = [*author, citation.title, citation.subject, f"Data {_release(citation)}", citation.licence]
    sentences = " ".join(part if part.endswith((".", "?", "!")) else f"{part}." for part in parts)
    return f"{sentences} Retrieved {_day(citation.retrieved)} from {citation.link}"


def bibtex(citation: Citation) -> str:
    """The citation as one entry of BibTeX."""
    fields = {
        "author": f"{{{_tex(citation.author)}}}" if citation.author else "",
        "title": f"{{{_tex(citation.title)}}}",
        "year": citation.release[:4],
        "howpublished": "Data set",
        "version": _tex(citation.release),
        "note": f"{_tex(citation.subject)}. Data {_tex(_release(citation))}. Licence: {_tex(citation.licence)}",
        "url": citation.link,
        "urldate": f"{citation.retrieved:%Y-%m-%d}",
    }
    lines = [f"  {name} = {{{value}}}," for name, value in fields.items() if value]
    return "\n".join([f"@misc{{{citation.key},", *lines, "}"])


def ris(citation: Citation) -> str:
    """The citation as one record of RIS, the tagged text that reference managers read."""
    fields = {
        "TY": "DATA",
        "AU": citation.author,
        "TI": citation.title,
        "PY": citation.release[:4],
        "ET": f"Release {citation.release}",
        "N1": f"{citation.subject}. Data {_release(citation)}. Licence: {citation.licence}",
        "UR": citation.link,
        "Y2": f"{citation.retrieved:%Y/%m/%d}",
    }
    return "\n".join([*(f"{tag}  - {value}" for tag, value in fields.items() if value), "ER  - "])


def _release(citation: Citation) -> str:
    return f"release {citation.release}, through {_day(citation.data_through)}"


def _day(day: date) -> str:
    return day_name(pd.Timestamp(day))


def _one_line(text: str) -> str:
    """The text without line breaks and control characters: a line that a cell begins would be read as a new field."""
    line = " ".join(text.split())
    return "".join(letter for letter in line if unicodedata.category(letter)[0] != "C")


def _tex(text: str) -> str:
    return "".join(IN_TEX.get(letter, letter) for letter in text)
