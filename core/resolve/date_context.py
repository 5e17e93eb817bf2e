"""What a date expression points from: the publication, the dates named before it, the tense around it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from core.lexicon.timex import Value
from core.model import Span
from core.resolve.calendar import add_months, interval_of

Slots = dict[str, Value]
Resolved = tuple[str, str]  # a TIMEX3 value ("" where the words turn out to be no date) and its basis
STATED, RELATIVE, ANCHORED, UNRESOLVED = "stated", "relative", "anchored", "unresolved"

# How many units “last”, “the following” and so on lie from what they point from.
STEP = {"THIS": 0, "THAT": 0, "LAST": -1, "PREVIOUS": -1, "PAST": -1, "NEXT": 1, "FOLLOWING": 1}
_FROM_TEXT = frozenset({"THAT", "PREVIOUS", "FOLLOWING"})
NEAR = 5  # sentences over which “at noon” still belongs to a day that was named
UNKNOWN_DAY = "XXXX-XX-XX"


@dataclass(slots=True)
class Context:
    """What the text offers to point from.

    Args:
        dct: The publication day (of the post, inside one), or None.
        narrative: Whether the text tells a history, whose dates follow each other rather than the dct.
        tense: -1 past, 1 future, 0 not told, of the words around the expression.
        reference: The value of the date that the text has come to, or "".
        reference_at: Where it stands.
        last_day: The last day that the text named, or None.
        day_at: Where that stands.
        near_day: The same, where it stands at most `NEAR` sentences back.
        same_day: The last day that the same sentence named, or None.
        day_first: Whether the article writes 20/08/2021; None where it does not tell.
    """

    dct: date | None
    narrative: bool = False
    tense: int = 0
    reference: str = ""
    reference_at: Span | None = None
    last_day: date | None = None
    day_at: Span | None = None
    near_day: date | None = None
    same_day: date | None = None
    day_first: bool | None = None

    @property
    def reference_day(self) -> date | None:
        """The first day of the running reference."""
        return interval_of(self.reference).start if self.reference else None

    @property
    def base(self) -> date | None:
        """The day that a date without a year is near to: the running reference in a history, else the dct."""
        return self.reference_day if self.narrative else self.dct

    @property
    def day_at_hand(self) -> date | None:
        """The day that “at noon” or “in the morning” belongs to: the one named nearby, else the dct in news."""
        return self.last_day if self.narrative else self.near_day or self.dct

    def years_around(self) -> range:
        """The year of the base with its neighbours."""
        base = self.base
        return range(max(base.year - 1, 1), min(base.year + 2, 9999)) if base else range(0)

    def related_year(self, relation: str) -> int | None:
        """The year of “last year”, “the same year” and so on."""
        from_text = relation in _FROM_TEXT or self.narrative
        day = (self.reference_day if from_text else None) or self.dct
        return day.year + STEP[relation] if day else None

    def nearest(self, candidates: list[date], length: int = 0) -> date | None:
        """The candidate that tense and base choose: the last begun, the first not over, or the nearest.

        A day ahead counts as twice as far as one behind, for news tells more of what has been.

        Args:
            candidates: The first days of what the words may mean.
            length: The months of the period that each candidate begins; 0 for single days.
        """
        base = self.base
        if base is None or not candidates:
            return None
        if self.narrative:
            return min(candidates, key=lambda c: (abs(c.year - base.year), c))
        begun = [c for c in candidates if c <= base]
        ahead = [c for c in candidates if c >= base or (length and (add_months(c, length) or c) > base)]
        if self.tense > 0 and ahead:
            return min(ahead)
        if self.tense < 0 and begun:
            return max(begun)
        return min(candidates, key=lambda c: abs((c - base).days) * (1 if c <= base else 2))


def iso(day: date | None) -> str:
    """`YYYY-MM-DD`, or "" where there is no day."""
    return day.isoformat() if day else ""


def clocked(slots: Slots, value: str) -> str:
    """`value` with the clock time or the part of the day that the slots give."""
    time = slots.get("clock") or slots.get("lateclock") or slots.get("part") or slots.get("lastpart")
    return f"{value}T{time}" if time and value else value


def year_of(slots: Slots) -> int | None:
    """The year that the words give, if any."""
    return int(slots["y"]) if "y" in slots else None
