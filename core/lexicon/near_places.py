"""Places whose names are spelt like a given one, in given countries: for transcriptions that vary and for slips."""

from __future__ import annotations

import re
from collections import defaultdict
from functools import lru_cache
from typing import NamedTuple

from rapidfuzz import fuzz, process

from core.lexicon.country_scripts import TRANSCRIBED, USED_IN
from core.lexicon.gazetteer import GazetteerPlace, gazetteer, worth
from core.lexicon.place_keys import place_key

SIMILAR = 88.0  # rapidfuzz ratio of two folded names from which on they may be spellings of one
_VERY_SIMILAR = 93.0  # the same, where a name is no transcription
_ARTICLE = re.compile(r"^(?:al|ar|as|ash|at|ad|az|an|adh|ath|el) (?=\w{3})")


class Near(NamedTuple):
    """A place whose folded spelling `key` is like the one asked for; `score` is rapidfuzz's ratio, up to 100."""

    place: GazetteerPlace
    key: str
    score: float


@lru_cache(maxsize=12)
def _keys_of(country: str) -> dict[str, list[str]]:
    """The folded names of the country's places by the class of their first sound."""
    found: dict[str, list[str]] = defaultdict(list)
    for key in gazetteer().keys_of(country):
        found[_sound(key)].append(key)
    return found


@lru_cache(maxsize=16_384)
def near(name: str, countries: tuple[str, ...]) -> tuple[Near, ...]:
    """Places in `countries` (ISO codes) of whose names one is spelt like `name`, the most similar first.

    The first sounds must agree. Where names are written in Latin letters at home, and for names that are not the
    place's main one, the spellings must be closer, as there it is slips that vary and not transcriptions.
    """
    key = place_key(name)
    found: list[Near] = []
    for country in countries if len(key) > 3 else ():
        keys = _keys_of(country).get(_sound(key), ())
        for hit, score, _ in process.extract(key, keys, scorer=fuzz.ratio, score_cutoff=SIMILAR, limit=8):
            found += [n for p in gazetteer().by_key(hit) if p.country == country and _close(n := Near(p, hit, score))]
    return tuple(sorted(found, key=lambda n: (-n.score, -worth(n.place), n.place.id)))


def _sound(key: str) -> str:
    """The class of a folded name's first sound, past an Arabic article: a vowel, k (c, q), or the letter itself."""
    first = _ARTICLE.sub("", key)[:1]
    return "a" if first in "aeiouy" else "k" if first in "cq" else first


def _close(near_: Near) -> bool:
    place = near_.place
    vowelless = place.country in USED_IN["arabic"] and place.country not in {"IN", "CN"}
    free = place.listed or vowelless or (place.main and place.country in TRANSCRIBED)
    return free or near_.score >= _VERY_SIMILAR
