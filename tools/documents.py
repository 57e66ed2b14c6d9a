"""The brief of all events in every format and length, and each page of it as a picture to look at, in shots/documents/.

`python -m tools.documents [LENGTH ...]`
"""

import argparse
import shutil
import subprocess
import sys
from pathlib import Path

from components.controls.picture_links import offer_pictures
from components.documents.document import brief_document
from components.documents.pdf import PAPERS
from data.view.brief_parts import LENGTHS
from routes.data_versions import data_version_for
from routes.documents.made import WRITERS

FOLDER = Path(__file__).parents[1] / "shots" / "documents"
ROOT = "https://example.org/"
# The programs that make pictures of pages, with the packages of Debian that have them.
PROGRAMS = {"soffice": "libreoffice-writer libreoffice-impress", "pdftoppm": "poppler-utils"}
OFFICE, PIXELS_AN_INCH = ("docx", "pptx"), "60"


def write_documents(folder: Path, length: str) -> list[Path]:
    """The files of the brief of that length, written to a folder."""
    offer_pictures()
    query = {"length": [length]}
    document = brief_document(query, data_version_for(query), ROOT)
    assert document is not None
    written = []
    for ending, write in WRITERS.items():
        for paper in PAPERS if ending == "pdf" else ("",):
            path = folder / f"brief-{length}{paper and '-'}{paper}.{ending}"
            path.write_bytes(write(document, paper))
            written.append(path)
    return written


def draw_pages(path: Path) -> None:
    """Write a picture of every page beside the file."""
    pdf = path
    if path.suffix.removeprefix(".") in OFFICE:
        folder = path.with_name(f"{path.stem}-{path.suffix[1:]}")
        subprocess.run(["soffice", "--headless", "--convert-to", "pdf", "--outdir", str(folder), str(path)], check=True)
        pdf = folder / f"{path.stem}.pdf"
    start = path.with_name(path.name.replace(".", "-"))
    subprocess.run(["pdftoppm", "-png", "-r", PIXELS_AN_INCH, str(pdf), str(start)], check=True)


def main() -> None:
    """Write the lengths that the command line names, else all; without the programs the files alone."""
    parser = argparse.ArgumentParser(prog="python -m tools.documents", description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("lengths", nargs="*", metavar="LENGTH", help=", ".join(LENGTHS), default=list(LENGTHS))
    FOLDER.mkdir(parents=True, exist_ok=True)
    written = [path for length in parser.parse_args().lengths for path in write_documents(FOLDER, length)]
    print(f"{len(written)} documents are in {FOLDER}")
    if missing := [package for program, package in PROGRAMS.items() if not shutil.which(program)]:
        sys.exit(f"To see their pages as pictures install: sudo apt-get install {' '.join(missing)}")
    for path in written:
        if path.suffix != ".md":
            draw_pages(path)


if __name__ == "__main__":
    main()
