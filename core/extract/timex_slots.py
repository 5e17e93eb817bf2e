"""From the words that a pattern matched to its slots: numbers, clock times, months, relations."""

from __future__ import annotations

import re

from core.extract.timex_grammar import slots_of
from core.extract.timex_words import Word
from core.lexicon.timex import Value

# The classes whose value fills a slot, in order of preference.
_CLASSES: dict[str, tuple[str, ...]] = {
    "e": ("EDGE",),
    "e2": ("EDGEOF", "EDGE"),
    "pe": ("EDGE",),
    "part": ("PART",),
    "lastpart": ("PART",),
    "wd": ("WDAY", "DOUBTWDAY"),
    "wds": ("WDAYS",),
    "m": ("MONTH", "DOUBTMONTH"),
    "day": ("DAY", "ORD"),
    "also": ("DAY", "ORD", "YEAR", "YY"),
    "y": ("YEAR", "SHORT"),
    "y2": ("YEAR",),
    "yy": ("YY",),
    "q": ("ORD", "ORDUNIT"),
    "c": ("ORD", "ORDUNIT"),
    "half": ("HALF", "ORD", "ORDUNIT"),
    "qn": ("QN",),
    "s": ("SEASON", "DOUBTSEASON"),
    "d": ("DECADE",),
    "era": ("ERA",),
    "fiscal": ("FISCAL",),
    "u": ("UNIT", "UNITS", "QUARTERUNIT", "LONGWORD"),
    "halfu": ("UNIT",),
    "dayu": ("UNIT",),
    "t": ("TODAY",),
    "night": ("NIGHTWORD",),
    "h": ("HOLIDAY",),
    "f": ("FREQ",),
    "other": ("EVERYOTHER",),
    "iso": ("ISO",),
    "slash": ("SLASH",),
    "dir": ("EARLIER", "LATER", "AGO"),
    "dir2": ("BEFORE", "AFTER"),
    "ref": ("REFPRESENT", "REFPAST", "REFFUTURE", "REFPASTNOUN"),
}
_RELATIONS = ("THIS", "THAT", "LAST", "PREVIOUS", "NEXT", "FOLLOWING", "PAST")


def fill_slots(match: re.Match[str], number: int, words: list[Word]) -> dict[str, Value]:
    """What the words matched by pattern `number` give, by slot; by class where the pattern has no slots.

    `plural` is added where a bare plural stands for an unknown number of units.
    """
    places = {slot: match.span(group) for slot, group in slots_of(number) if match[group]}
    slots = {slot: _value(words[a:b], slot) for slot, (a, b) in places.items()}
    if "u" in places and "n" not in places and "UNITS" in words[places["u"][0]].values:
        slots["plural"] = 1
    return slots or {name: value for word in words[match.start() : match.end()] for name, value in word.values.items()}


def _value(words: list[Word], slot: str) -> Value:
    first = words[0].values
    if slot == "n":
        return _count(words)
    if slot in {"clock", "lateclock"}:
        return _clock(words)
    if slot == "nth":
        return -1 if "LAST" in first else first.get("ORD", 2)
    if slot in {"rel", "wrel", "yrel", "mrel"}:
        return next(r for r in _RELATIONS if r in first)
    return next(first[c] for c in _CLASSES[slot] if c in first)


def _count(words: list[Word]) -> Value:
    """The number that the words name, as text, or "X" where none bounds it."""
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
    text = str(values.get("TIME") or values.get("DOTTIME") or "").replace(".", ":")
    if not text and "HHMM" in words[0].values and len(words[0].text) == 4:
        text = f"{words[0].text[:2]}:{words[0].text[2:]}"
    hour, _, rest = (text or f"{values.get('HOUR', values.get('WORD', 0))}:00").partition(":")
    number = int(hour)
    if "AMPM" in values and number <= 12:
        number = number % 12 + int(values["AMPM"])
    return f"{number:02d}:{rest}{values.get('ZONE', '')}"
