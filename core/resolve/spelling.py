"""Whether two words of names are one word spelt in two ways: transliteration, short forms, scripts.

A word is brought to ASCII (anyascii), then to a spelling in which the usual romanizations agree (ou, oo → u;
kh, q → k; -ov, -off → ov), and compared by its consonants first, its vowels second: romanizations of one
name differ mostly in vowels, while different names differ in consonants or in the first vowel
(Hassan, Hussein; Muhammad, Mahmoud).
"""

from __future__ import annotations

import csv
import re
from collections import defaultdict
from functools import cache, lru_cache
from importlib.resources import files
from typing import NamedTuple

from anyascii import anyascii
from rapidfuzz.distance import Levenshtein
from rapidfuzz.fuzz import ratio

_ARABIC_ARTICLE = re.compile(r"(?<!\w)ال(?=\w{3})")
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
_VOWELLESS = re.compile(r"[\u0590-\u08ff\ufb1d-\ufeff]")
_CHARACTERS = re.compile(r"[\u3400-\u9fff\uac00-\ud7af]")
_NOT_LETTER = re.compile(r"[^a-z0-9]+")
# Read in order; each pair is (what some romanizations write, what all are brought to).
_ROMANIZATION = tuple(
    (re.compile(pattern), replacement)
    for pattern, replacement in (
        (r"(?:of[f]|ow|ew|ev|of|ow)$", "ov"),
        (r"sk(?:iy|ij|yy|yj|ii|yi|y|i)$", "ski"),
        (r"(?:tsch|tch)", "ch"),
        (r"sch|sj", "sh"),
        (r"zh|dzh|dj", "j"),
        (r"ph", "f"),
        (r"(?:kh|gh|q|ck|g(?=h))", "k"),
        (r"c(?=[aoulrkt]|$)", "k"),
        (r"x", "ks"),
        (r"(?:dh|th)", "d"),
        (r"w", "v"),
        (r"ou|oo|eu", "u"),
        (r"eo", "o"),
        (r"ee|ie|yi|iy|ei|ey|ay|ai|ij|y", "i"),
        (r"(.)\1+", r"\1"),
        (r"(?<=[a-z])h(?=[^aeiou]|$)", ""),
    )
)
_SOFT = str.maketrans({"g": "k", "z": "s", "t": "d", "b": "p", "j": "s"})
_FRONT = frozenset("aei")
_VOWELS = frozenset("aeiouy")
_FEMININE = ("elle", "ette")


class Form(NamedTuple):
    """A word as it is compared: in plain ASCII, respelt, its consonants, its vowels, and whether its script has any."""

    plain: str
    spelling: str
    consonants: str
    vowels: str
    vowelless: bool


def to_ascii(text: str) -> str:
    """`text` in lower-case ASCII: Arabic script without its article, Chinese and Korean in separate syllables.

    >>> to_ascii("Сергей Лавров"), to_ascii("习近平")
    ('sergey lavrov', 'xi jin ping')
    """
    if text.isascii():
        return text.lower()
    latin = anyascii(_ARABIC_ARTICLE.sub("", text))
    if _CHARACTERS.search(text):
        latin = _CAMEL.sub(" ", latin)
    return latin.lower()


@lru_cache(maxsize=20_000)
def form_of(word: str, *, vowelless: bool = False) -> Form:
    """The form in which `word` (of ASCII letters) is compared."""
    plain = _NOT_LETTER.sub("", word.lower())
    spelling = plain
    for pattern, replacement in _ROMANIZATION:
        spelling = pattern.sub(replacement, spelling)
    consonants = re.sub(r"(?<!^)[aeiouh]|^[aeiou]", "", spelling)
    if vowelless:
        consonants = re.sub(r"(?<!^)[vij]", "", consonants)
    return Form(plain, spelling, consonants, re.sub(r"[^aeiou]", "", spelling), vowelless)


def is_vowelless(text: str) -> bool:
    """Whether `text` is in a script that leaves short vowels out (Arabic, Hebrew)."""
    return _VOWELLESS.search(text) is not None


