"""The headlines that curators wrote for pictures, which stand above them while nothing is filtered or set."""

from components.view.view import View
from data.selection.filters import Filters
from data.view.settings import Settings


def headline(view: View, picture: str, by_rule: str, *settings: str) -> str:
    """The curator's headline of a picture where no filter and none of the `settings` that change the picture is set;
    else, and in a release from before there were headlines, what is said of it `by_rule`."""
    headlines = view.package["headlines"]
    written = headlines[headlines.picture == picture].text
    is_set = any(getattr(view.settings, name) != getattr(Settings(), name) for name in settings)
    if written.empty or is_set or view.filters != Filters():
        return by_rule
    return str(written.iloc[0])
