"""Words of date expressions: cuts a sentence into words and gives each the code of its classes.

A word's code is one character that stands for the set of its lexicon classes (“second” is both a unit and
an ordinal), so that a pattern over classes is an ordinary regular expression over the codes of a sentence.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache, partial
from typing import NamedTuple

from core.lexicon.timex import Value, timex_lexicon

OTHER = "x"
PUNCTUATION = "p"
_ABBREVIATED = "Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|Mon|Tues?|Wed|Thurs?|Thu|Fri|Sat|Sun"
_WORD = re.compile(
    rf"""(?:https?://|www\.|pic\.twitter\.com/)\S+
    | [@\#]\w+
    | [0-9]{{4}}-[0-9][0-9]?-[0-9][0-9]?(?:T[0-9][0-9]:[0-9][0-9](?::[0-9][0-9])?)?(?![0-9-])
    | [0-9]{{1,4}}/[0-9]{{1,2}}(?:/[0-9]{{2,4}})?(?![0-9/])
    | [0-9]{{1,2}}[.][0-9]{{1,2}}[.][0-9]{{4}}(?![0-9])
    | [0-9]{{1,2}}:[0-9][0-9](?::[0-9][0-9])?(?![0-9:])
    | [0-9]{{2}}(?:[0-9][0-9])?(?:['’]?s)\b(?<=0s)
    | [0-9]{{1,3}}(?:,[0-9]{{3}})+(?![0-9])(?:\.[0-9]+)?
    | [0-9]+\.[0-9]+
    | [0-9]+(?:st|nd|rd|th)\b
    | [0-9]+
    | (?:{_ABBREVIATED})\.
    | (?:[^\W\d_]\.){{2,}}
    | (?:[^\W\d_]\.[^\W\d_])(?![^\W\d_])
    | [Qq][1-4]\b|[Hh][12]\b
    | [^\W\d_]+(?:['’](?!s\b)[^\W\d_]+)*
    | ['’]s\b
    | [^\w\s]|_|\w
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


_word = partial(tuple.__new__, Word)  # as Word(…), without a look at each argument's name
_DOT_TIME = re.compile(r"[0-2]?[0-9]\.[0-5][0-9]")  # 14.30
Rows = tuple[tuple[tuple[str, ...], str, dict[str, Value], bool], ...]
DIGITS = frozenset("0123456789")  # other scripts count other calendars' years with theirs
_LONGEST = 20  # characters of a number or full date and time; more is no count of days or years
_NOTHING: dict[str, Value] = {}
# Written with a capital inside a sentence, these belong to a name (“the Daily Mail”).
_NEVER_IN_NAMES = frozenset({"FREQ", "REFPRESENT", "DOUBTSEASON"})
_BEFORE_YEARS = frozenset({"YEARCUE", "MONTH", "DOUBTMONTH", "QN", "SEASON", "DAY", "EDGE"})
_MONTHS = frozenset({"MONTH", "DOUBTMONTH"})
_NOT_PLURALS = frozenset({"was", "has", "is", "as", "this", "its", "his"})


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The lexicon ready for use: phrases by first word (longest first) and the codes of the sets of classes."""

    phrases: dict[str, Rows]
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
    {"NUM", "DOTTIME"},
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
        capital = not lexicon.words["capitalised"].isdisjoint(values)
        phrases.setdefault(words[0], []).append((words[1:], codes[frozenset(values)], values, capital))
    return Vocabulary({w: tuple(sorted(rows, key=lambda r: -len(r[0]))) for w, rows in phrases.items()}, codes)


@cache
def class_codes(name: str) -> str:
    """The codes of all sets of classes that hold `name`, as the inside of a character class. Raises KeyError."""
    found = "".join(code for names, code in vocabulary().codes.items() if name in names)
    if not found:
        raise KeyError(f"no word of the lexicon is of class {name}")
    return found


@lru_cache(maxsize=4096)
def _number(text: str) -> tuple[str, dict[str, Value]]:
    """The code and value of a word that begins with a digit."""
    names, value = _classes_of_number(text)
    return vocabulary().codes[frozenset(names)], dict.fromkeys(names, value)


def _classes_of_number(text: str) -> tuple[set[str], Value]:
    if text.isdecimal():
        return _classes_of_digits(text)
    if text[-1].isalpha():
        return ({"DECADE"}, text.rstrip("s’'")) if text[-1] == "s" else ({"ORD", "ORDNUM"}, int(text[:-2]))
    if "/" in text or text.count(".") == 2:
        return {"SLASH"}, text
    if "-" in text:
        return {"ISO"}, text
    if ":" in text:
        return {"TIME"}, text
    return ({"NUM", "DOTTIME"} if _DOT_TIME.fullmatch(text) else {"NUM"}), text.replace(",", "")


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
    """The words of `text[start:end]`, ordered and disjoint, phrases of the lexicon joined, counts and names vetoed."""
    raw = [(m.start(), m.end(), m.group()) for m in _WORD.finditer(text, start, end)]
    lowers = [surface.lower() for _, _, surface in raw]
    phrases = vocabulary().phrases
    words: list[Word] = []
    i = 0
    while i < len(raw):
        first, last, surface = raw[i]
        lower = lowers[i]
        rows = phrases.get(lower) or (phrases.get(lower[:-1]) if lower[-1] == "." else None)
        code, values, length = _look_up(rows, lowers, i, surface) if rows else (OTHER, _NOTHING, 1)
        if code == OTHER and not lower.isalpha():
            if surface[0] in DIGITS and len(surface) <= _LONGEST:
                code, values = _number(surface)
            elif not surface[0].isalnum() and surface[0] not in "@#_":
                code = PUNCTUATION
        if length > 1:
            last = raw[i + length - 1][1]
            surface = text[first:last]
        words.append(_word((first, last, surface, lower, code, values)))
        i += length
    _veto(words)
    return words


def _look_up(rows: Rows, lowers: list[str], i: int, surface: str) -> tuple[str, dict[str, Value], int]:
    """The code and values of the longest phrase of `rows` that stands at word `i`, and how many words it has."""
    for rest, code, values, capital in rows:
        if rest and tuple(lowers[i + 1 : i + 1 + len(rest)]) != rest:
            continue
        if not capital or surface[0].isupper():
            return code, values, len(rest) + 1
    return OTHER, _NOTHING, 1


def _veto(words: list[Word]) -> None:
    """Takes the code from words that only look like a date's: counts, labels, parts of names."""
    for i, word in enumerate(words):
        if not word.values:
            continue
        before = words[i - 1] if i else None
        if "NUM" in word.values:
            dead = _is_count(word, before, words[i + 1] if i + 1 < len(words) else None)
        else:
            dead = before is not None and word.text[0].isupper() and not _NEVER_IN_NAMES.isdisjoint(word.values)
        if dead:
            words[i] = word._replace(code=OTHER, values=_NOTHING)


def _is_count(word: Word, before: Word | None, after: Word | None) -> bool:
    """Whether a number counts or labels something: “$40”, “page 12”, “1500 troops”.

    After a month, a number from 1900 to 2099 is its year (“in January 2019 soldiers seized it”); else a
    four-digit number is a count where a lower-case plural follows it and no word like “in” precedes, unless
    it is from 1900 to 2100 and not round; outside those, wherever an unknown word precedes. Between two names
    it is part of one (“the Russell 2000 Index”).
    """
    if before is not None and not _MONTHS.isdisjoint(before.values) and 1900 <= _as_year(word) < 2100:
        return False
    if (before is not None and "LABEL" in before.values) or (after is not None and "COUNTED" in after.values):
        return True
    if "YEAR" not in word.values or (before is not None and not _BEFORE_YEARS.isdisjoint(before.values)):
        return False
    if after is not None and after.code == OTHER and after.lower.endswith("s") and after.text.islower():
        return after.lower not in _NOT_PLURALS and not (1900 <= int(word.text) <= 2100 and int(word.text) % 50)
    if before is not None and after is not None and _is_name(before) and _is_name(after):
        return True
    known = before is None or before.code == PUNCTUATION or bool(before.values)
    return not known and not 1900 <= int(word.text) <= 2100


def _as_year(word: Word) -> int:
    return int(word.text) if "YEAR" in word.values else 0


def _is_name(word: Word) -> bool:
    return word.code == OTHER and word.text[0].isupper()
