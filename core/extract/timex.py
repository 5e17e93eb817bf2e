"""Finds date expressions: which words, of which TIMEX3 type, and in what way they name a time.

What they denote is `core.resolve.dates`' to say; here stands only what the words themselves tell.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from typing import NamedTuple

from core.extract.timex_patterns import PATTERNS, grammar
from core.extract.timex_words import OTHER, PUNCTUATION, Word, read_words
from core.lexicon.timex import Value
from core.model import Document, Kind, Span, TimexType

_ISO_DAY = re.compile(r"\d{4}-\d\d?-\d\d?")


@dataclass(frozen=True, slots=True)
class FoundTimex:
    """A date expression before it is resolved.

    Args:
        sentence: The sentence's index, -1 in the article's header.
        kind: The way in which it names a time; a function of `core.resolve.dates`.
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
        if sentence.kind is not Kind.PROMO and sentence.script in {"latin", ""}:
            found.extend(_share_years(doc.text, list(read_timexes(doc, sentence.span, sentence.index))))
    return tuple(found)


_JOINED = re.compile(r"\s*(?:[-–—,]|to|and|or|until|till|through)\s*(?:the\s+)?(?:end of\s+)?")


def _share_years(text: str, found: list[FoundTimex]) -> list[FoundTimex]:
    """Gives days and months the year of the one that they are joined with (“April and June 1955”)."""
    for i in range(len(found) - 2, -1, -1):
        a, b = found[i], found[i + 1]
        if {a.kind, b.kind} <= {"day", "month"} and _JOINED.fullmatch(text, a.span.end, b.span.start):
            order = int(a.slots["m"]) > int(b.slots["m"])
            if "y" in b.slots and not a.slots.keys() & {"y", "rel"}:
                found[i] = replace(a, slots=a.slots | {"y": int(b.slots["y"]) - order})
    for i in range(1, len(found)):
        a, b = found[i - 1], found[i]
        if {a.kind, b.kind} <= {"day", "month"} and _JOINED.fullmatch(text, a.span.end, b.span.start):
            order = int(a.slots["m"]) > int(b.slots["m"])
            if "y" in a.slots and not b.slots.keys() & {"y", "rel"}:
                found[i] = replace(b, slots=b.slots | {"y": int(a.slots["y"]) + order})
    return found


def _in_header(doc: Document) -> Iterator[FoundTimex]:
    header = doc.article.header
    m = _ISO_DAY.search(doc.text, header.start, header.end)
    if m:
        span = Span(*m.span())
        yield FoundTimex(doc.article.id, span, m.group(), -1, TimexType.DATE, "publication", {"iso": m.group()})


@cache
def _slot_names() -> tuple[tuple[tuple[str, str], ...], ...]:
    """For each pattern, its slots as (slot, group)."""
    rows: list[list[tuple[str, str]]] = [[] for _ in PATTERNS]
    for group in grammar().groupindex:
        slot, _, number = group.partition("_")
        if number:
            rows[int(number)].append((slot, group))
    return tuple(map(tuple, rows))


def read_timexes(doc: Document, span: Span, sentence: int = -1) -> Iterator[FoundTimex]:
    """The date expressions in one stretch of the text, in order."""
    words = read_words(doc.text, *span)
    _veto(words)
    for m in grammar().finditer("".join(w.code for w in words)):
        match = _Match(m, int(str(m.lastgroup)[1:]), words)
        if PATTERNS[match.number][0] != "nothing":
            for (first, last), type_, kind, slots in _expressions(match):
                place = Span(words[first].start, words[last - 1].end)
                yield FoundTimex(doc.article.id, place, place.of(doc.text), sentence, type_, kind, slots)


class _Match(NamedTuple):
    """One match of the grammar over the codes of `words`: pattern `number`."""

    codes: re.Match[str]
    number: int
    words: list[Word]

    def slots(self) -> dict[str, Value]:
        """What the matched words give, by slot; by class where the pattern has no slots."""
        filled = {s: self.codes.span(g) for s, g in _slot_names()[self.number] if self.codes[g]}
        slots = {slot: _value(self.words[a:b], slot) for slot, (a, b) in filled.items()}
        if "u" in filled and "n" not in filled and "UNITS" in self.words[filled["u"][0]].values:
            slots["plural"] = 1
        matched = self.words[self.codes.start() : self.codes.end()]
        return slots or {name: value for word in matched for name, value in word.values.items()}


_Expression = tuple[tuple[int, int], TimexType, str, dict[str, Value]]
_TIME_SLOTS = frozenset({"part", "lastpart", "clock", "lateclock"})


def _expressions(match: _Match) -> Iterator[_Expression]:
    """The expression of one match; two where the words name two days or years (“August 17–19”)."""
    kind, type_, _ = PATTERNS[match.number]
    slots = match.slots()
    if not _TIME_SLOTS.isdisjoint(slots) and type_ is TimexType.DATE:
        type_ = TimexType.TIME
    first, last = match.codes.span()
    if "also" not in slots:
        yield (first, last), type_, kind, slots
        return
    unit = "y" if kind == "year" else "day"
    also, pivot = (match.codes.start(f"{slot}_{match.number}") for slot in ("also", unit))
    short = unit == "y" and len(match.words[also].text) == 2
    other = slots | {"yy" if short else unit: slots["also"]}
    if also < pivot:
        yield (first, also + 1), type_, kind, other
        yield (pivot, last), type_, kind, slots
    else:
        yield (first, pivot + 1), type_, kind, slots
        yield (also, last), type_, kind, other


