"""What each kind of date expression denotes: from the finder's slots and the context to a TIMEX3 value.

One function a kind, named as the finder names it. Each takes the slots and the `Context` and returns
`(value, basis)`; basis says whether the words state the date, point from the publication, or from another date.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from core.lexicon.timex import Value
from core.resolve.calendar import (
    add_days,
    add_months,
    day_or_none,
    interval_of,
    quarter_of,
    season_start,
    week_value,
)
from core.resolve.named_days import named_day

Slots = dict[str, Value]
Resolved = tuple[str, str]
STATED, RELATIVE, ANCHORED, UNRESOLVED = "stated", "relative", "anchored", "unresolved"


@dataclass(slots=True)
class Context:
    """What the text offers to point from.

    Args:
        dct: The publication day (of the post, inside one), or None.
        narrative: Whether the text tells a history, whose dates follow each other rather than the dct.
        tense: -1 past, 1 future, 0 not told, of the words around the expression.
        reference: The value of the date that the text has come to, or "".
        last_day: The last day that the text named, or None.
        same_day: The last day that the same sentence named, or None.
        day_first: Whether the article writes 20/08/2021; None where it does not tell.
    """

    dct: date | None
    narrative: bool
    tense: int = 0
    reference: str = ""
    last_day: date | None = None
    same_day: date | None = None
    day_first: bool | None = None

    @property
    def reference_day(self) -> date | None:
        """The first day of the running reference."""
        return interval_of(self.reference).start if self.reference else None

    @property
    def base(self) -> date | None:
        """The day that a date without a year is near to: the running reference in a history, else the dct."""
        return self.reference_day or None if self.narrative else self.dct


def _day(day: date | None) -> str:
    return day.isoformat() if day else ""


def _year(slots: Slots) -> int | None:
    return int(slots["y"]) if "y" in slots else None


def _nearest(candidates: list[date], context: Context, length: int = 0) -> date | None:
    """The candidate that tense and base choose: the last begun, the first not over, or the nearest.

    Args:
        length: The months of the period that each candidate begins; 0 for single days.
    """
    base = context.base
    if base is None or not candidates:
        return None
    if context.narrative:
        return min(candidates, key=lambda c: (abs(c.year - base.year), c))
    begun = [c for c in candidates if c <= base]
    ahead = [c for c in candidates if c >= base or (length and (add_months(c, length) or c) > base)]
    if context.tense > 0 and ahead:
        return min(ahead)
    if context.tense < 0 and begun:
        return max(begun)
    return min(candidates, key=lambda c: abs((c - base).days) * (1 if c <= base else 2))


def _years_around(context: Context) -> range:
    base = context.base
    return range(max(base.year - 1, 1), min(base.year + 2, 9999)) if base else range(0)


def _related_year(rel: str, context: Context) -> int | None:
    """The year of “last year”, “the same year” and so on."""
    if rel in {"THAT", "PREVIOUS", "FOLLOWING"} or context.narrative:
        day = context.reference_day or context.dct
    else:
        day = context.dct
    return day.year + _STEP[rel] if day else None


_STEP = {"THIS": 0, "THAT": 0, "LAST": -1, "PREVIOUS": -1, "PAST": -1, "NEXT": 1, "FOLLOWING": 1}


def _clocked(slots: Slots, value: str) -> str:
    """`value` with the clock time or the part of the day that the slots give."""
    time = slots.get("clock") or slots.get("lateclock") or slots.get("part") or slots.get("lastpart")
    return f"{value}T{time}" if time and value else value


def iso(slots: Slots, context: Context) -> Resolved:
    """2021-08-20."""
    text = str(slots.get("iso") or slots.get("FAMOUSDAY"))
    date_part, _, time = text.partition("T")
    numbers = [int(n) for n in date_part.split("-")]
    day = day_or_none(numbers[0], numbers[1], numbers[2])
    return (f"{_day(day)}T{time}" if time else _day(day)) if day else "", STATED


def slash(slots: Slots, context: Context) -> Resolved:
    """20/08/2021 in the article's own order; where that is not known, the reading that is not in the future."""
    text = str(slots["slash"])
    parts = text.replace(".", "/").split("/")
    if len(parts) != 3:
        return "", UNRESOLVED
    first, second, last = (int(p) for p in parts)
    if len(parts[0]) == 4:
        return _day(day_or_none(first, second, last)), STATED
    year = last if len(parts[2]) == 4 else _full_year(last, context)
    month_first, day_first = day_or_none(year, first, second), day_or_none(year, second, first)
    if "." in text or context.day_first:
        return _day(day_first), STATED
    if context.day_first is False or month_first is None or day_first is None:
        return _day(month_first or day_first), STATED
    if month_first == day_first:
        return _day(month_first), STATED
    if context.dct and (month_first <= context.dct) != (day_first <= context.dct):
        return _day(min(month_first, day_first)), STATED
    return f"{year:04d}", STATED


