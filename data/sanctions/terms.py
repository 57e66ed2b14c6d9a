"""Terms: the last day that a licence or measure names for itself, as it reads on a day."""

import pandas as pd

from data.text.formats import day_name
from data.text.messages import say


def term_text(last: pd.Timestamp, day: pd.Timestamp) -> str:
    """Until when something runs, as it reads on that `day`: "Runs to 10 January 2027", and once its `last` day is over
    "Ran to 10 January 2027; a later version is not in our sources"."""
    return say("term.ran" if last < day else "term.runs", day=day_name(last))
