"""A document as Markdown, to be pasted where Markdown is read."""

import re
from collections.abc import Iterator, Sequence

from components.documents.blocks import Block, BulletList, Grid, Line, Paragraph, PictureBlock, Run, TextHeading
from components.documents.document import ViewDocument

# What would be markup inside of a line, or make a line another kind of block.
MARKUP, STARTS = re.compile(r"([\\`*_\[\]<>|~$&])"), re.compile(r"^(\s*)([#+=-]|\d+(?=[.)]))")
# What ends an address in brackets.
ENDS_ADDRESS = str.maketrans({" ": "%20", "<": "%3C", ">": "%3E", "(": "%28", ")": "%29"})


def as_markdown(document: ViewDocument) -> str:
    """The document in the Markdown that most programs read (CommonMark with tables): of a picture what it shows, in
    words, with the address of its page."""
    blocks = [f"# {_escaped(document.title)}", *(_block(document, block) for block in document.blocks)]
    return "\n\n".join([*blocks, _escaped(document.foot)]) + "\n"


def _block(document: ViewDocument, block: Block) -> str:
    match block:
        case TextHeading():
            return f"{'#' * (block.level - 2)} {_line(block.line)}"
        case Paragraph():
            return STARTS.sub(r"\1\\\2", _line(block.line))
        case BulletList():
            marks = (f"{number}." if block.is_numbered else "-" for number in range(1, len(block.lines) + 1))
            return "\n".join(f"{mark} {_line(line)}" for mark, line in zip(marks, block.lines, strict=True))
        case Grid():
            return "\n".join(_table(block))
        case PictureBlock():
            words = document.pictures[block.name].words
            return f"{_run(Run(words.title, True, words.address))}: {_escaped(words.alt)}"


def _table(grid: Grid) -> Iterator[str]:
    for number, values in enumerate((grid.headings, *grid.rows)):
        yield f"| {' | '.join(map(_line, values))} |"
        if not number:
            yield f"|{' --- |' * len(values)}"


def _line(line: Sequence[Run] | Line) -> str:
    return "".join(map(_run, line))


def _run(run: Run) -> str:
    words = run.text.strip()
    # Marks with a space inside of them are none.
    before, _, after = run.text.partition(words) if words else (run.text, "", "")
    text = f"**{_escaped(words)}**" if run.is_bold and words else _escaped(words)
    return f"{before}{f'[{text}]({run.address.translate(ENDS_ADDRESS)})' if run.address else text}{after}"


def _escaped(text: str) -> str:
    return MARKUP.sub(r"\\\1", text)
