from dataclasses import replace

import pytest

from core.model import Entity
from core.views.index import Index
from tests.readings import analysis


@pytest.fixture(scope="module")
def index():
    return Index(analysis())


def test_articles_go_by_the_first_part_of_their_file_name(index):
    assert list(index.labels.values()) == ["000", "001"]
    assert index.article("001") == "001"
    assert index.article("nope") is None


def test_two_actors_of_one_name_keep_apart():
    made = analysis()
    links = tuple(replace(link, target=Entity(link.target.id, "Same", "person")) for link in made.actors)
    index = Index(replace(made, actors=links))
    assert len(set(index.names.values())) == 2
    assert {index.actor(name) for name in index.names.values()} == {"rebels", "army"}
    assert index.names["army"] == "Same (000)"  # the other is named in two articles


def test_every_event_is_in_one_happening_and_a_cluster_is_one(index):
    assert [h.id for h in index.happenings.values()] == ["k1", "e2", "e3"]
    assert index.happening_of == {"e1": "k1", "e2": "e2", "e3": "e3", "e4": "k1"}


def test_a_view_is_made_once_for_each_argument(index):
    made = []

    def view(_index, argument):
        made.append(argument)
        return argument.upper()

    assert [index.cached(view, a) for a in "aab"] == ["A", "A", "B"]
    assert made == ["a", "b"]