def _full_year(two_digits: int, context: Context) -> int:
    """The year of `'82`: the latest that is not more than a year after the dct (2030 without one)."""
    limit = context.dct.year + 1 if context.dct else 2030
    if context.narrative and context.reference_day:
        limit = context.reference_day.year + 30
    return limit - (limit - two_digits) % 100


def day(slots: Slots, context: Context) -> Resolved:
    """The 15th of August, with or without a year."""
    month, number = int(slots["m"]), int(slots["day"])
    year = _year(slots)
    basis = STATED
    if year is None and "rel" in slots:
        year, basis = _related_year(str(slots["rel"]), context), RELATIVE
    if year is not None:
        return _clocked(slots, _day(day_or_none(year, month, number))), basis
    candidates = [d for y in _years_around(context) if (d := day_or_none(y, month, number))]
    found = _nearest(candidates, context)
    if found is None:
        possible = day_or_none(2000, month, number)
        return _clocked(slots, f"XXXX-{month:02d}-{number:02d}") if possible else "", UNRESOLVED
    return _clocked(slots, _day(found)), STATED


def monthday(slots: Slots, context: Context) -> Resolved:
    """The 15th: of the month of the running reference or of the dct, in the past unless the tense is future."""
    base = context.reference_day or context.dct
    if base is None:
        return "", UNRESOLVED
    number = int(slots["day"])
    if "rel" in slots:
        first = add_months(context.dct or base, _STEP[str(slots["rel"])]) if slots["u"] == "M" else None
        return _day(first and day_or_none(first.year, first.month, number)), RELATIVE
    firsts = [add_months(base, step) for step in ((0,) if context.reference_day else (-1, 0, 1))]
    candidates = [d for f in firsts if f and (d := day_or_none(f.year, f.month, number))]
    if context.reference_day:
        return _day(candidates[0]) if candidates else "", ANCHORED
    return _day(_nearest(candidates, context)), RELATIVE


def month(slots: Slots, context: Context) -> Resolved:
    """August, last October, late May 2008."""
    number = int(slots["m"])
    year = _year(slots)
    if year is not None:
        return f"{year:04d}-{number:02d}", STATED
    if "rel" in slots:
        year = _related_year(str(slots["rel"]), context)
        return (f"{year:04d}-{number:02d}", RELATIVE) if year else (f"XXXX-{number:02d}", UNRESOLVED)
    candidates = [d for y in _years_around(context) if (d := day_or_none(y, number, 1))]
    relation = str(slots.get("mrel", ""))
    if relation and context.base:
        found = _directed(candidates, relation, context.base)
    else:
        found = _nearest(candidates, context, 1)
    return (f"{found.year:04d}-{number:02d}", STATED) if found else (f"XXXX-{number:02d}", UNRESOLVED)


def _directed(candidates: list[date], relation: str, base: date) -> date | None:
    """“last October”, “next May”, “this January”."""
    if _STEP[relation] < 0:
        return max((c for c in candidates if (c.year, c.month) < (base.year, base.month)), default=None)
    if _STEP[relation] > 0:
        return min((c for c in candidates if (c.year, c.month) > (base.year, base.month)), default=None)
    return next((c for c in candidates if c.year == base.year), None)


