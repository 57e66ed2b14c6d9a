"""What a table says of its columns is shown as the package declares it."""

from components.elements.data_table import column_settings
from tests.factory import shipped
from tests.shown import as_shown


def test_the_help_of_a_column_is_its_description_escaped_for_the_markdown_that_help_is_read_as():
    declared = shipped().descriptor.table("claims").columns
    settings = column_settings(shipped(), "claims", [column.name for column in declared])
    assert {name: as_shown(setting["help"]) for name, setting in settings.items()} == {
        column.name: column.description for column in declared
    }
    assert all(setting["help"].endswith(r"\.") for setting in settings.values())
