"""Words of date expressions: cuts a sentence into words and gives each the code of its classes.

A word's code is one character that stands for the set of its lexicon classes (“second” is both a unit and
an ordinal), so that a pattern over classes is an ordinary regular expression over the codes of a sentence.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from core.lexicon.timex import Value, timex_lexicon

OTHER = "x"
PUNCTUATION = "p"
_ABBREVIATED = "Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|Mon|Tues?|Wed|Thurs?|Thu|Fri|Sat|Sun"
_WORD = re.compile(
    rf"""(?:https?://|www\.|pic\.twitter\.com/)\S+
    | [@\#]\w+
    | \d{{4}}-\d\d?-\d\d?(?:T\d\d:\d\d(?::\d\d)?)?(?![\d-])
    | \d{{1,4}}/\d{{1,2}}(?:/\d{{2,4}})?(?![\d/])
    | \d{{1,2}}[.]\d{{1,2}}[.]\d{{4}}(?!\d)
    | \d{{1,2}}:\d\d(?::\d\d)?(?![\d:])
    | \d{{2}}(?:\d\d)?(?:['’]?s)\b(?<=0s)
    | \d{{1,3}}(?:,\d{{3}})+(?!\d)(?:\.\d+)?
    | \d+\.\d+
    | \d+(?:st|nd|rd|th)\b
    | \d+
    | (?:{_ABBREVIATED})\.
    | (?:[^\W\d_]\.){{2,}}
    | (?:[^\W\d_]\.[^\W\d_])(?![^\W\d_])
    | [Qq][1-4]\b|[Hh][12]\b
    | [^\W\d_]+(?:['’](?!s\b)[^\W\d_]+)*
    | ['’]s\b
    | [^\w\s]|_
    """,
    re.VERBOSE,
)


class Word(NamedTuple):
    """One word of a sentence; a phrase of the lexicon is one word. `values` holds its value in each class."""

    start: int
    end: int
    text: str
    lower: str
    code: str
    values: dict[str, Value]


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The lexicon ready for use: phrases by first word (longest first) and the codes of the sets of classes."""

    phrases: dict[str, tuple[tuple[tuple[str, ...], str, dict[str, Value], bool], ...]]
    codes: dict[frozenset[str], str]


_NUMERIC = (
    {"NUM", "DAY", "HOUR", "SHORT"},
    {"NUM", "DAY", "HOUR", "YY", "SHORT"},
    {"NUM", "DAY", "YY", "SHORT"},
    {"NUM", "YY", "SHORT"},
    {"NUM", "HOUR", "SHORT"},
    {"NUM", "SHORT"},
    {"NUM", "YEAR", "SHORT"},
    {"NUM", "HHMM", "SHORT"},
    {"NUM", "YEAR", "HHMM", "SHORT"},
    {"NUM"},
    {"ORD", "ORDNUM"},
    {"DECADE"},
    {"TIME"},
    {"ISO"},
    {"SLASH"},
)


@cache
def vocabulary() -> Vocabulary:
    """The lexicon's phrases with their codes, built once."""
    lexicon = timex_lexicon()
    merged: dict[tuple[str, ...], dict[str, Value]] = {}
    for name, entries in lexicon.classes.items():
        for phrase, value in entries.items():
            merged.setdefault(tuple(w.lower() for w in _WORD.findall(phrase)), {})[name] = value
    sets = {frozenset(values) for values in merged.values()} | {frozenset(names) for names in _NUMERIC}
    codes = {names: chr(0xE000 + i) for i, names in enumerate(sorted(sets, key=sorted))}
    phrases: dict[str, list[tuple[tuple[str, ...], str, dict[str, Value], bool]]] = {}
    for words, values in merged.items():
        capital = not lexicon.capitalised.isdisjoint(values)
        phrases.setdefault(words[0], []).append((words[1:], codes[frozenset(values)], values, capital))
    return Vocabulary({w: tuple(sorted(rows, key=lambda r: -len(r[0]))) for w, rows in phrases.items()}, codes)


@cache
def class_codes(name: str) -> str:
    """The codes of all sets of classes that hold `name`, as the inside of a character class. Raises KeyError."""
    found = "".join(code for names, code in vocabulary().codes.items() if name in names)
    if not found:
        raise KeyError(f"no word of the lexicon is of class {name}")
    return found


@cache
def _number(text: str) -> tuple[str, dict[str, Value]]:
    """The code and value of a word that begins with a digit."""
    names, value = _classes_of_number(text)
    return vocabulary().codes[frozenset(names)], dict.fromkeys(names, value)


def _classes_of_number(text: str) -> tuple[set[str], Value]:
    if text.isdecimal():
        return _classes_of_digits(text)
    if ":" in text and "-" not in text:
        return {"TIME"}, text
    if "-" in text:
        return {"ISO"}, text
    if "/" in text or text.count(".") == 2:
        return {"SLASH"}, text
    if text.endswith("s"):
        return {"DECADE"}, text.rstrip("s’'")
    if text[-1].isalpha() and text[:-2].isdecimal():
        return {"ORD", "ORDNUM"}, int(text[:-2])
    return {"NUM"}, text.replace(",", "")


def _classes_of_digits(text: str) -> tuple[set[str], Value]:
    number, length = int(text), len(text)
    names = {"NUM"}
    if length <= 4:
        names.add("SHORT")
    if length <= 2 and 1 <= number <= 31:
        names.add("DAY")
    if length <= 2 and number <= 24:
        names.add("HOUR")
    if length == 2:
        names.add("YY")
    if length == 4 and 1000 <= number <= 2199:
        names.add("YEAR")
    if length == 4 and number <= 2400 and number % 100 < 60:
        names.add("HHMM")
    if "DAY" not in names and "HOUR" in names:
        names.discard("YY")
    return names, text if length in {2, 4} else number


def read_words(text: str, start: int, end: int) -> list[Word]:
    """The words of `text[start:end]`, ordered and disjoint, phrases of the lexicon joined."""
    raw = [(m.start(), m.end(), m.group()) for m in _WORD.finditer(text, start, end)]
    lowers = [surface.lower() for _, _, surface in raw]
    phrases = vocabulary().phrases
    words: list[Word] = []
    i = 0
    while i < len(raw):
        first, last, surface = raw[i]
        lower = lowers[i]
        rows = phrases.get(lower) or (phrases.get(lower[:-1]) if lower[-1] == "." and len(lower) > 2 else None)
        length = 1
        code, values = OTHER, {}
        for rest, row_code, row_values, capital in rows or ():
            size = len(rest)
            if size and tuple(lowers[i + 1 : i + 1 + size]) != rest:
                continue
            if capital and not surface[0].isupper():
                continue
            code, values, length = row_code, row_values, size + 1
            break
        else:
            if surface[0].isdecimal():
                code, values = _number(surface)
            elif not surface[0].isalnum() and surface[0] not in "@#_":
                code = PUNCTUATION
        if length > 1:
            last = raw[i + length - 1][1]
        words.append(Word(first, last, text[first:last], lower, code, values))
        i += length
    return words