def weekday(slots: Slots, context: Context) -> Resolved:
    """Friday, last Friday, Friday night, Friday last week."""
    number = int(slots["wd"])
    base = (context.reference_day if context.narrative else None) or context.dct
    relation, week = str(slots.get("rel", "")), str(slots.get("wrel", ""))
    if relation in {"FOLLOWING", "PREVIOUS", "THAT"}:
        base = context.reference_day or context.dct
    if base is None:
        return _clocked(slots, f"XXXX-WXX-{number}"), UNRESOLVED
    if week:
        found = add_days(base, 7 * _STEP[week] + number - base.isoweekday())
    elif relation in {"NEXT", "FOLLOWING"}:
        found = add_days(base, (number - base.isoweekday() - 1) % 7 + 1)
    elif relation in {"LAST", "PAST", "PREVIOUS"}:
        found = add_days(base, -((base.isoweekday() - number - 1) % 7 + 1))
    elif context.narrative or context.tense > 0:
        found = add_days(base, (number - base.isoweekday()) % 7)
    else:
        found = add_days(base, -((base.isoweekday() - number) % 7))
    return _clocked(slots, _day(found)), RELATIVE


def nth(slots: Slots, context: Context) -> Resolved:
    """The last day of 2012, the first week of March: a day exactly, a longer part by the modifier."""
    number, unit = int(slots["nth"]), str(slots["u"])
    if "y2" in slots:
        whole = f"{int(slots['y2']):04d}"
    else:
        whole, basis = month({k: v for k, v in slots.items() if k in {"m", "y"}}, context)
        if basis == UNRESOLVED:
            return whole, basis
    days = interval_of(whole)
    if unit == "D" and days.start and days.end:
        found = add_days(days.end, 0) if number < 0 else add_days(days.start, number - 1)
        return _day(found if found and found <= days.end else None), STATED
    if unit == "M" and len(whole) == 4:
        return f"{whole}-{12 if number < 0 else min(number, 12):02d}", STATED
    return whole, STATED


def weekend(slots: Slots, context: Context) -> Resolved:
    """The weekend, this weekend: the one that tense and publication choose; last and next ones."""
    base = context.base
    if base is None:
        return "XXXX-WXX-WE", UNRESOLVED
    saturday = add_days(base, 6 - base.isoweekday())
    relation = str(slots.get("rel", ""))
    step = _STEP.get(relation, 0)
    if not relation and context.tense <= 0 and base.isoweekday() < 6:
        step = -1
    found = add_days(saturday, 7 * step) if saturday else None
    return (f"{week_value(found)}-WE", RELATIVE) if found else ("", UNRESOLVED)


def holiday(slots: Slots, context: Context) -> Resolved:
    """Christmas, Easter Monday, Thanksgiving 2010."""
    rule, year = str(slots["h"]), _year(slots)
    if year is None and "yrel" in slots:
        year = _related_year(str(slots["yrel"]), context)
    if year is not None:
        return _clocked(slots, _day(named_day(rule, year))), STATED
    candidates = [d for y in _years_around(context) if (d := named_day(rule, y))]
    relation = str(slots.get("rel", ""))
    if relation in {"LAST", "NEXT"} and context.base:
        base = context.base
        side = [c for c in candidates if (c < base if relation == "LAST" else c > base)]
        found = (max if relation == "LAST" else min)(side, default=None)
    else:
        found = _nearest(candidates, context)
    return (_clocked(slots, _day(found)), STATED) if found else ("XXXX-XX-XX", UNRESOLVED)


def quarter(slots: Slots, context: Context) -> Resolved:
    """The third quarter of 2008, Q3, the fourth quarter."""
    part = str(slots["qn"]) if "qn" in slots else f"Q{slots['q']}"
    if part not in {"Q1", "Q2", "Q3", "Q4", "H1", "H2"}:
        return "", UNRESOLVED
    year = _year(slots)
    if year is None and "rel" in slots:
        year = _related_year(str(slots["rel"]), context)
    if year is not None:
        return f"{year:04d}-{part}", STATED
    size = 3 if part[0] == "Q" else 6
    candidates = [date(y, size * (int(part[1]) - 1) + 1, 1) for y in _years_around(context)]
    found = _nearest(candidates, context, size)
    return (f"{found.year:04d}-{part}", STATED) if found else (f"XXXX-{part}", UNRESOLVED)


