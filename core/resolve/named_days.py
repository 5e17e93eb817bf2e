"""Days with a name: from the lexicon's rule and a year to the days."""

from __future__ import annotations

import re
from datetime import date, timedelta

from dateutil.easter import EASTER_ORTHODOX, EASTER_WESTERN, easter
from hijridate import Gregorian, Hijri

from core.model import DateInterval
from core.resolve.calendar import day_or_none

_WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_NTH = re.compile(r"(\d|last)\w* (\w{3}) (\d+)(?: ([+-]\d+))?")
_EASTER = re.compile(r"(easter|orthodox) ([+-]\d+)")
_HIJRI = re.compile(r"hijri (\d+)(?:-(\d+))?")
_EASTER_YEARS = range(1583, 4100)  # the Gregorian calendar's, as far as the algorithm is proven


def named_days(rule: str, year: int) -> tuple[DateInterval, ...]:
    """The days that `rule` names in `year`, in order; none where it names none.

    A rule is `MM-DD`; `4th thu 11` (the fourth Thursday of November), `last mon 5`, either with days to add
    (`4th thu 11 +1`); `easter -2` (days from Easter Sunday) or `orthodox +0`; `hijri 9` (the ninth month of
    the Islamic year by the Umm al-Qura calendar, a day or two off where the moon is sighted) or `hijri 10-1`.
    """
    if m := _HIJRI.fullmatch(rule):
        return _hijri(int(m[1]), int(m[2]) if m[2] else None, year)
    day = _single(rule, year)
    return (DateInterval(day, day),) if day else ()


def _single(rule: str, year: int) -> date | None:
    if re.fullmatch(r"\d\d-\d\d", rule):
        return day_or_none(year, int(rule[:2]), int(rule[3:]))
    if m := _NTH.fullmatch(rule):
        day = _nth_weekday(year, int(m[3]), _WEEKDAYS.index(m[2]), m[1])
        return day + timedelta(days=int(m[4] or 0)) if day else None
    if (m := _EASTER.fullmatch(rule)) and year in _EASTER_YEARS:
        sunday: date = easter(year, EASTER_WESTERN if m[1] == "easter" else EASTER_ORTHODOX)
        return sunday + timedelta(days=int(m[2]))
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


def _hijri(month: int, day: int | None, year: int) -> tuple[DateInterval, ...]:
    """The days of an Islamic month, or its one day, that begin in `year`; none outside the calendar's tables."""
    found = []
    try:
        around = Gregorian(year, 1, 1).to_hijri().year
        for hijri_year in (around, around + 1):
            first = Hijri(hijri_year, month, day or 1)
            start = date(*first.to_gregorian().datetuple())
            end = start if day else start + timedelta(days=first.month_length() - 1)
            if start.year == year:
                found.append(DateInterval(start, end))
    except OverflowError:
        return tuple(found)
    return tuple(found)
