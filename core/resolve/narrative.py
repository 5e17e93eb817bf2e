"""Whether an article tells a history, whose dates follow each other, or the news, whose dates point from today."""

from __future__ import annotations

from collections.abc import Sequence

from core.extract.timex import FoundTimex
from core.model import Document

_POINTING = frozenset({"today", "tonight", "overnight", "weekday", "ago"})
_POINTING_RELATIONS = frozenset({"LAST", "THIS", "NEXT"})


def is_history(doc: Document, found: Sequence[FoundTimex]) -> bool:
    """The rule: at least eight calendar dates, three of them of earlier years, and five for each that points.

    Calendar dates are days and months without a year and dates with a year before the publication's;
    “today”, “Friday”, “last week” and “two days ago” point from the day of writing.
    """
    published = doc.article.published
    old = sum(
        "era" in f.slots or (published is not None and "y" in f.slots and int(f.slots["y"]) < published.year)
        for f in found
    )
    bare = sum(f.kind in {"day", "month"} and "y" not in f.slots for f in found)
    pointing = sum(f.kind in _POINTING or f.slots.get("rel") in _POINTING_RELATIONS for f in found)
    return old >= 3 and old + bare >= 8 and 5 * pointing <= old + bare