def half(slots: Slots, context: Context) -> Resolved:
    """The first half of 2008, of the year."""
    year = _year(slots)
    if year is None:
        year = _related_year(str(slots.get("rel", "THIS")), context)
    if year is None or slots["half"] not in {1, 2}:
        return "", UNRESOLVED
    if "m" in slots:
        return f"{year:04d}-{int(slots['m']):02d}", STATED
    return f"{year:04d}-H{slots['half']}", STATED


def season(slots: Slots, context: Context) -> Resolved:
    """The spring of 1776, last summer, winter."""
    part, year = str(slots["s"]), _year(slots)
    if year is None and "yrel" in slots:
        year = _related_year(str(slots["yrel"]), context)
    if year is not None:
        return f"{year:04d}-{part}", STATED
    candidates = [season_start(y, part) for y in _years_around(context)]
    relation = str(slots.get("rel", ""))
    base = context.base
    if relation and base:
        if relation in {"THAT", "FOLLOWING", "PREVIOUS"}:
            base = context.reference_day or base
            candidates = [season_start(y, part) for y in range(max(base.year - 1, 1), min(base.year + 2, 9999))]
        found = _directed_season(candidates, relation, base)
    else:
        found = _nearest(candidates, context, 3)
    return (f"{found.year:04d}-{part}", STATED) if found else (f"XXXX-{part}", UNRESOLVED)


def _directed_season(candidates: list[date], relation: str, base: date) -> date | None:
    """The last season that is over, the next that has not begun, or this year's."""
    if _STEP[relation] < 0:
        over = [c for c in candidates if (end := add_months(c, 3)) and end <= base]
        return max(over, default=None)
    if _STEP[relation] > 0:
        return min((c for c in candidates if c > base), default=None)
    return min(candidates, key=lambda c: abs((c - base).days + 45), default=None)


def decade(slots: Slots, context: Context) -> Resolved:
    """The 1990s, the 80s."""
    text = str(slots["d"])
    if len(text) == 2:
        return str(_full_year(int(text), context))[:3], STATED
    return text[:3], STATED


def century(slots: Slots, context: Context) -> Resolved:
    """The 19th century."""
    if slots["u"] != "CE":
        return "", UNRESOLVED
    number = int(slots["c"]) - 1
    return f"{'BC' if 'era' in slots else ''}{number:02d}", STATED


def year(slots: Slots, context: Context) -> Resolved:
    """2008, 490 BC, '82."""
    if "yy" in slots:
        if "y" in slots:
            return f"{str(slots['y'])[:-2]}{slots['yy']}", STATED
        return f"{_full_year(int(slots['yy']), context):04d}", STATED
    return f"{slots.get('era', '')}{int(slots['y']):04d}", STATED


def _moved(start: date, count: int, unit: str) -> str:
    """The value of the unit that lies `count` units from `start`."""
    if unit in {"D", "W", "F"}:
        moved = add_days(start, count * {"D": 1, "W": 7, "F": 14}[unit])
        return "" if moved is None else _day(moved) if unit == "D" else week_value(moved)
    if unit == "WE":
        moved = add_days(start, 7 * count)
        return week_value(moved) + "-WE" if moved else ""
    size = {"M": 1, "Q": 3, "Y": 12, "DE": 120, "CE": 1200}.get(unit)
    moved = add_months(start, count * size) if size else None
    if moved is None:
        return ""
    if unit == "Q":
        return f"{moved.year:04d}-Q{quarter_of(moved)}"
    return f"{moved.year:04d}-{moved.month:02d}" if unit == "M" else f"{moved.year:04d}"


def _count_of(slots: Slots) -> float | None:
    if slots.get("n") == "X":
        return None
    return float(slots.get("n", 1)) + (0.5 if "half" in slots else 0)


def ago(slots: Slots, context: Context) -> Resolved:
    """Two days ago, a year ago; “several years ago” is the past without a number."""
    return _shifted(slots, -1, context.dct, context, RELATIVE)


def vague(slots: Slots, context: Context) -> Resolved:
    """Years ago, days later."""
    return "FUTURE_REF" if slots["dir"] == 1 else "PAST_REF", UNRESOLVED


