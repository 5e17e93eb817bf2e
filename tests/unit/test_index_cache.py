"""An index remembers its views for many sessions at once."""

import sys
from concurrent.futures import ThreadPoolExecutor

import pytest

from core.views import index as indexes
from core.views.index import Index
from tests.readings import analysis


def doubled(_, number):
    return 2 * number


def test_a_view_is_worked_out_once_and_the_oldest_goes_first(monkeypatch):
    monkeypatch.setattr(indexes, "CACHED_VIEWS", 2)
    asked = []

    def view(_, name):
        asked.append(name)
        return name

    index = Index(analysis())
    for name in ("a", "b", "a", "c", "a"):
        assert index.cached(view, name) == name
    assert asked == ["a", "b", "c", "a"]


@pytest.fixture
def hurried():
    """Threads that take turns as often as they can."""
    before = sys.getswitchinterval()
    sys.setswitchinterval(1e-6)
    yield
    sys.setswitchinterval(before)


@pytest.mark.usefixtures("hurried")
def test_sessions_at_once_never_lose_each_others_views(monkeypatch):
    monkeypatch.setattr(indexes, "CACHED_VIEWS", 1)
    index = Index(analysis())

    def session(start):
        return [index.cached(doubled, number) for number in range(start, start + 20_000)]

    with ThreadPoolExecutor(4) as pool:
        for start, found in zip(range(4), pool.map(session, range(4)), strict=True):
            assert found == [2 * number for number in range(start, start + 20_000)]
