"""Days with a name: from the lexicon's rule and a year to the day."""

from __future__ import annotations

import re
from datetime import date, timedelta

from dateutil.easter import EASTER_ORTHODOX, EASTER_WESTERN, easter

from core.resolve.calendar import day_or_none

_WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_NTH = re.compile(r"(\d|last)\w* (\w{3}) (\d+)")
_EASTER = re.compile(r"(easter|orthodox) ([+-]\d+)")
_EASTER_YEARS = range(1583, 4100)  # the Gregorian calendar's, as far as the algorithm is proven


def named_day(rule: str, year: int) -> date | None:
    """The day that `rule` names in `year`, or None where it names none.

    A rule is `MM-DD`; `4th thu 11` (the fourth Thursday of November) or `last mon 5`; `easter -2`
    (days from Easter Sunday) or `orthodox +0`; `friday after thanksgiving`.
    """
    if re.fullmatch(r"\d\d-\d\d", rule):
        return day_or_none(year, int(rule[:2]), int(rule[3:]))
    if m := _NTH.fullmatch(rule):
        return _nth_weekday(year, int(m[3]), _WEEKDAYS.index(m[2]), m[1])
    if (m := _EASTER.fullmatch(rule)) and year in _EASTER_YEARS:
        return easter(year, EASTER_WESTERN if m[1] == "easter" else EASTER_ORTHODOX) + timedelta(days=int(m[2]))
    if rule.endswith(" after thanksgiving"):
        thanksgiving = _nth_weekday(year, 11, 3, "4")
        ahead = (_WEEKDAYS.index(rule[:3]) - 3) % 7
        return thanksgiving + timedelta(days=ahead) if thanksgiving else None
    return None


def _nth_weekday(year: int, month: int, weekday: int, nth: str) -> date | None:
    first = day_or_none(year, month, 1)
    if first is None:
        return None
    day = first + timedelta(days=(weekday - first.weekday()) % 7)
    if nth == "last":
        while (later := day + timedelta(days=7)).month == month:
            day = later
        return day
    return day + timedelta(days=7 * (int(nth) - 1))
