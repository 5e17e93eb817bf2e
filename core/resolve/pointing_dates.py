"""Dates that point: from the publication (“yesterday”, “last week”) or from another date (“two days later”).

Each function takes the finder's slots and the `Context` and returns the TIMEX3 value and its basis.
"""

from __future__ import annotations

from datetime import date

from core.resolve.calendar import add_days, add_months, interval_of, quarter_of, week_value
from core.resolve.date_context import (
    ANCHORED,
    RELATIVE,
    STEP,
    UNKNOWN_DAY,
    UNRESOLVED,
    Context,
    Resolved,
    Slots,
    clocked,
    iso,
)

_BACK = frozenset({"LAST", "PAST", "PREVIOUS"})
_ON = frozenset({"NEXT", "FOLLOWING"})
_MANY = 100_000  # units; more than this is no date of the calendar
_DIGITS = {"DE": 3, "CE": 2}  # of the year in the value of a decade, of a century
_MONTHS = {"M": 1, "Q": 3, "Y": 12, "DE": 120, "CE": 1200}


def moved(start: date, count: int, unit: str) -> str:
    """The value of the unit that lies `count` units from `start`; "" outside the calendar."""
    if unit in {"D", "W", "F", "WE"}:
        day = add_days(start, count * {"D": 1, "F": 14}.get(unit, 7))
        return "" if day is None else iso(day) if unit == "D" else week_value(day) + ("-WE" if unit == "WE" else "")
    first = add_months(start, count * _MONTHS[unit]) if unit in _MONTHS else None
    if first is None:
        return ""
    if unit == "Q":
        return f"{first.year:04d}-Q{quarter_of(first)}"
    return f"{first.year:04d}-{first.month:02d}" if unit == "M" else f"{first.year:04d}"[: _DIGITS.get(unit, 4)]


def weekday(slots: Slots, context: Context) -> Resolved:
    """Friday, last Friday, Friday night, Friday last week.

    A bare weekday is the last one up to the dct, or the next from it on where the tense is future.
    """
    number, relation = int(slots["wd"]), str(slots.get("rel", ""))
    base = (context.reference_day if context.narrative else None) or context.dct
    if relation in {"FOLLOWING", "PREVIOUS", "THAT"}:
        base = context.reference_day or context.dct
    if base is None:
        return clocked(slots, f"XXXX-WXX-{number}"), UNRESOLVED
    ahead = (number - base.isoweekday()) % 7
    if "wrel" in slots:
        days = 7 * STEP[str(slots["wrel"])] + number - base.isoweekday()
    elif relation in _ON:
        days = ahead or 7
    elif relation in _BACK:
        days = ahead - 7
    elif context.narrative or context.tense > 0:
        days = ahead
    else:
        days = ahead - 7 if ahead else 0
    return clocked(slots, iso(add_days(base, days))), RELATIVE


def weekend(slots: Slots, context: Context) -> Resolved:
    """This weekend, last and next; “the weekend” is the one before unless the tense is future or it is running."""
    base = context.base
    if base is None:
        return "XXXX-WXX-WE", UNRESOLVED
    relation = str(slots.get("rel", ""))
    step = STEP.get(relation, 0)
    if not relation and context.tense <= 0 and base.isoweekday() < 6:
        step = -1
    return moved(base, step, "WE"), RELATIVE


def ago(slots: Slots, context: Context) -> Resolved:
    """Two days ago, a year ago; “several years ago” is the past without a number; in a history, from where it is."""
    if context.narrative:
        return _shifted(slots, -1, context.reference_day, ANCHORED)
    return _shifted(slots, -1, context.dct, RELATIVE)


def shift(slots: Slots, context: Context) -> Resolved:
    """Two days later, a year earlier: from the running reference; “earlier” without one, from the dct."""
    direction = int(slots.get("dir") or slots["dir2"])
    base = (context.last_day if slots["u"] == "D" else None) or context.reference_day
    if base is None and direction < 0:
        return _shifted(slots, direction, context.dct, RELATIVE)
    if base == context.reference_day and _finer(str(slots["u"]), context.reference):
        return UNKNOWN_DAY, UNRESOLVED
    return _shifted(slots, direction, base, ANCHORED)


def _finer(unit: str, value: str) -> bool:
    """Whether a unit is finer than a date by the year or month: “two weeks later” after “in 2012” names no week."""
    return (len(value) == len("2012") and unit in {"D", "W", "F", "M"}) or (
        len(value) == len("2012-05") and unit in {"D", "W", "F"}
    )