_SLOT_CLASSES = {
    "e": ("EDGE",), "pe": ("EDGE",), "e2": ("EDGEOF", "EDGE"), "part": ("PART",), "lastpart": ("PART",), "wd": ("WDAY", "DOUBTWDAY"),
    "m": ("MONTH", "DOUBTMONTH"), "day": ("DAY", "ORD"), "also": ("DAY", "ORD", "YEAR", "YY"), "y": ("YEAR", "SHORT"), "yy": ("YY",),
    "q": ("ORD", "ORDUNIT"), "qn": ("QN",), "half": ("HALF", "ORD", "ORDUNIT"), "s": ("SEASON", "DOUBTSEASON"),
    "d": ("DECADE",), "c": ("ORD", "ORDUNIT"), "era": ("ERA",), "u": ("UNIT", "UNITS", "QUARTERUNIT", "LONGWORD"), "halfu": ("UNIT",),
    "dayu": ("UNIT",), "t": ("TODAY",), "h": ("HOLIDAY",), "f": ("FREQ",), "wds": ("WDAYS",), "other": ("EVERYOTHER",),
    "iso": ("ISO",), "slash": ("SLASH",), "dir": ("EARLIER", "LATER", "AGO"), "y2": ("YEAR",), "dir2": ("BEFORE", "AFTER"),
    "ref": ("REFPRESENT", "REFPAST", "REFFUTURE", "REFPASTNOUN"),
}  # fmt: skip
_RELATIONS = ("THIS", "THAT", "LAST", "PREVIOUS", "NEXT", "FOLLOWING", "PAST")


def _value(part: list[Word], slot: str) -> Value:
    """The value of the words of one slot."""
    if slot == "n":
        return _count(part)
    if slot in {"clock", "lateclock"}:
        return _clock(part)
    if slot == "nth":
        return -1 if "LAST" in part[0].values else part[0].values.get("ORD", 2)
    if slot in {"rel", "wrel", "yrel", "mrel"}:
        return next(r for r in _RELATIONS if r in part[0].values)
    return next(part[0].values[c] for c in _SLOT_CLASSES[slot] if c in part[0].values)


def _count(words: list[Word]) -> Value:
    """The number that the words name: an int, a decimal as text, or "X" where none bounds it."""
    if "VAGUE" in words[0].values:
        return "X"
    if "NUM" in words[0].values:
        value = str(words[0].values["NUM"]).lstrip("0") or "0"
    else:
        total = 0
        for word in words:
            step = word.values.get("WORD")
            if isinstance(step, int):
                total = max(total, 1) * step if step >= 100 else total + step
        value = str(total)
    return f"{value}.5" if "HALF" in words[-1].values else value


def _clock(words: list[Word]) -> Value:
    """A clock time as `HH:MM` with TIMEX3's zone letter, if any."""
    values = {c: v for w in reversed(words) for c, v in w.values.items()}
    if "CLOCKWORD" in values:
        return str(values["CLOCKWORD"])
    text = str(values.get("TIME") or "")
    if not text and "HHMM" in words[0].values and len(words[0].text) == 4:
        text = f"{words[0].text[:2]}:{words[0].text[2:]}"
    hour, _, rest = (text or f"{values.get('HOUR', values.get('WORD', 0))}:00").partition(":")
    number = int(hour)
    if "AMPM" in values and number <= 12:
        number = number % 12 + int(values["AMPM"])
    return f"{number:02d}:{rest}{values.get('ZONE', '')}"


def _veto(words: list[Word]) -> None:
    """Takes the code from words that only look like a date's: counts, labels, names."""
    for i, word in enumerate(words):
        values = word.values
        if not values:
            continue
        before = words[i - 1].values if i else {}
        after = words[i + 1] if i + 1 < len(words) else None
        if "NUM" in values:
            dead = "LABEL" in before or (after is not None and "COUNTED" in after.values)
            if not dead and "YEAR" in values:
                dead = _is_count(word, words[i - 1] if i else None, after)
        elif "FREQ" in values or "DOUBTSEASON" in values or "REFPRESENT" in values or "EDGE" in values:
            dead = i > 0 and word.text[0].isupper() and before != {} and "PUNCT" not in before
        else:
            dead = False
        if dead:
            words[i] = word._replace(code=OTHER, values={})


def _is_count(word: Word, before: Word | None, after: Word | None) -> bool:
    """Whether a four-digit number counts things: a lower-case plural follows, and no word of time precedes."""
    sure = before is not None and (before.lower in {"in", "since", "until", "during", "the", "early", "late", "mid"})
    if sure:
        return False
    if after is not None and after.code == OTHER and after.lower.endswith("s") and after.text.islower():
        return after.lower not in {"was", "has", "is", "as"}
    number = int(word.text)
    known = before is None or before.code == PUNCTUATION or bool(before.values)
    return not known and not 1900 <= number <= 2100
