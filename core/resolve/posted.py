"""The days that embedded posts bear in their bylines."""

from __future__ import annotations

from bisect import bisect_right
from datetime import date
from functools import cached_property

from core.extract.timex import read_timexes
from core.model import Document, Post, Span
from core.resolve.calendar import interval_of
from core.resolve.date_context import Context
from core.resolve.date_values import value_of


class PostDays:
    """Which post of a document holds a span, and the day that it bears."""

    def __init__(self, doc: Document) -> None:
        self.doc = doc
        self.posts = sorted(doc.posts, key=lambda p: p.body.start)

    def holding(self, span: Span) -> Post | None:
        """The post whose body or byline holds `span`, if any."""
        at = self._at(span)
        return None if at is None else self.posts[at]

    def day(self, span: Span) -> date | None:
        """The day in the byline of the post that holds `span`, or None."""
        at = self._at(span)
        return None if at is None else self._days[at]

    def _at(self, span: Span) -> int | None:
        at = bisect_right(self.posts, span.start, key=lambda p: p.body.start) - 1
        if at < 0:
            return None
        post = self.posts[at]
        return at if post.body.covers(span) or post.byline.covers(span) else None

    @cached_property
    def _days(self) -> list[date | None]:
        return [self._posted(p.posted) if p.posted else None for p in self.posts]

    def _posted(self, posted: Span) -> date | None:
        for item in read_timexes(self.doc, posted):
            value, _ = value_of(item.kind, item.slots, Context(self.doc.article.published))
            if start := interval_of(value).start:
                return start
        return None