def _shifted(slots: Slots, direction: int, base: date | None, basis: str) -> Resolved:
    unit = str(slots["u"])
    count = 0.0 if slots.get("n") == "X" else float(slots.get("n", 1)) + (0.5 if "half" in slots else 0)
    if not 0 < count < _MANY:
        return "PAST_REF" if direction < 0 else "FUTURE_REF", UNRESOLVED
    if base is None:
        return UNKNOWN_DAY, UNRESOLVED
    if unit.startswith("T"):
        return f"{iso(base)}TXX", basis
    if count != int(count) and unit in {"Y", "DE"}:
        count, unit = (count * 12, "M") if unit == "Y" else (count * 10, "Y")
    value = moved(base, direction * int(count), unit)
    return (value, basis) if value else (UNKNOWN_DAY, UNRESOLVED)


def theday(slots: Slots, context: Context) -> Resolved:
    """The day: the one last named, else the dct."""
    day = context.last_day or context.dct
    return (iso(day) if slots["dayu"] == "D" else ""), ANCHORED if context.last_day else RELATIVE


def dayshift(slots: Slots, context: Context) -> Resolved:
    """The day before, the week after."""
    base = context.last_day or context.reference_day
    value = moved(base, int(slots["dir2"]), str(slots["dayu"])) if base else ""
    return (value, ANCHORED) if value else (UNKNOWN_DAY, UNRESOLVED)


def partshift(slots: Slots, context: Context) -> Resolved:
    """The night before."""
    day = iso(add_days(context.last_day, int(slots["dir2"]))) if context.last_day else ""
    return (f"{day}T{slots['part']}", ANCHORED) if day else (f"{UNKNOWN_DAY}T{slots['part']}", UNRESOLVED)


def today(slots: Slots, context: Context) -> Resolved:
    """Today, yesterday morning, the day after tomorrow; in a history they point to nobody's day."""
    if context.dct is None or context.narrative:
        return "PRESENT_REF" if slots["t"] == 0 else UNKNOWN_DAY, UNRESOLVED
    return clocked(slots, iso(add_days(context.dct, int(slots["t"])))), RELATIVE


def nightword(slots: Slots, context: Context) -> Resolved:
    """Tonight; overnight is the night before the publication."""
    day = iso(add_days(context.dct, int(slots["night"]))) if context.dct and not context.narrative else ""
    return f"{day or UNKNOWN_DAY}T{slots.get('clock', 'NI')}", RELATIVE if day else UNRESOLVED


def relpart(slots: Slots, context: Context) -> Resolved:
    """This morning, last night, the following night, that evening."""
    relation = str(slots["rel"])
    pointing = relation in {"THIS", "LAST"} and not context.narrative
    base = context.dct if pointing else context.last_day or (None if context.narrative else context.dct)
    day = iso(add_days(base, STEP[relation])) if base else ""
    basis = UNRESOLVED if not day else ANCHORED if context.last_day and not pointing else RELATIVE
    return f"{day or UNKNOWN_DAY}T{slots['part']}", basis


def relunit(slots: Slots, context: Context) -> Resolved:
    """Last week, the following day, this year, the end of the year, earlier this month."""
    relation, unit = str(slots.get("rel", "THIS")), str(slots["u"])
    if unit.startswith("T"):
        return "", UNRESOLVED
    of_text = relation in {"THAT", "PREVIOUS", "FOLLOWING"} or (relation == "NEXT" and unit == "D")
    anchored = context.narrative or of_text
    base = (context.reference_day if anchored else None) or (None if context.narrative else context.dct)
    if unit == "D":
        base = _base_of_day(context, anchored=anchored)
    if base is None:
        return UNKNOWN_DAY, UNRESOLVED
    value = moved(base, STEP[relation], unit)
    return value, ANCHORED if anchored and context.reference else RELATIVE


def _base_of_day(context: Context, *, anchored: bool) -> date | None:
    """What “the next day” and “earlier in the day” point from; never the dct for a day of the text."""
    if anchored:
        return context.last_day or (context.reference_day if context.narrative else None)
    return context.same_day or context.dct


def clock(slots: Slots, context: Context) -> Resolved:
    """18:00 UTC, in the morning: on the day at hand."""
    day = context.day_at_hand
    basis = UNRESOLVED if not day else ANCHORED if context.narrative or context.near_day else RELATIVE
    return clocked(slots, iso(day) or UNKNOWN_DAY), basis


def since(slots: Slots, context: Context) -> Resolved:
    """Since then: open from the running reference on."""
    start = interval_of(context.reference).start if "THEN" in slots and context.reference else None
    return (f"{start.isoformat()}/..", ANCHORED) if start else ("PAST_REF", UNRESOLVED)
