"""The Plotly figures show every event once."""

import pytest

from core.views.filters import Filters
from core.views.index import Index
from core.views.timeline import per_day
from pages.components import figures
from tests.readings import analysis


@pytest.fixture
def index():
    return Index(analysis())


def test_the_strip_holds_every_dated_event_one_bar_a_day(index):
    (bars,) = figures.density(index).data
    days = per_day(index, Filters())
    assert sum(bars.y) == days["events"].sum()
    assert list(bars.x) == sorted(set(days["day"]))


def test_an_actors_days_are_told_by_kind_of_act(index):
    days = per_day(index, Filters(undated=False))
    drawn = figures.activity(index, Filters(undated=False)).data
    assert {bars.marker.color for bars in drawn} == {figures.QUAD_COLOURS[quad] for quad in set(days["quad"])}
    assert sum(sum(bars.y) for bars in drawn) == days["events"].sum()
