"""Finds date expressions: which words, of which TIMEX3 type, and in what way they name a time.

What they denote is `core.resolve.dates`' to say; here stands only what the words themselves tell.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from core.extract.timex_grammar import matches, may_hold_dates
from core.extract.timex_patterns import PATTERNS
from core.extract.timex_slots import fill_slots
from core.extract.timex_words import Word, read_words
from core.lexicon.timex import Value, timex_lexicon
from core.model import Document, Kind, Span, TimexType

_ISO_DAY = re.compile(r"\d{4}-\d\d?-\d\d?")
_JOINED = re.compile(r"\s*(?:[-–—,]|to|and|or|until|till|through)\s*(?:the\s+)?(?:end of\s+)?")
_TIME_SLOTS = frozenset({"part", "lastpart", "clock", "lateclock"})
_KNOWN_REACH = 3  # words after a day without a year that may tell which day it was


@dataclass(frozen=True, slots=True)
class FoundTimex:
    """A date expression before it is resolved.

    Args:
        sentence: The sentence's index, -1 in the article's header.
        kind: The way in which it names a time; `core.resolve.date_values` has a function for each.
        slots: What the words give, by slot of the pattern (`m` a month, `day`, `y` a year, …).
    """

    article_id: str
    span: Span
    text: str
    sentence: int
    type: TimexType
    kind: str
    slots: dict[str, Value]


def find_timexes(doc: Document) -> tuple[FoundTimex, ...]:
    """The date expressions of `doc` in order of position; none in promo, links or handles.

    The header's own date comes first, with kind `publication` and sentence -1.
    """
    found = list(_in_header(doc))
    for sentence in doc.sentences:
        if sentence.kind is not Kind.PROMO and may_hold_dates(sentence.tokens):
            found.extend(_share_years(doc.text, list(read_timexes(doc, sentence.span, sentence.index))))
    return tuple(found)


def _in_header(doc: Document) -> Iterator[FoundTimex]:
    header = doc.article.header
    m = _ISO_DAY.search(doc.text, header.start, header.end)
    if m:
        span = Span(*m.span())
        yield FoundTimex(doc.article.id, span, m.group(), -1, TimexType.DATE, "publication", {"iso": m.group()})


def read_timexes(doc: Document, span: Span, sentence: int = -1) -> Iterator[FoundTimex]:
    """The date expressions in one stretch of the text, in order."""
    words = read_words(doc.text, *span)
    for number, m in matches("".join([w.code for w in words])):
        kind, type_, _ = PATTERNS[number]
        if kind == "nothing":
            continue
        slots = fill_slots(m, number, words)
        if type_ is TimexType.DATE and not _TIME_SLOTS.isdisjoint(slots):
            type_ = TimexType.TIME
        if kind == "day" and "y" not in slots:
            slots |= _known_year(slots, words[m.end() : m.end() + _KNOWN_REACH])
        for (first, last), filled in _expressions(m, number, words, slots):
            place = Span(words[first].start, words[last - 1].end)
            yield FoundTimex(doc.article.id, place, place.of(doc.text), sentence, type_, kind, filled)


def _expressions(
    m: re.Match[str], number: int, words: list[Word], slots: dict[str, Value]
) -> Iterator[tuple[tuple[int, int], dict[str, Value]]]:
    """The words and slots of one match; of two expressions where it names two days or years (“August 17–19”)."""
    first, last = m.span()
    if "also" not in slots:
        yield (first, last), slots
        return
    unit = "y" if PATTERNS[number][0] == "year" else "day"
    also, pivot = m.start(f"also_{number}"), m.start(f"{unit}_{number}")
    short = unit == "y" and len(words[also].text) == 2
    other = slots | {"yy" if short else unit: slots["also"]}
    if also < pivot:
        yield (first, also + 1), other
        yield (pivot, last), slots
    else:
        yield (first, pivot + 1), slots
        yield (also, last), other


def _known_year(slots: dict[str, Value], following: list[Word]) -> dict[str, Value]:
    """The year of a day that everybody knows (“the Sept. 11 attacks”), as slot `known`."""
    year, words = timex_lexicon().known_days.get((int(slots["m"]), int(slots["day"])), (0, frozenset()))
    return {"known": year} if any(w.lower in words for w in following) else {}


def _share_years(text: str, found: list[FoundTimex]) -> list[FoundTimex]:
    """Gives days and months the year of the one that they are joined with (“April and June 1955”)."""
    for i in range(len(found) - 2, -1, -1):
        found[i] = _with_year_of(text, found[i], found[i + 1], found[i])
    for i in range(1, len(found)):
        found[i] = _with_year_of(text, found[i - 1], found[i], found[i])
    return found


def _with_year_of(text: str, a: FoundTimex, b: FoundTimex, which: FoundTimex) -> FoundTimex:
    """`which` of two neighbours, with the other's year where they are joined and it has none; a is not after b."""
    other = b if which is a else a
    if "y" not in other.slots or which.slots.keys() & {"y", "rel", "known"} or not {a.kind, b.kind} <= {"day", "month"}:
        return which
    if not _JOINED.fullmatch(text, a.span.end, b.span.start):
        return which
    turn = int(a.slots["m"]) > int(b.slots["m"])
    year = int(other.slots["y"]) + (-turn if which is a else turn)
    return replace(which, slots=which.slots | {"y": year})
