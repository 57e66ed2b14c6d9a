"""Tools for curators of the tables, by the command line: `python -m data --help` teaches them."""

from collections.abc import Callable

import typer

from data.curation import changing_commands, reading_commands
from data.curation.ofac.list_command import bring_in_list

app = typer.Typer(
    help=(
        "Tools for curators of the tables. Every tool checks the tables before it writes, writes all or nothing, and "
        "keeps the files that it replaced in tables_before/. Begin with `python -m data check`; docs/data.md "
        "shows how an event is added and how a value is put right."
    ),
    add_completion=False,
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)
COMMANDS: dict[str, Callable[..., None]] = {
    "check": reading_commands.check_tables,
    "add": changing_commands.add_row,
    "import": changing_commands.import_file,
    "apply": changing_commands.apply_folder,
    "correct": changing_commands.correct_value,
    "move": changing_commands.move_record,
    "diff": reading_commands.show_diff,
    "release": reading_commands.make_release,
    "stats": reading_commands.show_stats,
    "sample": reading_commands.show_sample,
    "urls": reading_commands.check_urls,
    "ofac": bring_in_list,
}
for name, command in COMMANDS.items():
    app.command(name)(command)

if __name__ == "__main__":
    app(prog_name="python -m data")
