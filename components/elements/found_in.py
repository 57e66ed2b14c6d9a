"""The column that says where a reader's words stand in the rows of a table."""

import pandas as pd

from components.elements.record_table import TableColumn, text_column
from components.view.view import View
from data.search.searched_rows import SearchedRows
from data.text.messages import say


def found_in_column(view: View, searched: SearchedRows, rows: pd.DataFrame) -> list[TableColumn]:
    """While words are set, the column that says where they stand in each of the rows, which are some of `searched`."""
    if not view.filters.q:
        return []
    found = searched.where(view.package, rows, view.filters.q)
    return [text_column("found_in", say("events.found_in"), found, say("events.found_in_help"))]
