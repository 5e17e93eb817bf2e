"""Dates that the words state by the calendar, with the year from the context where they leave it out.

Each function takes the finder's slots and the `Context` and returns the TIMEX3 value and its basis.
"""

from __future__ import annotations

from datetime import date

from core.model import DateInterval
from core.resolve.calendar import add_days, add_months, day_or_none, interval_of, season_start
from core.resolve.date_context import (
    ANCHORED,
    RELATIVE,
    STATED,
    STEP,
    UNKNOWN_DAY,
    UNRESOLVED,
    Context,
    Resolved,
    Slots,
    clocked,
    iso,
    year_of,
)
from core.resolve.named_days import named_days

_LATEST_WITHOUT_DCT = 2030  # “'82” without a publication day is read as the latest such year up to this one


def full_year(two_digits: int, context: Context) -> int:
    """The year of `'82`: the latest not more than a year after the dct, or a generation after a history's day."""
    limit = context.dct.year + 1 if context.dct else _LATEST_WITHOUT_DCT
    if context.narrative and context.reference_day:
        limit = context.reference_day.year + 30
    return limit - (limit - two_digits) % 100


def slash(slots: Slots, context: Context) -> Resolved:
    """20/08/2021 in the article's own order; where none is known, the reading that is not in the future.

    Where both readings are possible and nothing tells, only the year is certain.
    """
    text = str(slots["slash"])
    parts = text.replace(".", "/").split("/")
    if len(parts) != 3:
        return "", UNRESOLVED
    first, second, last = map(int, parts)
    if len(parts[0]) == 4:
        return iso(day_or_none(first, second, last)), STATED
    year = last if len(parts[2]) == 4 else full_year(last, context)
    readings = [day_or_none(year, first, second), day_or_none(year, second, first)]
    if "." in text or context.day_first is not None:
        return iso(readings["." in text or bool(context.day_first)]), STATED
    possible = {r for r in readings if r}
    if context.dct and len(possible) > 1:
        possible = {r for r in possible if r <= context.dct} or possible
    return (iso(possible.pop()) if len(possible) == 1 else f"{year:04d}" if possible else ""), STATED


def day(slots: Slots, context: Context) -> Resolved:
    """The 15th of August, with or without a year; “the Sept. 11 attacks” bring theirs with them."""
    month_, number = int(slots["m"]), int(slots["day"])
    year, basis = year_of(slots), STATED
    if year is None and "rel" in slots:
        year, basis = context.related_year(str(slots["rel"])), RELATIVE
    known = day_or_none(int(slots["known"]), month_, number) if "known" in slots else None
    if year is None and known and (context.dct is None or known <= context.dct):
        year = known.year
    if year is not None:
        return clocked(slots, iso(day_or_none(year, month_, number))), basis
    found = context.nearest([d for y in context.years_around() if (d := day_or_none(y, month_, number))])
    if found is None:
        possible = day_or_none(2000, month_, number)
        return clocked(slots, f"XXXX-{month_:02d}-{number:02d}") if possible else "", UNRESOLVED
    return clocked(slots, iso(found)), STATED


def monthday(slots: Slots, context: Context) -> Resolved:
    """The 15th: of the month that the text has come to, else of the dct's or the one before; “of this month”."""
    number = int(slots["day"])
    if "rel" in slots:
        first = add_months(context.dct, STEP[str(slots["rel"])]) if context.dct and slots["u"] == "M" else None
        return iso(first and day_or_none(first.year, first.month, number)), RELATIVE
    reference = context.reference_day
    if reference:
        return iso(day_or_none(reference.year, reference.month, number)), ANCHORED
    if context.dct is None:
        return "", UNRESOLVED
    firsts = [f for step in (-1, 0, 1) if (f := add_months(context.dct, step))]
    return iso(context.nearest([d for f in firsts if (d := day_or_none(f.year, f.month, number))])), RELATIVE


def month(slots: Slots, context: Context) -> Resolved:
    """August, last October, late May 2008."""
    number, year, basis = int(slots["m"]), year_of(slots), STATED
    if year is None and "rel" in slots:
        year, basis = context.related_year(str(slots["rel"])), RELATIVE
    if year is None and "rel" not in slots:
        candidates = [d for y in context.years_around() if (d := day_or_none(y, number, 1))]
        relation = str(slots.get("mrel", ""))
        found = _directed(candidates, relation, context.base) if relation else context.nearest(candidates, 1)
        year = found.year if found else None
    return (f"{year:04d}-{number:02d}", basis) if year else (f"XXXX-{number:02d}", UNRESOLVED)


def _directed(candidates: list[date], relation: str, base: date | None) -> date | None:
    """“last October”, “next May”, “this January”."""
    if base is None:
        return None
    this = base.replace(day=1)
    if STEP[relation] < 0:
        return max((c for c in candidates if c < this), default=None)
    if STEP[relation] > 0:
        return min((c for c in candidates if c > this), default=None)
    return next((c for c in candidates if c.year == base.year), None)


