"""Resolves date expressions against the publication day, the running reference and the tense around them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from core.extract.timex import FoundTimex
from core.model import Attribution, DateInterval, Document, Timex, TimexType
from core.resolve.calendar import interval_of
from core.resolve.date_values import KINDS, UNRESOLVED, Context
from core.resolve.event_dates import date_events
from core.resolve.narrative import is_history
from core.resolve.posted import posted_day
from core.resolve.quoted_dates import quoted_elsewhere
from core.resolve.tense import tense_around

_LEADING = 10  # code points: “In early ”, “By the ”

__all__ = ["date_events", "is_history", "resolve_timexes"]


def resolve_timexes(
    doc: Document,
    found: Sequence[FoundTimex],
    attributions: Sequence[Attribution] = (),
    *,
    narrative: bool | None = None,
) -> tuple[Timex, ...]:
    """The expressions with their TIMEX3 values and intervals, in the order given; what is no date is left out.

    Args:
        attributions: Who says what; an expression inside words quoted from another publication is not
            resolved against this article's day.
        narrative: Whether the text is a history: dates without a year take the running one. None: by
            the rule of `is_history`.
    """
    if narrative is None:
        narrative = is_history(doc, found)
    day_first = _day_first(found)
    context = Context(doc.article.published, narrative, day_first=day_first)
    elsewhere = quoted_elsewhere(doc, found)
    resolved: list[Timex] = []
    sentence = None
    for item in found:
        if item.sentence != sentence:
            sentence, context.same_day = item.sentence, None
        context.dct = _creation_day(doc, item)
        holder = doc.sentences[item.sentence] if item.sentence >= 0 else None
        context.tense = tense_around(holder, item.span) if holder else 0
        if item.span in elsewhere:
            context.dct = None
        timex = _resolve(item, context)
        if timex is None:
            continue
        if item.span in elsewhere and timex.basis == UNRESOLVED:
            timex = _as_quoted(timex)
        elif item.kind != "publication":
            _remember(context, timex, holder is not None and item.span.start - holder.span.start <= _LEADING)
        resolved.append(timex)
    return tuple(resolved)


def _as_quoted(timex: Timex) -> Timex:
    return Timex(
        timex.article_id, timex.span, timex.text, timex.sentence, timex.type, timex.value, DateInterval(), "quoted"
    )


def _resolve(item: FoundTimex, context: Context) -> Timex | None:
    value, basis = KINDS[item.kind](item.slots, context)
    if not value:
        return None
    mod = str(item.slots.get("e") or item.slots.get("e2") or "")
    return Timex(
        item.article_id, item.span, item.text, item.sentence, _type_of(value, item.type), value,
        interval_of(value, mod), basis, mod=mod,
    )  # fmt: skip


def _type_of(value: str, type_: TimexType) -> TimexType:
    if type_ is TimexType.SET:
        return type_
    if "T" in value and value[0] != "P" and "_" not in value:
        return TimexType.TIME
    return TimexType.DATE if type_ is TimexType.TIME else type_


def _creation_day(doc: Document, item: FoundTimex) -> date | None:
    """The day that the words were written: that of the post which holds them, else the publication."""
    post = doc.post_at(item.span) if doc.posts else None
    if post and post.posted and item.span != post.posted and post.body.covers(item.span):
        return posted_day(doc, post.posted) or doc.article.published
    return doc.article.published


def _remember(context: Context, timex: Timex, leading: bool) -> None:
    """Keeps a date as the running reference; in a history, only where the story itself moves there.

    A day or month moves the story unless it jumps years from within a sentence; a year moves it where it
    leads the sentence or follows on the year that the story has come to.
    """
    start = timex.interval.start
    if start is None or timex.type not in {TimexType.DATE, TimexType.TIME} or "/" in timex.value:
        return
    if start == timex.interval.end and not timex.mod:
        context.last_day = context.same_day = start
    current = context.reference_day
    if not context.narrative or current is None or leading:
        context.reference = timex.value
        return
    jump = start.year - current.year
    fine = len(timex.value) > 4 and timex.value[4] == "-"
    if (fine and -1 <= jump <= 3) or 0 <= jump <= 1:
        context.reference = timex.value


def _day_first(found: Sequence[FoundTimex]) -> bool | None:
    """Whether the article's numeric dates put the day first, from those that can be read in one way only."""
    votes = 0
    for item in found:
        parts = str(item.slots.get("slash", "")).split("/")
        if len(parts) == 3 and len(parts[0]) <= 2:
            votes += (int(parts[0]) > 12) - (int(parts[1]) > 12)
    return None if votes == 0 else votes > 0
