"""The tables for every answer: those that an address asks for, when they changed, and what each release changed."""

from datetime import datetime, timedelta
from itertools import accumulate, pairwise

from data.package.problems import BrokenPackageError
from data.publish.strict_query import ApiQuery, Query, parse_api_query
from data.versions.changes import Step, moment_of
from data.versions.current_ids import current_ids
from data.versions.data_version import DataVersion, requested_day
from data.versions.differences import changes_between
from data.versions.polled_store import POLLED


def data_version_for(query: Query) -> DataVersion:
    """The state of the data that an address asks for: a release by `as_of`, else the tables as they stand. A day that
    is none asks for nothing: whoever refuses it reads the parameters. Raises BrokenPackageError when it cannot be
    read."""
    return POLLED.data_version(requested_day(query))


def with_current_ids(query: Query) -> Query:
    """The parameters of an address with each record by the id that it has in the tables which the address asks for; as
    they are while those cannot be read."""
    try:
        return current_ids(query, data_version_for(query))[0]
    except BrokenPackageError:
        return query


def api_query(query: Query, data_version: DataVersion) -> ApiQuery:
    """What an address asks of these tables, each record by whatever id. Raises BadParameterError."""
    return parse_api_query(current_ids(query, data_version)[0], data_version.package)


def modified(data_version: DataVersion) -> datetime:
    """When these tables last changed: a release when it was made, those that are shown when one of their files did."""
    released = moment_of(data_version.package)
    written = data_version.version_state.written
    return released if data_version.opened or written is None else max(released, written)


def history(data_version: DataVersion) -> list[Step]:
    """What each release since the first, up to the state that `data_version` shows, changed in the one before; last
    what the tables as they stand have beyond the newest release. Raises BrokenPackageError when a release cannot be
    read."""
    releases = data_version.version_state.releases
    shown = [
        release for release in releases if not data_version.opened or release.version <= data_version.opened.version
    ]
    states = [data_version_for({"as_of": [release.version]}) for release in shown]
    if not data_version.opened:
        states.append(data_version)
    # A release may bear the name of a day to come: what is changed after it is later all the same.
    moments = accumulate(map(modified, states), lambda before, own: max(own, before + timedelta(seconds=1)))
    steps = zip(pairwise(states), list(moments)[1:], strict=True)
    return [Step(moment, old.package, new.package, changes_between(old, new)) for (old, new), moment in steps]
