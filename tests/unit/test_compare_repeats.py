"""Near-copies: three hundred prints of one wire report are one telling, and cost no more than their number."""

from datetime import date, timedelta

from core.compare.articles import candidates, profile
from core.compare.background import Rarity
from core.compare.repeats import near_copies, surplus
from core.compare.words import document_words
from core.model import Analysis, Article
from core.pipeline import analyse
from core.text.segment import segment

WIRE = (
    "Gunmen attacked a market in Maiduguri on Monday, killing 14 people, police said. The attackers fled on "
    "motorcycles after soldiers arrived. Residents said the market was crowded with traders when the shooting began "
    "near the northern gate. Officials at the state hospital said that 22 wounded people were treated there."
)
OTHER = "The national orchestra opened its season with a symphony by Dvořák, and the conductor thanked the audience."


def prints(count: int) -> list[Article]:
    day = date(2021, 8, 20)
    return [
        Article(
            f"{n:03}", f"{WIRE} Reported by our correspondent {n}." if n % 3 else WIRE, published=day + timedelta(n % 3)
        )
        for n in range(count)
    ]


def held(count: int) -> Analysis:
    return analyse([*prints(count), Article("z", OTHER, published=date(2021, 8, 20))])


def test_a_near_copy_knows_the_first_of_its_kind() -> None:
    words = [document_words(segment(a)) for a in (*prints(3), Article("z", OTHER))]
    assert near_copies(words) == {1: 0, 2: 0}


def test_only_what_comes_after_many_copies_is_left_out() -> None:
    assert surplus(dict.fromkeys(range(1, 10), 0)) == {}
    assert set(surplus(dict.fromkeys(range(1, 31), 0))) == set(range(20, 31))


def test_many_near_copies_are_one_happening_of_one_origin() -> None:
    found = held(40)
    attack = max(found.clusters, key=lambda c: len(c.events))
    assert len(attack.articles) == 40
    assert attack.origins == 1
    assert sorted(e for c in found.clusters for e in c.events) == sorted(e.id for e in found.events)
    assert not any("z" in c.articles and len(c.articles) > 1 for c in found.clusters)


def test_words_of_very_many_articles_find_the_nearest_in_time() -> None:
    words = [document_words(segment(Article(str(n), OTHER))) for n in range(400)]
    profiles = [profile(w, Rarity([])) for w in words]
    found = candidates(profiles, [date(2021, 1, 1)] * 400)
    assert {i for pair in found for i in pair} == set(range(400))
    assert len(found) < 400 * 100
