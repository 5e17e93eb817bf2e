"""Linkage, articles and stories."""

from datetime import date

from core.compare.articles import candidates, profile, stories
from core.compare.background import Rarity
from core.compare.linkage import REFUSED, components, link
from core.compare.words import document_words
from core.model import Article
from core.text.segment import segment

QUAKE = "An earthquake of magnitude 6.1 shook Aceh on Tuesday, killing 22 people in Bener Meriah."
QUAKE_TOO = "At least 22 died when a 6.1-magnitude quake struck Bener Meriah in Aceh, Indonesia, on Tuesday."
SHOW = "Ellen DeGeneres will host the Oscars for a second time, the Academy announced in Hollywood."


def words(*texts: str):
    return [document_words(segment(Article(str(n), text))) for n, text in enumerate(texts)]


def test_groups_that_contradict_stay_apart_however_alike_their_others() -> None:
    assert link(3, {(0, 1): 3.0, (1, 2): 2.0, (0, 2): REFUSED}, -4, 0) == ((0, 1), (2,))


def test_a_weak_bond_does_not_chain() -> None:
    assert link(3, {(0, 1): 3.0, (1, 2): 1.0}, -4, 0) == ((0, 1), (2,))


def test_no_group_grows_beyond_its_largest() -> None:
    scored = {(i, j): 2.0 for i in range(4) for j in range(i + 1, 4)}
    assert max(map(len, link(4, scored, -4, 0, largest=2))) == 2


def test_components() -> None:
    assert components(range(4), [(2, 3)]) == [[0], [1], [2, 3]]


def test_two_reports_of_one_quake_are_a_story_and_a_show_is_not() -> None:
    found = words(QUAKE, QUAKE_TOO, SHOW)
    rarity = Rarity({t for w in article for t in w.terms} for article in found)
    assert stories(found, rarity, [None, None, None]) == ((0, 1), (2,))


def test_articles_months_apart_are_not_held_against_each_other() -> None:
    found = words(QUAKE, QUAKE_TOO)
    rarity = Rarity([])
    profiles = [profile(w, rarity) for w in found]
    assert candidates(profiles, [date(2021, 1, 1), date(2021, 6, 1)]) == []
    assert candidates(profiles, [date(2021, 1, 1), None]) == [(0, 1)]
