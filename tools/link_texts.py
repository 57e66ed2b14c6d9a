"""What docs/links.md says of each parameter and address in words, with examples that the app itself reads."""

from collections.abc import Mapping

# Of each parameter what it does, and words that show it; each is read by the app in a test.
MEANINGS: Mapping[str, tuple[str, tuple[str, ...]]] = {
    "type": ("event types", ("type=vessel_strike&type=land_strike",)),
    "month": (
        "months, ends included, open ends allowed; of an event the month of its first day",
        ("month=2025-12", "month=2025-09..2026-01", "month=..2025-08", "month=2026-01.."),
    ),
    "days": (
        "days, ends included, open ends allowed; of an event its first day; with `month` what both leave",
        ("days=2025-10-18..2025-10-22", "days=2026-01-03", "days=2026-01-08.."),
    ),
    "side": ("who acted", ("side=US",)),
    "area": ("the sea in which it happened", ("area=eastern_pacific",)),
    "verification": ("how well known", ("verification=official",)),
    "q": (
        "words, whole or as the beginning of words; a phrase in quotation marks; a day or month; a licence with all of "
        "its versions, in quotation marks without; of an event also in notes, claims and sources",
        ("q=tocoron", "q=%22land+strike%22", "q=2+September", "q=Sept+2025", "q=GL+46"),
    ),
    "group": ("people: the group that a person is counted in", ("group=us_citizen",)),
    "custody": ("people: held, released, or not known", ("custody=held&custody=unknown",)),
    "event": ("the event whose record is open", ("event=2025-12-24-cia-dock-strike",)),
    "person": ("the person whose record is open", ("person=james-luckey-lange",)),
    "target": ("the listed target whose record is open", ("target=malpica-flores-carlos-erik",)),
    "ship": ("the ship whose record is open", ("ship=skipper",)),
    "source": ("the source whose record is open", ("source=wikipedia-strikes-snapshot",)),
    "day": ("detentions: the day on which people held are counted in words", ("day=2026-01-02",)),
    "section": (
        "the open section of a page; the first is not written, and without it the section of the open record or of the "
        "first parameter that acts in one section alone is open",
        ("section=escalation",),
    ),
    "story": ("overview: the step of the story that is open", ("story=7",)),
    "scale": ("the escalation picture: which scale", ("scale=goldstein",)),
    "scope": ("the escalation picture: which acts", ("scope=all_strikes",)),
    "step": ("the escalation picture: which time step", ("step=week",)),
    "by": ("the toll by the day strikes happened or were announced", ("by=announced",)),
    "a": ("the first of the two periods compared: months, or a phase of the crisis", ("a=2025-11",)),
    "b": ("the second of the two periods compared: months, or a phase of the crisis", ("b=phase:transition",)),
    "find": ("sanctions: the name or tie that is looked for", ("find=malpica+erik",)),
    "lanes": ("sanctions: actions by month, authority or programme", ("lanes=authority",)),
    "ties": ("sanctions: which picture of ties", ("ties=tren_de_aragua",)),
    "target_type": ("sanctions: the kind of target that the table shows", ("target_type=vessel",)),
    "programme": ("sanctions: the programme whose targets the table shows", ("programme=SDGT",)),
    "status": ("sanctions: the status of the targets that the table shows", ("status=delisted",)),
    "authority": ("sanctions: the authority whose targets the table shows", ("authority=OFAC",)),
    "view": (
        "the part of the world that the map shows (where a reader pans and zooms to by hand is not in the address)",
        ("view=caracas",),
    ),
    "place": ("the place chosen on the map", ("place=6_-86_sea_area", "place=ve-bolivar")),
    "off": ("layers of the map that are switched off, joined by dots", ("off=deployments.other",)),
    "at": ("the one month that the map shows, within the filter", ("at=2026-01",)),
    "grade": (
        "events: those known from two or more origins, from the acting government alone, or from one origin",
        ("grade=several", "grade=own", "grade=one"),
    ),
    "title": ("brief: its title", ("title=Weekly+note",)),
    "parts": ("brief: what is in it, joined by dots", ("parts=state.happened.method",)),
    "length": ("brief: how many pages it has on paper", ("length=1", "length=4")),
    "columns": (
        "events: the columns of the table, in this order, joined by dots",
        ("columns=date.title.killed_low",),
    ),
    "sort": (
        "long tables: the column by which the rows stand in order, with a minus from the last to the first",
        ("sort=killed", "sort=-importance"),
    ),
    "page": ("long tables: which fifty rows are shown", ("page=3",)),
    "picture": (
        'one picture alone, for another site, together with `embed=true`; the code stands under "More"',
        ("embed=true&picture=toll", "picture=escalation", "picture=timeline", "picture=held"),
    ),
    "since": ("events: the rows added or put right since a day or release", ("since=2026-11-24",)),
    "as_of": (
        "the newest data release on or before a day: the numbers of that day, for good",
        ("as_of=2026-11-24",),
    ),
    "plain": ("the plain edition of any page: one HTML document without the app, whose links keep it", ("plain=true",)),
}
# What stands at each address that is no page; an address without an entry stops the making of the list.
ADDRESSES: Mapping[str, str] = {
    "/api": "every list there is, as the text of a 404",
    "/api/openapi.json": "the description of all of it in OpenAPI 3.1: parameters, their values, every column",
    "/api/events/{event_id}.json": "one event with its claims, its sources and what is linked to it",
    "/data": "where the tables are, as the text of a 404",
    "/data/{name}": "a table as curators keep it, `datapackage.json` or `LICENSE.md`",
    "/feed.atom": "events that are new or were put right, of those that the filters choose",
    "/corrections.atom": "every correction, release by release and since the last one",
    "/robots.txt": "what crawlers may read: everything but the records of persons",
    "/sitemap.xml": "all pages and all records; no person's",
    "/events/{row_id}": "the record of an event alone, as plain HTML; like each of these with `as_of`",
    "/people/{row_id}": "the record of a detained person alone",
    "/targets/{row_id}": "the record of a sanctions target alone",
    "/ships/{row_id}": "the record of a ship alone",
    "/sources/{row_id}": "the record of a source alone",
    "/brief.{ending}": "the brief of the view that the parameters of its page ask for, as `pdf`, `docx`, "
    "`pptx` or `md`; `paper=letter` for US Letter in place of A4",
    "/picture/{name}.{ending}": "a picture with its title, source and address inside, as `svg` or `png`, of the view "
    "that the parameters of its page ask for; `size=square` in place of a slide, `theme=dark`; "
    "`record.png?event=ID` (`target`, `ship`, `source`) is the card of a record",
    "/healthz": "that the process lives, for operators",
    "/readyz": "which tables are shown and what is wrong with the files, for operators",
}
INTRODUCTION = """# Links

The address bar always holds the view: a path says which page, parameters say what of it. Whoever opens the same address
sees the same. `make links` writes this list anew from what the app itself reads.

What an address asks for and cannot be had is said in one line and ignored; a page that does not exist is answered with
status 404 and the first page. An empty value (`month=`) is the default, and a default is not written. Parameters that
the app does not know are carried on and read by nothing.

A record is found by every id that it ever had (the table `former_ids`), also with `as_of`, where the id of today opens
it under the one that it had then. A page says so in one line; the address of a record alone, and that of an event in
the API, answer with status 301 and lead there with the whole query."""
API = """Lists come as `{"release", "filters", "count", "totals", "items"}`, where `filters` says in a sentence
what chose the rows and which parameters do not apply, and `totals` sums what may be summed. They take the parameters
above and are computed by the functions that the pages use.
What a page would ignore is refused: status 400 with a problem (RFC 9457) that names parameter, value and rule. Only
parameters that are called repeated above may stand several times, one value each; a second value of any other is
refused. Answers carry an `ETag` of their release."""
