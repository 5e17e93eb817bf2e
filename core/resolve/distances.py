"""Events dated by their distance from another in the sentence: “two days after it ousted him on Sunday”."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from core.lexicon.reporting import reporting
from core.model import DateInterval, Document, EventDate, Span, Timex, TimexType, Trigger
from core.resolve.calendar import add_days

_DAYS = re.compile(r"P(\d{1,3})D")
_SIDES = {"after": 1, "before": -1}
_FOLLOWING = re.compile(r"\s+(after|before)\b")


@dataclass(frozen=True, slots=True)
class Distance:
    """So many days after (negative: before) what follows: the words and the number."""

    span: Span
    words: str
    days: int


def distances(doc: Document, timexes: Iterable[Timex]) -> dict[int, list[Distance]]:
    """The numbers of days that “after” or “before” follows, by sentence."""
    found: dict[int, list[Distance]] = {}
    for timex in timexes:
        m = _DAYS.fullmatch(timex.value) if timex.type is TimexType.DURATION else None
        side = _FOLLOWING.match(doc.text, timex.span.end) if m else None
        if m and side:
            span = Span(timex.span.start, side.end())
            item = Distance(span, span.of(doc.text), int(m[1]) * _SIDES[side[1]])
            found.setdefault(timex.sentence, []).append(item)
    return found


def date_by_distance(
    doc: Document, items: Iterable[Distance], triggers: Sequence[Trigger], own: Mapping[Trigger, EventDate]
) -> dict[Trigger, EventDate]:
    """The dates of events without one that lie so many days from an event that has one.

    The distance counts from the nearest event before it to the nearest one after it, unless words of saying
    stand between: then it may count from the day of those.
    """
    found: dict[Trigger, EventDate] = {}
    for item in items:
        later = next((t for t in triggers if t.span.start >= item.span.end), None)
        first = next((t for t in reversed(triggers) if t.span.end <= item.span.start), None)
        if first is None or later is None or _speaks(doc.text[first.span.end : item.span.start]):
            continue
        if first not in own and later in own:
            found |= _moved(first, own[later], item.days, item.words)
        elif later not in own and first in own:
            found |= _moved(later, own[first], -item.days, item.words)
    return found


def _speaks(words: str) -> bool:
    return any(word in reporting().verbs for word in re.findall(r"\w+", words.lower()))


def _moved(trigger: Trigger, event: EventDate, days: int, words: str) -> dict[Trigger, EventDate]:
    start, end = event.interval.start, event.interval.end
    day = add_days(start, days) if start and start == end else None
    if day is None:
        return {}
    rule = f"“{words}”, counted with {event.rule}"
    return {trigger: replace(event, interval=DateInterval(day, day), basis="relative", rule=rule)}
