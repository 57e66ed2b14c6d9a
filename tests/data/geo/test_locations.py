"""Rows at one place share its location, also where a place has no point; nothing is remembered anew at each look."""

import numpy as np

from data.geo.locations import locations_of
from tests.factory import shipped


def test_rows_of_one_place_share_their_location_however_often_it_is_asked_for():
    events = shipped()["events"]
    first, again = locations_of(shipped(), events), locations_of(shipped(), events.iloc[::-1])
    assert all(one is other for one, other in zip(first, again.loc[first.index], strict=True))


def test_a_place_without_a_point_is_none_and_is_the_same_place_again():
    events = shipped()["events"]
    nowhere = events[events.lat.isna()].head(3).assign(geo_precision="exact", country="US")
    assert locations_of(shipped(), nowhere.assign(lat=np.nan, lon=np.nan)).isna().all()
