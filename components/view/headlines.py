"""The headlines that curators wrote for pictures, which stand above them while nothing is filtered or set."""

from components.view.view import View
from data.view.sections import unused_filters
from data.view.settings import Settings


def headline(view: View, picture: str, by_rule: str, *settings: str) -> str:
    """The curator's headline of a picture where no filter that acts on it and none of the `settings` that change it is
    set; else, and in a release from before there were headlines, what is said of it `by_rule`."""
    headlines = view.package["headlines"]
    written = headlines[headlines.picture == picture].text
    is_set = any(getattr(view.settings, name) != getattr(Settings(), name) for name in settings)
    given = list(view.filters.to_query())
    is_filtered = len(unused_filters(view.page.slug, view.section, given)) < len(given)
    if written.empty or is_set or is_filtered:
        return by_rule
    return str(written.iloc[0])
