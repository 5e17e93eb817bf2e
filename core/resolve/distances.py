"""Events dated by their distance from another in the sentence: “two days after it ousted him on Sunday”."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from core.lexicon.reporting import reporting
from core.model import DateInterval, Document, EventDate, Span, Timex, TimexType, Trigger
from core.resolve.calendar import add_days

_DAYS = re.compile(r"P(\d{1,3})D")
_GAP = 40  # code points of the noun between: “two days after the raid on ”
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


def shifted(
    interval: DateInterval, date: Span, trigger: Span, items: Iterable[Distance], text: str
) -> tuple[DateInterval, str]:
    """The day of an event so many days from a dated noun (“two days after the raid on Sunday”), and those words.

    The interval as it is, and no words, where no such number stands before the date.
    """
    for item in items:
        gap = text[item.span.end : date.start]
        between = item.span.end <= trigger.start < date.start
        if item.span.end > date.start or between or "," in gap or len(gap) > _GAP:
            continue
        moved = _day_moved(interval, item.days)
        return (moved, f"“{item.words}” ") if moved else (interval, "")
    return interval, ""


def _day_moved(interval: DateInterval, days: int) -> DateInterval | None:
    start, end = interval.start, interval.end
    day = add_days(start, days) if start and start == end else None
    return DateInterval(day, day) if day else None


def _speaks(words: str) -> bool:
    return any(word in reporting().verbs for word in re.findall(r"\w+", words.lower()))


def _moved(trigger: Trigger, event: EventDate, days: int, words: str) -> dict[Trigger, EventDate]:
    interval = _day_moved(event.interval, days)
    if interval is None:
        return {}
    rule = f"“{words}”, counted with {event.rule}"
    return {trigger: replace(event, interval=interval, basis="relative", rule=rule)}
