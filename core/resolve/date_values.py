"""From the way in which an expression names a time to the function that gives its value."""

from __future__ import annotations

from collections.abc import Callable

from core.resolve import plain_values, pointing_dates, stated_dates
from core.resolve.date_context import Context, Resolved, Slots

_PLAIN: dict[str, Callable[[Slots], Resolved]] = {
    "iso": plain_values.iso,
    "publication": plain_values.publication,
    "century": plain_values.century,
    "ref": plain_values.ref,
    "vague": plain_values.vague,
    "duration": plain_values.duration,
    "set": plain_values.repeated,
}
_IN_CONTEXT: dict[str, Callable[[Slots, Context], Resolved]] = {
    "slash": stated_dates.slash,
    "day": stated_dates.day,
    "monthday": stated_dates.monthday,
    "month": stated_dates.month,
    "nth": stated_dates.nth,
    "holiday": stated_dates.holiday,
    "quarter": stated_dates.quarter,
    "half": stated_dates.half,
    "season": stated_dates.season,
    "decade": stated_dates.decade,
    "year": stated_dates.year,
    "weekday": pointing_dates.weekday,
    "weekend": pointing_dates.weekend,
    "ago": pointing_dates.ago,
    "shift": pointing_dates.shift,
    "theday": pointing_dates.theday,
    "dayshift": pointing_dates.dayshift,
    "partshift": pointing_dates.partshift,
    "today": pointing_dates.today,
    "nightword": pointing_dates.nightword,
    "relpart": pointing_dates.relpart,
    "relunit": pointing_dates.relunit,
    "clock": pointing_dates.clock,
    "since": pointing_dates.since,
}


def value_of(kind: str, slots: Slots, context: Context) -> Resolved:
    """The TIMEX3 value and its basis; "" where the words turn out to be no date. Raises KeyError for no kind."""
    plain = _PLAIN.get(kind)
    return plain(slots) if plain else _IN_CONTEXT[kind](slots, context)
