"""Arithmetic on the calendar: TIMEX3 values to intervals of days, and days to values, units and back."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta

from core.model import DateInterval

UNKNOWN = DateInterval()
_SEASON_STARTS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}  # meteorological, northern: March, June, September, December
_THIRDS = {"START": (0, 1), "MID": (1, 2), "END": (2, 3)}


def day_or_none(year: int, month: int, day: int) -> date | None:
    """The day, or None where the calendar has no such day."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def add_days(day: date, days: int) -> date | None:
    """`day` moved by `days`, or None outside the years 1 to 9999."""
    try:
        return day + timedelta(days=days)
    except OverflowError:
        return None


def add_months(day: date, months: int) -> date | None:
    """The first day of the month that lies `months` after that of `day`, or None outside the years 1 to 9999."""
    number = day.year * 12 + day.month - 1 + months
    return day_or_none(number // 12, number % 12 + 1, 1)


def week_value(day: date) -> str:
    """The ISO week that holds `day`, as `YYYY-Www`."""
    year, week, _ = day.isocalendar()
    return f"{year:04d}-W{week:02d}"


def quarter_of(day: date) -> int:
    """1 for January to March … 4 for October to December."""
    return (day.month + 2) // 3


def season_start(year: int, season: str) -> date:
    """The first day of SP, SU, FA or WI of `year`; a winter belongs to the year of its December."""
    return date(year, _SEASON_STARTS[season], 1)


def months(year: int, month: int, count: int) -> DateInterval:
    """`count` whole months from `month` of `year` on; unknown where they leave the calendar."""
    first = day_or_none(year, month, 1)
    after = first and add_months(first, count)
    return DateInterval(first, after - timedelta(days=1)) if first and after else UNKNOWN


def interval_of(value: str, mod: str = "") -> DateInterval:
    """The days that a TIMEX3 value names, narrowed to a third by the modifiers START, MID and END.

    `2021-08-15/..` is open at its end. A value that names no days of the calendar (a duration, a set,
    PAST_REF, XXXX, BC) gives an interval without bounds.
    """
    if "/" in value:
        first, _, last = value.partition("/")
        try:
            return DateInterval(interval_of(first).start, interval_of(last).end)
        except ValueError:
            return UNKNOWN
    whole = _interval(value)
    return _narrow(whole, mod) if mod in _THIRDS else whole


def _interval(value: str) -> DateInterval:
    for form, read in _FORMS:
        if m := form.fullmatch(value):
            return read(m)
    return UNKNOWN


def _day(m: re.Match[str]) -> DateInterval:
    day = day_or_none(int(m[1]), int(m[2]), int(m[3]))
    return DateInterval(day, day)


def _part(m: re.Match[str]) -> DateInterval:
    year, part = int(m[1]), m[2]
    if part in _SEASON_STARTS:
        return months(year, _SEASON_STARTS[part], 3)
    size = 3 if part[0] == "Q" else 6
    return months(year, size * (int(part[1]) - 1) + 1, size)


def _years(m: re.Match[str]) -> DateInterval:
    """A decade (`199`) or century (`19`)."""
    number, size = int(m[0]), int(10 ** (4 - len(m[0])))
    return DateInterval(day_or_none(max(number * size, 1), 1, 1), day_or_none(number * size + size - 1, 12, 31))


def _week(m: re.Match[str]) -> DateInterval:
    try:
        monday = date.fromisocalendar(int(m[1]), int(m[2]), 1)
    except ValueError:
        return UNKNOWN
    part = m[3] or ""
    offset, days = (5, 2) if part == "-WE" else (int(part[1]) - 1, 1) if part else (0, 7)
    first, last = add_days(monday, offset), add_days(monday, offset + days - 1)
    return DateInterval(first, last) if first and last else UNKNOWN


_FORMS: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], DateInterval]], ...] = (
    (re.compile(r"(\d{4})-(\d\d)-(\d\d)(?:T.*)?"), _day),
    (re.compile(r"(\d{4})-W(\d\d)(-WE|-[1-7])?(?:T.*)?"), _week),
    (re.compile(r"(\d{4})-(SP|SU|FA|WI|Q[1-4]|H[12])"), _part),
    (re.compile(r"(\d{4})-(\d\d)"), lambda m: months(int(m[1]), int(m[2]), 1)),
    (re.compile(r"\d{4}"), lambda m: months(int(m[0]), 1, 12)),
    (re.compile(r"\d{2,3}"), _years),
)


def _narrow(whole: DateInterval, mod: str) -> DateInterval:
    """The first, middle or last third of an interval of at least three days (rounded outwards)."""
    if whole.start is None or whole.end is None or (whole.end - whole.start).days < 2:
        return whole
    length = (whole.end - whole.start).days + 1
    low, high = _THIRDS[mod]
    first = whole.start + timedelta(days=length * low // 3)
    last = whole.start + timedelta(days=-(-length * high // 3) - 1)
    return DateInterval(first, last)


def precision_of(interval: DateInterval) -> int | None:
    """UCDP's date_prec: 1 a day, 2 two to six days, 3 a week, 4 a month (8 to 31 days), 5 longer or open."""
    if not interval.known:
        return None
    if interval.start is None or interval.end is None:
        return 5
    days = (interval.end - interval.start).days + 1
    return next((precision for limit, precision in ((1, 1), (6, 2), (7, 3), (31, 4)) if days <= limit), 5)
