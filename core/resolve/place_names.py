"""Place names: whether two are one place's.

What sort of place they say (valley, river, province) and North, New and the like must agree; then the
gazetteer knows one place under both (Timbuktu, Tombouctou), or all words must be met, whichever way they
are written together and joined (Pol-e-Hesar, Puli Hisar).
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from core.lexicon.gazetteer import known
from core.lexicon.known_actors import name_words, place_sorts
from core.resolve.body_names import by_lexicon
from core.resolve.comparison import SAME, Comparison, match_words
from core.resolve.spelling import Form, form_of, is_vowelless, to_ascii, word_score

_ARTICLES = frozenset(("al", "ar", "as", "ash", "el", "an", "at", "ad", "az", "ez"))
_AIR = re.compile(r"\bair (?=base|field|port|strip)")
_EZAFE = re.compile(r"(?<=[a-z])[- ](?:e|i|ye|yi)[- ](?=[a-z])")


class _Place(NamedTuple):
    words: tuple[Form, ...]
    joined: Form
    types: frozenset[str]
    directions: frozenset[str]


def compare_places(a: str, b: str) -> Comparison:
    """Whether two place names are one: type words and North, New and the like agree, and all words are met."""
    listed = by_lexicon(a, b)
    if listed:
        return listed
    one, two = _place(a), _place(b)
    if one.types != two.types:
        return Comparison(30.0, f"{_or_none(one.types)} is not {_or_none(two.types)}")
    if one.directions != two.directions:
        return Comparison(20.0, f"{_or_none(one.directions)} is not {_or_none(two.directions)}")
    shared = _in_gazetteer(a, b)
    if shared:
        return Comparison(99.0, f"both are names of {shared}")
    return _by_spelling(one, two)


def _by_spelling(one: _Place, two: _Place) -> Comparison:
    joined = word_score(one.joined, two.joined, "place")
    as_one = len(one.words) == len(two.words) or one.joined.consonants == two.joined.consonants
    if joined >= SAME and as_one:
        return Comparison(joined, "same name" if joined == 100 else f"same name, spelling {joined:.0f}")
    matched, lowest = match_words(one.words, two.words, "place")
    if matched and len(matched) == len(one.words) == len(two.words):
        return Comparison(lowest, f"same name, spelling {lowest:.0f}")
    return Comparison(min(joined, 50.0), "not all words are met")


def _in_gazetteer(a: str, b: str) -> str:
    """The place that the gazetteer knows under both names, where it is what one of them means first; else ""."""
    one, two = known(a), known(b)
    for first, others in ((one, two), (two, one)):
        if first and any(place.id == first[0].id for place in others):
            return first[0].name
    return ""


@lru_cache(maxsize=20_000)
def _place(name: str) -> _Place:
    vowelless = is_vowelless(name)
    plain = _EZAFE.sub(" ", _AIR.sub("air", re.sub(r"['’]", "", to_ascii(name.partition(",")[0]))))
    words = [w for w in re.split(r"[^a-z0-9]+", plain) if w]
    types = frozenset(place_sorts()[w] for w in words if w in place_sorts())
    rest = [
        w
        for w in words
        if w not in place_sorts() and w not in name_words("filler") and w not in name_words("direction")
    ] or words
    rest = [w for w in rest if w not in _ARTICLES] or rest
    forms = tuple(form_of(w.removesuffix("h") if len(w) > 3 else w, vowelless=vowelless) for w in rest)
    joined = form_of("".join(rest), vowelless=vowelless)
    return _Place(
        forms, joined, types - {"city", "village"}, frozenset(w for w in words if w in name_words("direction"))
    )


def _or_none(words: frozenset[str]) -> str:
    return "a " + " ".join(sorted(words)) if words else "a name without such a word"
