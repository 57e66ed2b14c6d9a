"""The one check of a package, at the start of the app and before publication: its tables, its files, its licences."""

from importlib.resources.abc import Traversable

from data.package.csv_text import unfinished_files
from data.package.package import Package, load_package, trusted_descriptor
from data.package.problems import BrokenPackageError, in_order
from data.versions.package_zip import licence_problems
from data.view.links import story_link_problems


def checked_package(folder: Traversable) -> Package:
    """The package in `folder`, fit to be shown and published. Raises BrokenPackageError with every problem: of the
    load, of files that end within a row, of the licences, and of links that curators write."""
    problems, unfinished = licence_problems(folder), []
    try:
        unfinished = unfinished_files(trusted_descriptor(folder))
        package = load_package(folder)
    except BrokenPackageError as broken:
        # Of a file that cannot be read as a whole that is enough to say.
        unread = {problem.table for problem in broken.problems if problem.row is None}
        unfinished = [problem for problem in unfinished if problem.table not in unread]
        raise BrokenPackageError(in_order([*problems, *unfinished, *broken.problems])) from broken
    problems += story_link_problems(package)
    if problems or unfinished:
        raise BrokenPackageError(in_order([*problems, *unfinished]))
    return package
