"""Settings: links lose and invent nothing, garbage is reported, and every option is in the table."""

from dataclasses import fields

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from data.events.columns import choosable, write_columns
from data.map.layers import write_layers
from data.map.scene import known_places
from data.selection.record_kinds import KINDS, RecordKind
from data.text.matching import typed_words
from data.view.brief_parts import LENGTHS, PARTS, LengthSetting, PartsSetting, written_parts
from data.view.sections import SECTIONS
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
    SortSetting,
    StepSetting,
    Value,
    Words,
)
from data.view.settings import Settings, Switch, setting_kinds, setting_titles
from data.view.story import steps_of_story
from tests.factory import shipped

VALUES = {
    PeriodSetting: st.sampled_from(["2025-11", "2025-09..2026-01", "phase:transition", ""]),
    MonthSetting: st.sampled_from(["", "2025-12"]),
    Words: st.text(max_size=40).map(typed_words),
    Day: st.sampled_from(["", "2025-01-20", "2026-01-02"]),
    Switch: st.sampled_from(["", "true"]),
    StepSetting: st.sampled_from(["", *steps_of_story(shipped())]),
    ReleaseDay: st.dates().map(str) | st.just(""),
    SectionSetting: st.sampled_from(["", *(section.name for sections in SECTIONS.values() for section in sections)]),
    PlaceSetting: st.sampled_from(["", *sorted(known_places(shipped()))[:20]]),
    LayersSetting: st.frozensets(st.sampled_from(list(shipped()["map_layers"].layer))).map(
        lambda layers: write_layers(shipped(), layers)
    ),
    LengthSetting: st.sampled_from(sorted(LENGTHS)),
    PartsSetting: st.lists(st.sampled_from(PARTS), unique=True).map(written_parts),
    SortSetting: st.sampled_from(["", "date", "-killed_low"]),
    PageSetting: st.integers(1, 9999).map(str),
    ColumnsSetting: st.lists(st.sampled_from(list(choosable(shipped()))), unique=True).map(write_columns),
}


def values_of(name: str) -> st.SearchStrategy[str]:
    kind = setting_kinds()[name]
    if isinstance(kind, RecordKind):
        return st.sampled_from(["", *shipped()[kind.table][kind.id_column].head(5)])
    if isinstance(kind, Option | Value | Key):
        return st.sampled_from(sorted({getattr(Settings(), name), *kind.choices(shipped())}))
    return VALUES[type(kind)]


def any_settings():
    return st.builds(Settings, **{name: values_of(name) for name in setting_kinds()})


@settings(deadline=None)
@given(any_settings())
def test_a_link_asks_for_what_it_was_made_from(requested):
    query = {name: [parameter] for name, parameter in requested.to_query().items()}
    assert Settings.from_query(query, shipped()) == (requested, ())


@settings(deadline=None)
@given(st.dictionaries(st.sampled_from([*setting_kinds(), "zzz"]), st.lists(st.text(), max_size=3), max_size=5))
def test_no_link_raises_and_every_unused_word_is_reported(query):
    read, ignored = Settings.from_query(query, shipped())
    given_words = sum(len(words) for key, words in query.items() if key in setting_kinds())
    assert len(ignored) + len(read.to_query()) <= given_words


def test_the_settings_that_open_a_record_are_the_kinds_of_record():
    opening = {name: kind for name, kind in setting_kinds().items() if isinstance(kind, RecordKind)}
    assert list(opening.items()) == list(KINDS.items())


def test_of_a_repeated_word_the_first_is_read_and_the_others_reported():
    read, ignored = Settings.from_query({"scale": ["goldstein", "plover", "x"]}, shipped())
    assert read == Settings(scale="goldstein")
    assert ignored == ("scale=plover", "scale=x")


def test_defaults_are_the_first_options_of_the_table_and_are_not_written():
    for item in fields(Settings):
        kind = setting_kinds()[item.name]
        if isinstance(kind, Option) or (isinstance(kind, Key) and item.default):
            assert item.default == next(iter(kind.choices(shipped())))
    assert Settings().to_query() == {}


def test_every_option_of_the_table_is_a_setting_and_has_a_title():
    options = {name for name, kind in setting_kinds().items() if isinstance(kind, Option)}
    assert set(shipped()["options"].option) == options
    assert set(setting_titles()) == set(setting_kinds())


def test_a_value_that_is_set_from_the_start_is_the_first_that_its_column_may_hold():
    for item in fields(Settings):
        kind = setting_kinds()[item.name]
        if isinstance(kind, Value) and item.default:
            assert item.default == next(iter(kind.choices(shipped())))


def test_words_that_are_too_long_or_hold_nothing_readable_are_reported():
    for typed in ("x" * 5000, "\x00", " padded "):
        read, ignored = Settings.from_query({"find": [typed]}, shipped())
        assert read == Settings()
        assert len(ignored) == 1


@pytest.mark.parametrize(
    "parameter", ["2025-02-30", "2025-1-2", "20260102", "2026-W01-5", "2025-01-19", "2031-01-01", "x"]
)
def test_a_day_that_does_not_exist_or_that_the_data_does_not_cover_is_reported(parameter):
    assert Settings.from_query({"day": [parameter]}, shipped()) == (Settings(), (f"day={parameter}",))


def test_an_empty_word_is_no_word_and_not_reported():
    assert Settings.from_query({name: [""] for name in setting_kinds()}, shipped()) == (Settings(), ())
    assert Settings.from_query({"scale": ["", "goldstein"]}, shipped()) == (Settings(scale="goldstein"), ())