@cache
def _equivalents(sort: str) -> dict[str, frozenset[int]]:
    found: defaultdict[str, set[int]] = defaultdict(set)
    lines = files("core.lexicon").joinpath("actors", "equivalents.csv").read_text("utf-8").splitlines()
    for number, row in enumerate(csv.DictReader(line for line in lines if not line.startswith("#"))):
        if row["sort"] == sort or (sort, row["sort"]) == ("given", "arabic"):
            for word in row["words"].split(";"):
                found[_NOT_LETTER.sub("", to_ascii(word.strip()))].add(number)
    return {word: frozenset(groups) for word, groups in found.items()}


def equivalent(a: str, b: str, sort: str) -> bool:
    """Whether the table of equivalents (`sort`: given, place, word) holds `a` and `b` for one."""
    table = _equivalents(sort)
    return bool(table.get(a, frozenset()) & table.get(b, frozenset()))


def listed(word: str, sort: str) -> bool:
    """Whether the table of equivalents lists `word` under `sort`."""
    return word in _equivalents(sort)


def _vowels_agree(a: Form, b: Form) -> bool:
    if not a.vowels or not b.vowels:
        return True
    return (a.vowels[0] in _FRONT) == (b.vowels[0] in _FRONT)


def _starts_agree(a: Form, b: Form) -> bool:
    x, y = a.spelling[:1], b.spelling[:1]
    return x == y or (x in "aeiou") == (y in "aeiou")


@lru_cache(maxsize=100_000)
def word_score(a: Form, b: Form, sort: str = "") -> float:
    """How far two words are one, 0 to 100; 80 and more is one word.

    Equal, or listed as equivalents: 100. Else the consonants decide, with the first vowel's place (front or
    back): both agree, at least 80. One consonant of five or more may differ where the spellings are close.
    """
    if a.plain == b.plain or a.spelling == b.spelling:
        return 100.0
    if sort and equivalent(a.plain, b.plain, sort):
        return 98.0
    if sort == "word" and len(a.plain) > 3 and a.plain.rstrip("s") == b.plain.rstrip("s"):
        return 96.0
    if ("kh" in a.plain) != ("kh" in b.plain) and _without_k(a).spelling == _without_k(b).spelling:
        return 90.0
    closeness = ratio(a.spelling, b.spelling)
    if sort == "given" and _feminine(a, b):
        return min(closeness, 60.0)
    return _vowelless_score(a, b, closeness) if a.vowelless or b.vowelless else _spelt_score(a, b, closeness)


def _feminine(a: Form, b: Form) -> bool:
    """Whether one word is the other's feminine: a final -a more (Amir, Amira), or its -elle and -ette (Danielle)."""
    short, long = sorted((a.plain.removesuffix("h"), b.plain.removesuffix("h")), key=len)
    if long == f"{short}a" and short[-1:] not in _VOWELS:
        return True
    return long.endswith(_FEMININE) and not short.endswith(_FEMININE) and long[:3] == short[:3]


def _without_k(word: Form) -> Form:
    """The word with “h” for “kh”, as some romanizations write it (Rakhmonov, Rahmonov)."""
    return form_of(word.plain.replace("kh", "h"), vowelless=word.vowelless)


def _spelt_score(a: Form, b: Form, closeness: float) -> float:
    """The score of two words spelt with vowels: by their starts, consonants and first vowels."""
    if not _starts_agree(a, b) or not _vowels_agree(a, b):
        return min(closeness, 60.0)
    if a.consonants == b.consonants and a.consonants and abs(len(a.vowels) - len(b.vowels)) <= 2:
        return max(closeness, 85.0)
    if _soft(a) == _soft(b) and len(a.consonants) > 1:
        return max(min(closeness, 90.0), 82.0) if closeness >= 60 else closeness
    apart = Levenshtein.distance(a.consonants, b.consonants)
    if apart == 1 and min(len(a.consonants), len(b.consonants)) >= 4 and closeness >= 85:
        return closeness
    return min(closeness, 79.0)


def _soft(word: Form) -> str:
    """The consonants without the difference of voice, which romanizations confuse; at the start only g and k are."""
    first, rest = word.consonants[:1], word.consonants[1:]
    return first.replace("g", "k") + rest.translate(_SOFT)


def _vowelless_score(a: Form, b: Form, closeness: float) -> float:
    x, y = (re.sub(r"h|(?<!^)[vij]", "", f.consonants).translate(_SOFT) for f in (a, b))
    return max(closeness, 85.0) if x == y and x else min(closeness, 70.0)