def shift(slots: Slots, context: Context) -> Resolved:
    """Two days later, a year earlier: from the running reference."""
    base = (context.last_day if slots["u"] == "D" else None) or context.reference_day
    basis = ANCHORED
    direction = int(slots.get("dir", slots.get("dir2", 0)))
    if base is None and direction == -1:
        base, basis = context.dct, RELATIVE
    return _shifted(slots, direction, base, context, basis)


def _shifted(slots: Slots, direction: int, base: date | None, context: Context, basis: str) -> Resolved:
    count, unit = _count_of(slots), str(slots["u"])
    if count is None:
        return "PAST_REF" if direction < 0 else "FUTURE_REF", UNRESOLVED
    if base is None:
        return "XXXX-XX-XX", UNRESOLVED
    if unit.startswith("T"):
        return f"{_day(base)}TXX", basis
    if count != int(count) and unit in {"Y", "DE"}:
        count, unit = count * (12 if unit == "Y" else 10), "M" if unit == "Y" else "Y"
    if not abs(count) < 100_000:
        return "PAST_REF" if direction < 0 else "FUTURE_REF", UNRESOLVED
    value = _moved(base, direction * int(count), unit)
    return value or "XXXX-XX-XX", basis if value else UNRESOLVED


def theday(slots: Slots, context: Context) -> Resolved:
    """The day: the one last named, in the sentence or before it."""
    if slots["dayu"] != "D":
        return "", UNRESOLVED
    base = context.last_day or context.dct
    return _day(base), ANCHORED


def dayshift(slots: Slots, context: Context) -> Resolved:
    """The day before, the week after."""
    base = context.last_day or context.reference_day
    value = _moved(base, int(slots["dir2"]), str(slots["dayu"])) if base else ""
    return value or "XXXX-XX-XX", ANCHORED if value else UNRESOLVED


def partshift(slots: Slots, context: Context) -> Resolved:
    """The night before."""
    base = context.last_day
    day_value = _day(add_days(base, int(slots["dir2"]))) if base else ""
    return f"{day_value or 'XXXX-XX-XX'}T{slots['part']}", ANCHORED if day_value else UNRESOLVED


def today(slots: Slots, context: Context) -> Resolved:
    """Today, yesterday morning, the day after tomorrow."""
    base = context.dct
    if base is None or context.narrative:
        return "PRESENT_REF" if slots["t"] == 0 else "XXXX-XX-XX", UNRESOLVED
    return _clocked(slots, _day(add_days(base, int(slots["t"])))), RELATIVE


def tonight(slots: Slots, context: Context) -> Resolved:
    """Tonight."""
    day_value = _day(context.dct)
    return (f"{day_value}T{slots.get('clock', 'NI')}", RELATIVE) if day_value else ("XXXX-XX-XXTNI", UNRESOLVED)


def overnight(slots: Slots, context: Context) -> Resolved:
    """Overnight: the night before the publication."""
    before = _day(add_days(context.dct, -1)) if context.dct else ""
    return (f"{before}TNI", RELATIVE) if before else ("XXXX-XX-XXTNI", UNRESOLVED)


def relpart(slots: Slots, context: Context) -> Resolved:
    """This morning, last night, the following night, that evening."""
    relation = str(slots["rel"])
    pointing = relation in {"THIS", "LAST"} and not context.narrative
    base = context.dct if pointing else context.last_day or (None if context.narrative else context.dct)
    day_value = _day(add_days(base, _STEP[relation])) if base else ""
    return (f"{day_value or 'XXXX-XX-XX'}T{slots['part']}", RELATIVE if pointing else ANCHORED)


def relunit(slots: Slots, context: Context) -> Resolved:
    """Last week, the following day, this year, the end of the year, earlier this month."""
    relation, unit = str(slots.get("rel", "THIS")), str(slots["u"])
    if unit.startswith("T"):
        return "", UNRESOLVED
    anchored = relation in {"THAT", "PREVIOUS", "FOLLOWING"} or (relation == "NEXT" and unit == "D")
    anchored = anchored or context.narrative
    base = context.reference_day if anchored else context.dct
    if unit == "D":
        base = (context.last_day if anchored else context.same_day) or (base if context.narrative else None)
        base = base or (None if anchored else context.dct)
    elif base is None and not context.narrative:
        base = context.dct
    if base is None:
        return "XXXX-XX-XX", UNRESOLVED
    return _moved_or_named(base, _STEP[relation], unit), ANCHORED if anchored else RELATIVE


