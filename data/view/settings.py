"""What a link asks for beside the filters: the record that is open and how the pictures are set."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, fields

from data.package.package import Package
from data.package.problems import shortened
from data.selection.record_kinds import EVENT, KINDS, PERSON, SHIP, SOURCE, TARGET
from data.text.matching import typed_words, values_given
from data.text.messages import say
from data.view.brief_parts import LengthSetting, PartsSetting
from data.view.sections import has_long_table, implied_section, section_names
from data.view.setting_kinds import (
    ColumnsSetting,
    Day,
    Key,
    LayersSetting,
    MonthSetting,
    Option,
    PageSetting,
    PeriodSetting,
    PlaceSetting,
    ReleaseDay,
    SectionSetting,
    SettingKind,
    SortSetting,
    StepSetting,
    Value,
    Words,
)

Query = Mapping[str, Sequence[str]]
ON = "true"


@dataclass(frozen=True)
class Switch:
    """What is on where the address says so."""

    def known(self, value: str, package: Package) -> bool:
        """Whether it is the one word for on."""
        return value == ON


@dataclass(frozen=True)
class Settings:
    """The parameters of a link that are not filters; a field's name is its parameter, its default is not written."""

    section: str = field(default="", metadata={"kind": SectionSetting()})
    story: str = field(default="", metadata={"kind": StepSetting()})
    event: str = field(default="", metadata={"kind": EVENT})
    person: str = field(default="", metadata={"kind": PERSON})
    day: str = field(default="", metadata={"kind": Day()})
    scale: str = field(default="plover", metadata={"kind": Option("scale")})
    scope: str = field(default="two_states", metadata={"kind": Option("scope")})
    step: str = field(default="month", metadata={"kind": Option("step")})
    by: str = field(default="happened", metadata={"kind": Option("by")})
    a: str = field(default="", metadata={"kind": PeriodSetting()})
    b: str = field(default="", metadata={"kind": PeriodSetting()})
    target: str = field(default="", metadata={"kind": TARGET})
    ship: str = field(default="", metadata={"kind": SHIP})
    source: str = field(default="", metadata={"kind": SOURCE})
    find: str = field(default="", metadata={"kind": Words()})
    lanes: str = field(default="months", metadata={"kind": Option("lanes")})
    ties: str = field(default="family", metadata={"kind": Value("sanctions_relations", "picture")})
    target_type: str = field(default="", metadata={"kind": Value("sanctions_targets", "target_type")})
    programme: str = field(default="", metadata={"kind": Value("sanctions_targets", "programme")})
    status: str = field(default="", metadata={"kind": Value("sanctions_targets", "status")})
    authority: str = field(default="", metadata={"kind": Value("sanctions_targets", "authority")})
    view: str = field(default="region", metadata={"kind": Key("map_views", "view")})
    place: str = field(default="", metadata={"kind": PlaceSetting()})
    off: str = field(default="", metadata={"kind": LayersSetting()})
    at: str = field(default="", metadata={"kind": MonthSetting()})
    grade: str = field(default="", metadata={"kind": Key("grades", "grade")})
    columns: str = field(default="", metadata={"kind": ColumnsSetting()})
    sort: str = field(default="", metadata={"kind": SortSetting()})
    page: str = field(default="1", metadata={"kind": PageSetting()})
    picture: str = field(default="", metadata={"kind": Key("pictures", "picture")})
    title: str = field(default="", metadata={"kind": Words()})
    parts: str = field(default="", metadata={"kind": PartsSetting()})
    length: str = field(default="4", metadata={"kind": LengthSetting()})
    since: str = field(default="", metadata={"kind": ReleaseDay()})
    as_of: str = field(default="", metadata={"kind": ReleaseDay()})
    plain: str = field(default="", metadata={"kind": Switch()})

    @classmethod
    def from_query(cls, query: Query, package: Package) -> tuple["Settings", tuple[str, ...]]:
        """The settings that the parameters mean, and those that mean nothing here, each as "key=value".

        Never raises. Of a repeated key the first value is read; the others, and unknown ones, are dropped and returned.
        An empty value is none.
        """
        values, ignored = {}, []
        for name, kind in setting_kinds().items():
            given = values_given(query, name)
            if given and kind.known(given[0], package):
                values[name] = given.pop(0)
            ignored += [f"{name}={shortened(typed_words(value))}" for value in given]
        return cls(**values), tuple(ignored)

    def to_query(self) -> dict[str, str]:
        """The parameters of the link that asks for the same; defaults are not written."""
        return {
            setting.name: getattr(self, setting.name)
            for setting in fields(self)
            if getattr(self, setting.name) != setting.default
        }


def open_section(page: str, settings: Settings, query: Query) -> str:
    """The section that a page opens at an address: the one it names, else that of the open record, else that of the
    first setting in it that acts in one section alone, else the first; empty where the page has no sections."""
    if settings.section in section_names(page):
        return settings.section
    written = settings.to_query()
    records = [parameter for parameter in KINDS if parameter in written]
    return implied_section(page, [*records, *(parameter for parameter in query if parameter in written)])


def misplaced_settings(page: str, section: str, settings: Settings) -> tuple[str, ...]:
    """What an address asks for that another page or section has, each as "key=value": a section, a page or an order
    of a long table."""
    given = settings.to_query()
    amiss = ["section"] if settings.section and settings.section not in section_names(page) else []
    amiss += [] if has_long_table(page, section) else ["sort", "page"]
    return tuple(f"{name}={given[name]}" for name in amiss if name in given)


def setting_kinds() -> dict[str, SettingKind]:
    """The kind of each setting by its parameter."""
    return {setting.name: setting.metadata["kind"] for setting in fields(Settings)}


def setting_titles() -> dict[str, str]:
    """The heading of each setting by its parameter."""
    return {name: say(f"settings.title_{name}") for name in setting_kinds()}
