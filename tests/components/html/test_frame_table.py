"""A table that Streamlit would draw, as HTML: its first rows, and how many there are."""

import pandas as pd
from streamlit.dataframe_util import convert_pandas_df_to_arrow_bytes
from streamlit.proto.Dataframe_pb2 import Dataframe

from components.html.frame_table import frame_table
from data.text.messages import say

ROWS = pd.DataFrame({"name": ["a", "b", "c"], "count": [1, 2, 3]})


def test_a_whole_table_shows_its_first_rows_and_says_how_many_there_are():
    proto = Dataframe()
    proto.arrow_data.data = convert_pandas_df_to_arrow_bytes(ROWS)
    html = frame_table(proto, 2)
    assert say("drawn.rows", shown=2, count=3) in html
    assert html.count("<tr>") == 3


def test_of_a_table_that_is_sent_in_parts_the_first_part_is_shown_with_the_number_of_all():
    proto = Dataframe()
    proto.lazy_data.initial_chunk.data = convert_pandas_df_to_arrow_bytes(ROWS)
    proto.lazy_data.row_count = 100_000
    html = frame_table(proto, 2)
    assert say("drawn.rows", shown=2, count=100_000) in html
    assert html.count("<tr>") == 3
