"""The pictures that have an address of their own, each by its name, with where the app draws it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from data.selection.record_kinds import KINDS, PERSON, RecordKind
from data.view.sections import section_names

Query = Mapping[str, Sequence[str]]
# The name says which section is open; a record that is open over the page, the edition, the order of a table, and what
# stands in a brief change no picture.
NOT_OF_PICTURES = ("section", "picture", "embed", "plain", "story", "sort", "page", "title", "parts", "length", *KINDS)


# The sizes in which a picture is made, in pixels: the first is meant where an address names none.
PREVIEW = "preview"
PICTURE_SIZES: Mapping[str, tuple[int, int]] = {"slide": (1600, 900), "square": (1200, 1200), PREVIEW: (1200, 630)}


@dataclass(frozen=True)
class PicturePlace:
    """The page and section that draw a picture, and the keys with which they draw it: a setting chooses between two."""

    page: str
    section: str
    keys: tuple[str, ...]

    def query(self, given: Query) -> dict[str, list[str]]:
        """The parameters of the page that draws the picture of the view which `given` asks for."""
        is_first = self.section == next(iter(section_names(self.page)), "")
        return query_of_picture(given) | ({} if is_first else {"section": [self.section]})


PICTURE_PLACES: Mapping[str, PicturePlace] = {
    "timeline": PicturePlace("timeline", "events", ("timeline",)),
    "escalation": PicturePlace("timeline", "escalation", ("escalation",)),
    "toll": PicturePlace("timeline", "deaths", ("toll",)),
    "compare": PicturePlace("timeline", "compare", ("compare",)),
    "map": PicturePlace("map", "", ("map",)),
    "people": PicturePlace("detentions", "people", ("life_courses",)),
    "held": PicturePlace("detentions", "held", ("held_on_a_day",)),
    "releases": PicturePlace("detentions", "releases", ("releases",)),
    "prisoners": PicturePlace("detentions", "prisoners", ("prisoners",)),
    "places": PicturePlace("detentions", "places", ("custody_map",)),
    "listed": PicturePlace("sanctions", "targets", ("running_number",)),
    "actions": PicturePlace("sanctions", "actions", ("actions_by_month", "actions_by_day")),
    "ties": PicturePlace("sanctions", "ties", ("ties",)),
    "licences": PicturePlace("sanctions", "licences", ("licences_by_number",)),
    "months": PicturePlace("events", "counts", ("events_by_month",)),
    "killed": PicturePlace("events", "counts", ("killed_by_month",)),
    "types": PicturePlace("events", "counts", ("events_by_type",)),
}


# What stands for a page without a picture of its own, and for pictures that are too tall for a preview.
INSTEAD = {"": "escalation", "brief": "escalation", "about": "escalation", "events": "months", "sanctions": "listed"}
SHORTER = {"people": "held", "licences": "actions"}


def preview_name(page: str, section: str) -> str:
    """The name of the picture that a preview of a page and its open section shows; empty where none would fit."""
    places = PICTURE_PLACES.items()
    own = next((name for name, place in places if (place.page, place.section) == (page, section)), "")
    name = own or INSTEAD.get(page, "")
    return SHORTER.get(name, name)


# The name under which a record has a card, and the kinds of records that have one, by their parameter: of persons no
# picture goes round.
CARD = "record"
KINDS_WITH_CARD: Mapping[str, RecordKind] = {name: kind for name, kind in KINDS.items() if kind is not PERSON}


def picture_name(key: str) -> str:
    """The name of the picture that is drawn with that key; empty where it has no address of its own."""
    return next((name for name, place in PICTURE_PLACES.items() if key in place.keys), "")


def query_of_document(given: Query) -> dict[str, tuple[str, ...]]:
    """Those of the parameters that may change a document: all but what opens something over the page of the brief."""
    unread = {"section", "picture", "embed", "plain", "story", "sort", "page", *KINDS}
    return {name: tuple(values) for name, values in given.items() if name not in unread}


def query_of_picture(given: Query) -> dict[str, list[str]]:
    """Those of the parameters that may change a picture."""
    return {name: list(values) for name, values in given.items() if name not in NOT_OF_PICTURES}