def nth(slots: Slots, context: Context) -> Resolved:
    """The last day of 2012, the first month of 2011; of a week in a month, the month (the modifier says which)."""
    number, unit = int(slots["nth"]), str(slots["u"])
    if "y2" in slots:
        whole, basis = f"{int(slots['y2']):04d}", STATED
    else:
        whole, basis = month({k: v for k, v in slots.items() if k in {"m", "y"}}, context)
    days = interval_of(whole)
    if unit == "D" and days.start and days.end:
        found = days.end if number < 0 else add_days(days.start, number - 1)
        return iso(found if found and found <= days.end else None), STATED
    if unit == "M" and len(whole) == 4:
        return f"{whole}-{12 if number < 0 else min(number, 12):02d}", STATED
    return whole, basis


def holiday(slots: Slots, context: Context) -> Resolved:
    """Christmas, Easter Monday, Ramadan, Thanksgiving 2010."""
    rule, year = str(slots["h"]), year_of(slots)
    if year is None and "yrel" in slots:
        year = context.related_year(str(slots["yrel"]))
    if year is not None:
        return clocked(slots, _spread(next(iter(named_days(rule, year)), None))), STATED
    candidates = {d.start: d for y in context.years_around() for d in named_days(rule, y) if d.start}
    relation, base = str(slots.get("rel", "")), context.base
    if relation in {"LAST", "NEXT"} and base:
        side = [c for c in candidates if (c < base if relation == "LAST" else c > base)]
        found = (max if relation == "LAST" else min)(side, default=None)
    else:
        found = context.nearest(list(candidates))
    return (clocked(slots, _spread(candidates[found])), STATED) if found else (UNKNOWN_DAY, UNRESOLVED)


def _spread(days: DateInterval | None) -> str:
    """A day, or the first and the last with a stroke between."""
    if days is None or days.start is None or days.end is None:
        return ""
    return iso(days.start) if days.start == days.end else f"{iso(days.start)}/{iso(days.end)}"


def quarter(slots: Slots, context: Context) -> Resolved:
    """The third quarter of 2008, Q3, the fourth quarter."""
    part = str(slots["qn"]) if "qn" in slots else f"Q{slots['q']}"
    if part not in {"Q1", "Q2", "Q3", "Q4", "H1", "H2"}:
        return "", UNRESOLVED
    year = year_of(slots)
    if year is None and "rel" in slots:
        year = context.related_year(str(slots["rel"]))
    if year is None:
        size = 3 if part[0] == "Q" else 6
        found = context.nearest([date(y, size * (int(part[1]) - 1) + 1, 1) for y in context.years_around()], size)
        year = found.year if found else None
    return (f"{year:04d}-{part}", STATED) if year else (f"XXXX-{part}", UNRESOLVED)


def half(slots: Slots, context: Context) -> Resolved:
    """The first half of 2008, of the year, of March."""
    if "m" in slots:
        return month(slots, context)
    year = year_of(slots) or context.related_year(str(slots.get("rel", "THIS")))
    if year is None or slots["half"] not in {1, 2}:
        return "", UNRESOLVED
    return f"{year:04d}-H{slots['half']}", STATED


def season(slots: Slots, context: Context) -> Resolved:
    """The spring of 1776, last summer, winter."""
    part, year = str(slots["s"]), year_of(slots)
    if year is None and "yrel" in slots:
        year = context.related_year(str(slots["yrel"]))
    if year is None:
        found = _season(part, str(slots.get("rel", "")), context)
        year = found.year if found else None
    return (f"{year:04d}-{part}", STATED) if year else (f"XXXX-{part}", UNRESOLVED)


def _season(part: str, relation: str, context: Context) -> date | None:
    """The last season that is over, the next that has not begun, this year's, or the nearest."""
    base = context.base
    if relation in {"THAT", "FOLLOWING", "PREVIOUS"}:
        base = context.reference_day or base
    if base is None:
        return None
    candidates = [season_start(y, part) for y in range(max(base.year - 1, 1), min(base.year + 2, 9999))]
    if not relation:
        return context.nearest(candidates, 3)
    if STEP[relation] < 0:
        return max((c for c in candidates if (end := add_months(c, 3)) and end <= base), default=None)
    if STEP[relation] > 0:
        return min((c for c in candidates if c > base), default=None)
    return min(candidates, key=lambda c: abs((c - base).days + 45), default=None)


def decade(slots: Slots, context: Context) -> Resolved:
    """The 1990s, the 80s."""
    text = str(slots["d"])
    return (f"{full_year(int(text), context):04d}" if len(text) == 2 else text)[:3], STATED


def year(slots: Slots, context: Context) -> Resolved:
    """2008, 490 BC, '82, the end of 1914–18, fiscal 2009."""
    if "yy" in slots:
        whole = (
            f"{str(slots['y'])[:-2]}{slots['yy']}" if "y" in slots else f"{full_year(int(slots['yy']), context):04d}"
        )
        return whole, STATED
    prefix = "FY" if "fiscal" in slots else slots.get("era", "")
    return f"{prefix}{int(slots['y']):04d}", STATED