def _moved_or_named(base: date, step: int, unit: str) -> str:
    moved = _moved(base, step, unit)
    if unit == "DE":
        return moved[:3]
    return moved[:2] if unit == "CE" else moved


def clock(slots: Slots, context: Context) -> Resolved:
    """18:00 UTC: on the day that the sentence names, else that of the running reference or the dct."""
    base = context.same_day or context.last_day or (None if context.narrative else context.dct)
    return f"{_day(base) or 'XXXX-XX-XX'}T{slots['clock']}", ANCHORED


def daypart(slots: Slots, context: Context) -> Resolved:
    """In the morning: of the day that the sentence names, else of the dct."""
    base = context.same_day or context.last_day or (None if context.narrative else context.dct)
    return f"{_day(base) or 'XXXX-XX-XX'}T{slots['part']}", ANCHORED


def since(slots: Slots, context: Context) -> Resolved:
    """Since then: open from the running reference on."""
    start = interval_of(context.reference).start if context.reference else None
    return (f"{start.isoformat()}/..", ANCHORED) if start else ("PAST_REF", UNRESOLVED)


def ref(slots: Slots, context: Context) -> Resolved:
    """Now, recently, the future."""
    return str(slots["ref"]), UNRESOLVED


def duration(slots: Slots, context: Context) -> Resolved:
    """Two years P2Y, half an hour PT30M, several days PXD."""
    if "halfu" in slots:
        return _HALVES.get(str(slots["halfu"]), ""), UNRESOLVED
    unit = str(slots["u"])
    if "n" in slots:
        count = str(slots["n"])
    elif slots.get("plural"):
        count = "X"
    else:
        count = "1.5" if "half" in slots else "1"
    return duration_value(count, unit), UNRESOLVED


_HALVES = {"TM": "PT30S", "TH": "PT30M", "D": "PT12H", "Y": "P6M", "DE": "P5Y", "CE": "P50Y", "M": "P0.5M"}


def duration_value(count: str, unit: str) -> str:
    """The TIMEX3 duration of `count` units; decades and centuries as years, fortnights as weeks."""
    if unit.startswith("T"):
        return f"PT{count}{unit[1]}"
    factor, designator = {"DE": (10, "Y"), "CE": (100, "Y"), "F": (2, "W")}.get(unit, (1, unit))
    if count == "X":
        return f"PX{unit if unit in {'DE', 'CE'} else designator}"
    if factor != 1:
        count = f"{float(count) * factor:g}"
    return f"P{count}{designator}"


def set_(slots: Slots, context: Context) -> Resolved:
    """Every day, each Friday, annually, two years of every ten."""
    if "f" in slots:
        return str(slots["f"]), UNRESOLVED
    if "wd" in slots or "wds" in slots:
        return f"XXXX-WXX-{slots.get('wd', slots.get('wds'))}", UNRESOLVED
    if "part" in slots:
        return f"XXXX-XX-XXT{slots['part']}", UNRESOLVED
    if "s" in slots:
        return f"XXXX-{slots['s']}", UNRESOLVED
    if "m" in slots:
        return f"XXXX-{int(slots['m']):02d}", UNRESOLVED
    return duration_value(str(slots.get("n", slots.get("other", 1))), str(slots["u"])), UNRESOLVED


def publication(slots: Slots, context: Context) -> Resolved:
    """The header's own date."""
    value, _ = iso(slots, context)
    return value, "publication"


KINDS: dict[str, Callable[[Slots, Context], Resolved]] = {
    f.__name__.rstrip("_"): f
    for f in (
        ago, century, clock, day, daypart, dayshift, decade, duration, half, holiday, iso, month, monthday, nth, overnight,
        partshift, publication, quarter, ref, relpart, relunit, season, set_, shift, since, slash, theday, today, tonight,
        vague, weekday, weekend, year,
    )
}  # fmt: skip
