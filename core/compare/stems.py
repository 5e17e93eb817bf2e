"""Stems: “arrests”, “arrested”, “arresting”; “shot” and “shoot”; “acquit” and “acquittal”; “explode” and “explosion”.

The first step of Porter's rules (1980) takes the inflection off; a table of irregular forms comes before it, and
after it the endings that make a noun of a verb, because a headline's noun is the next report's verb.
"""

from __future__ import annotations

import re
from functools import lru_cache

from core.lexicon.inflection import irregular_forms

_DOUBLED = re.compile(r"([bdgmnprt])\1$")
_LEAST = 7  # letters of a stem that a noun's ending is taken off
_KEPT = 4  # letters that must be left of it
# A noun's ending (as the first step leaves it) and what the verb's stem has in its place.
_NOUNS = (
    ("isation", "iz"),
    ("ization", "iz"),
    ("ication", "i"),
    ("ement", ""),
    ("ment", ""),
    ("ation", "at"),
    ("tion", "t"),
    ("sion", "d"),
    ("al", ""),
)


def _inflection_off(word: str) -> str:
    if len(word) < 4 or not word.isalpha():
        return word
    if len(word) == 4:
        return word[:-1] + "i" if word[-1] == "y" else word[:-1] if word[-1] == "s" and word[-2] not in "su" else word
    if word.endswith("s") and word[-2] not in "su":
        word = word[:-3] + "y" if word.endswith("ies") else word[:-1]
    for ending in ("ing", "ed"):
        if word.endswith(ending) and len(word) - len(ending) >= 3 and set(word[: -len(ending)]) & set("aeiouy"):
            word = _DOUBLED.sub(r"\1", word[: -len(ending)])
            break
    if word.endswith("e") and len(word) > 3:
        word = word[:-1]
    return word[:-1] + "i" if word.endswith("y") and len(word) > 3 else word


def _noun_to_verb(word: str) -> str:
    if len(word) < _LEAST or not word.isalpha():
        return word
    for ending, instead in _NOUNS:
        if word.endswith(ending) and len(word) - len(ending) >= _KEPT:
            word = word[: -len(ending)] + instead
            break
    return word[:-2] if word.endswith("at") and len(word) > _KEPT + 1 else word


@lru_cache(maxsize=200_000)
def stem(word: str) -> str:
    """The stem of a folded English word; for comparing, not for reading. Short words keep their vowels."""
    return _noun_to_verb(_inflection_off(irregular_forms().get(word, word)))
