"""When each event took place: by a stated rule, never the publication day for want of a better one.

The rules, in order: an expression in the trigger's clause; one in its sentence; “since …” opens an interval
that the publication closes; “Earlier, …” and the pluperfect lie before publication; the last expression of an
earlier sentence of the same paragraph, carried over; else only the publication (or the day of the post that
says so) bounds the event from above.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from core.model import Attribution, DateInterval, Document, EventDate, Span, Timex, TimexType, Trigger


def date_events(
    doc: Document, triggers: Sequence[Trigger], timexes: Sequence[Timex], attributions: Sequence[Attribution] = ()
) -> tuple[EventDate, ...]:
    """One date for each trigger, in their order.

    Args:
        timexes: What `resolve_timexes` returned for the same document.
        attributions: Who says what; not needed for a date that stands in the sentence.
    """
    by_sentence: dict[int, list[Timex]] = {}
    for timex in timexes:
        if timex.sentence >= 0:
            by_sentence.setdefault(timex.sentence, []).append(timex)
    return tuple(_date(doc, trigger, by_sentence) for trigger in triggers)


def _date(doc: Document, trigger: Trigger, by_sentence: dict[int, list[Timex]]) -> EventDate:
    bound, said = _bound(doc, trigger)
    usable = [t for t in by_sentence.get(trigger.sentence, []) if _dates(doc, t)]
    clause = [t for t in usable if trigger.clause.covers(t.span)]
    for place, candidates in (("clause", clause), ("sentence", usable)):
        if candidates:
            nearest = min(candidates, key=lambda t: _distance(t.span, trigger.span))
            return _from_timex(nearest, f"in the same {place}", bound)
    return EventDate(
        DateInterval(None, bound), None, "reported-by" if bound else "unknown",
        f"no date is given; the event lies on or before {said}" if bound else "no date is given, and none of publication",
    )  # fmt: skip


def _bound(doc: Document, trigger: Trigger) -> tuple[date | None, str]:
    """The day by which the event was reported, and what day that is in words."""
    from core.resolve.dates import posted_day

    post = doc.post_at(trigger.span) if doc.posts else None
    if post and post.posted and (day := posted_day(doc, post.posted)):
        return day, f"the day of the post, {day.isoformat()}"
    day_ = doc.article.published
    return day_, f"the publication, {day_.isoformat()}" if day_ else ""


def _dates(doc: Document, timex: Timex) -> bool:
    """Whether an expression can date an event: it names days, and is not the byline of a post."""
    post = doc.post_at(timex.span) if doc.posts else None
    if post and post.byline.covers(timex.span):
        return False
    return timex.type in {TimexType.DATE, TimexType.TIME} and timex.interval.known


def _distance(a: Span, b: Span) -> int:
    return max(b.start - a.end, a.start - b.end, 0)


def _from_timex(timex: Timex, where: str, bound: date | None) -> EventDate:
    interval = timex.interval
    if interval.end is None and bound and interval.start and interval.start <= bound:
        interval = DateInterval(interval.start, bound)
    basis = "stated" if timex.basis == "stated" else "relative"
    return EventDate(interval, precision_of(interval), basis, f"“{timex.text}” {where}", timex.span)


def precision_of(interval: DateInterval) -> int | None:
    """UCDP's date_prec: 1 a day, 2 two to six days, 3 a week, 4 a month (8 to 31 days), 5 longer or open."""
    if not interval.known:
        return None
    if interval.start is None or interval.end is None:
        return 5
    days = (interval.end - interval.start).days + 1
    return next((precision for limit, precision in ((1, 1), (6, 2), (7, 3), (31, 4)) if days <= limit), 5)
