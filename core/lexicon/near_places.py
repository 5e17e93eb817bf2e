"""Places whose names are spelt like a given one, in given countries: for transcriptions that vary and for slips."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from rapidfuzz import fuzz, process

from core.lexicon.country_scripts import TRANSCRIBED, USED_IN
from core.lexicon.gazetteer import GazetteerPlace, gazetteer, worth
from core.lexicon.place_keys import place_key

SIMILAR = 88.0  # rapidfuzz ratio of two folded names from which on they may be spellings of one
_VERY_SIMILAR = 93.0  # the same, where a name is no transcription
_ARTICLES = ("al", "ar", "as", "ash", "at", "ad", "az", "an", "adh", "ath", "el")
_ARTICLE = re.compile(rf"^(?:{'|'.join(_ARTICLES)}) (?=\w{{3}})")
_ALIKE = ("aeiouy", "kcq")  # first letters that count as one sound


class Near(NamedTuple):
    """A place whose folded spelling `key` is like the one asked for; `score` is rapidfuzz's ratio, up to 100."""

    place: GazetteerPlace
    key: str
    score: float


@lru_cache(maxsize=256)
def _keys_of(country: str, sound: str) -> list[str]:
    """The country's folded names whose first sound is of the class `sound`."""
    letters = next((alike for alike in _ALIKE if sound in alike), sound)
    articles = [article for article in _ARTICLES if article[0] not in letters]
    beginnings = [*letters, *(f"{article} {letter}" for article in articles for letter in letters)]
    return [key for key in gazetteer().keys_of(country, beginnings) if _sound(key) == sound]


@lru_cache(maxsize=16_384)
def near(name: str, countries: tuple[str, ...]) -> tuple[Near, ...]:
    """Places in `countries` (ISO codes) of whose names one is spelt like `name`, the most similar first.

    The first sounds must agree. Where names are written in Latin letters at home, and for names that are not the
    place's main one, the spellings must be closer, as there it is slips that vary and not transcriptions.
    """
    key = place_key(name)
    found: list[Near] = []
    for country in countries if len(key) > 3 else ():
        keys = _keys_of(country, _sound(key))
        for hit, score, _ in process.extract(key, keys, scorer=fuzz.ratio, score_cutoff=SIMILAR, limit=8):
            found += [n for p in gazetteer().by_key(hit) if p.country == country and _close(n := Near(p, hit, score))]
    return tuple(sorted(found, key=lambda n: (-n.score, -worth(n.place), n.place.id)))


def _sound(key: str) -> str:
    """The class of a folded name's first sound, past an Arabic article: the first of the letters that are alike."""
    first = (_ARTICLE.sub("", key) if " " in key[:5] else key)[:1]
    return next((alike[0] for alike in _ALIKE if first in alike), first)


def _close(near_: Near) -> bool:
    place = near_.place
    vowelless = place.country in USED_IN["arabic"] and place.country not in {"IN", "CN"}
    free = place.listed or vowelless or (place.main and place.country in TRANSCRIBED)
    return free or near_.score >= _VERY_SIMILAR
