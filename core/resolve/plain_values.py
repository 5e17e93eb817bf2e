"""Values that the words give by themselves: full dates, centuries, durations, sets, “now” and “recently”."""

from __future__ import annotations

from core.resolve.calendar import day_or_none
from core.resolve.date_context import STATED, UNRESOLVED, Resolved, Slots
from core.resolve.date_context import iso as iso_day

_HALVES = {"TM": "PT30S", "TH": "PT30M", "D": "PT12H", "M": "P0.5M", "Y": "P6M", "DE": "P5Y", "CE": "P50Y"}
_AS_OTHER = {"DE": (10, "Y"), "CE": (100, "Y"), "F": (2, "W")}


def iso(slots: Slots) -> Resolved:
    """2021-08-20, and days known by a name of figures (9/11)."""
    text = str(slots.get("iso") or slots["FAMOUSDAY"])
    day_part, _, time = text.partition("T")
    day = iso_day(day_or_none(*map(int, day_part.split("-"))))
    return f"{day}T{time}" if day and time else day, STATED


def publication(slots: Slots) -> Resolved:
    """The header's own date."""
    return iso(slots)[0], "publication"


def century(slots: Slots) -> Resolved:
    """The 19th century is `18`, the fourth before Christ `BC03`."""
    if slots["u"] != "CE":
        return "", UNRESOLVED
    return f"{'BC' if 'era' in slots else ''}{int(slots['c']) - 1:02d}", STATED


def ref(slots: Slots) -> Resolved:
    """Now, recently, the future."""
    return str(slots["ref"]), UNRESOLVED


def vague(slots: Slots) -> Resolved:
    """Years ago, days later."""
    return "FUTURE_REF" if slots["dir"] == 1 else "PAST_REF", UNRESOLVED


def duration(slots: Slots) -> Resolved:
    """Two years P2Y, half an hour PT30M, several days PXD."""
    if "halfu" in slots:
        return _HALVES.get(str(slots["halfu"]), ""), UNRESOLVED
    count = str(slots.get("n") or ("X" if "plural" in slots else "1.5" if "half" in slots else "1"))
    return duration_value(count, str(slots["u"])), UNRESOLVED


def duration_value(count: str, unit: str) -> str:
    """The TIMEX3 duration of `count` units; counted decades and centuries as years, fortnights as weeks."""
    if unit.startswith("T"):
        return f"PT{count}{unit[1]}"
    if unit not in _AS_OTHER:
        return f"P{count}{unit}"
    if count == "X":
        return f"PX{unit if unit != 'F' else 'W'}"
    factor, designator = _AS_OTHER[unit]
    return f"P{float(count) * factor:g}{designator}"


def repeated(slots: Slots) -> Resolved:
    """Every day P1D, on Fridays XXXX-WXX-5, each winter XXXX-WI, annually P1Y."""
    if "f" in slots:
        value = str(slots["f"])
    elif "wd" in slots or "wds" in slots:
        value = f"XXXX-WXX-{slots.get('wd') or slots['wds']}"
    elif "part" in slots:
        value = f"XXXX-XX-XXT{slots['part']}"
    elif "s" in slots:
        value = f"XXXX-{slots['s']}"
    elif "m" in slots:
        value = f"XXXX-{int(slots['m']):02d}"
    else:
        value = duration_value(str(slots.get("n") or slots.get("other") or 1), str(slots["u"]))
    return value, UNRESOLVED
