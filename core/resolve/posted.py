"""The day that an embedded post bears in its byline."""

from __future__ import annotations

from datetime import date

from core.extract.timex import read_timexes
from core.model import Document, Span
from core.resolve.calendar import interval_of
from core.resolve.date_context import Context
from core.resolve.date_values import value_of


def posted_day(doc: Document, posted: Span) -> date | None:
    """The day that the words at `posted` name, or None."""
    for item in read_timexes(doc, posted):
        value, _ = value_of(item.kind, item.slots, Context(doc.article.published))
        if start := interval_of(value).start:
            return start
    return None
