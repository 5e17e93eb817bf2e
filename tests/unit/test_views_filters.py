from datetime import date

import pytest

from core.views.filters import Filters, select
from core.views.index import Index
from tests.readings import analysis


@pytest.fixture(scope="module")
def index():
    return Index(analysis())


def kept(index, **given):
    return [event.id for event in select(index, Filters(**given))]


def test_no_filter_keeps_everything(index):
    assert kept(index) == ["e1", "e2", "e3", "e4"]
    assert not Filters().active


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ({"articles": frozenset({"001"})}, ["e4"]),
        ({"types": frozenset({"CONSULT"})}, ["e3"]),
        ({"undated": False}, ["e1"]),
        ({"text": "SOLDIERS"}, ["e2"]),
        ({"actors": frozenset({"rebels"})}, ["e1", "e4"]),
        ({"start": date(2021, 5, 4)}, ["e2", "e3", "e4"]),
        ({"end": date(2021, 5, 2)}, ["e2", "e3", "e4"]),
        ({"start": date(2021, 5, 6)}, []),
    ],
)
def test_each_filter_keeps_what_may_lie_in_it(index, given, expected):
    assert kept(index, **given) == expected


def test_an_actor_named_in_the_sentence_counts_though_it_has_no_role(index):
    assert kept(index, actors=frozenset({"army"})) == ["e1", "e2"]


def test_a_filter_says_itself_in_words(index):
    given = Filters(date(2021, 5, 1), None, frozenset({"rebels"}), frozenset({"000"}), undated=False, text="x")
    assert given.describe(index) == "from 2021-05-01; dated events only; actors: Rebels; articles: 000; text “x”"
    assert Filters().describe(index) == "none"
