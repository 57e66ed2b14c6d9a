"""The card of a record: its title, when and where, and what is known of it, beside the map of its place."""

import orjson

from components.look.theme import theme_for
from components.pictures.sheet_text import SheetText
from components.pictures.shown import PictureInView, source_of_rows
from components.records.record_map import event_place
from components.view.addresses import bare_address
from data.records.paragraphs import paragraph
from data.records.record_of import record_of
from data.selection.record_kinds import EVENT, RecordKind
from data.text.messages import say
from data.versions.data_version import AS_OF, DataVersion
from data.view.settings import setting_titles


def record_card(kind: RecordKind, row_id: str, theme: str, data_version: DataVersion, root: str) -> PictureInView:
    """The card of the record with that id, light or dark; NoSuchRecord when there is none."""
    package = data_version.package
    title = record_of(package, kind, row_id, data_version.reading_day).title
    before, after = "", paragraph(package, kind, row_id)
    # An event's paragraph begins with when and where it was, and its title, on one line as it is.
    if kind is EVENT and (start := f": {' '.join(title.split())}. ") in after:
        before, _, after = after.partition(start)
    place = event_place(package, theme_for(package, theme), kind.row(package, row_id)) if kind is EVENT else None
    pinned = {AS_OF: data_version.release} if data_version.release else {}
    words = SheetText(
        title=title,
        subtitle=before or setting_titles()[kind.parameter],
        alt=" ".join(text for text in (after, place and say("record_map.alt", text=place.text)) if text),
        source=source_of_rows(data_version),
        address=root + bare_address(kind, row_id, pinned),
    )
    drawn = orjson.loads(place.deck.to_json()) if place else None
    return PictureInView({"text": after, "map": drawn, "data": [], "layout": {}}, words)
