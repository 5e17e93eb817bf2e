"""Resolves date expressions against the publication day, the running reference and the tense around them."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from datetime import date

from core.extract.timex import FoundTimex
from core.model import Attribution, Document, Sentence, Span, Timex, TimexType
from core.resolve.calendar import interval_of
from core.resolve.date_context import ANCHORED, NEAR, Context
from core.resolve.date_sayings import saying_verb
from core.resolve.date_values import value_of
from core.resolve.event_dates import date_events
from core.resolve.narrative import is_history
from core.resolve.posted import PostDays
from core.resolve.quoted_dates import quoted_elsewhere
from core.resolve.tense import tense_around

__all__ = ["date_events", "is_history", "resolve_timexes"]

_LEADING = 10  # code points before an expression that opens its sentence: “In early ”, “By the ”
_TIME_VALUE = re.compile(r"[\dX]{4}-[\dXW]{2,3}-?[\dX]{0,2}T")
_FROM_DAYS = frozenset({"theday", "dayshift", "partshift", "relpart", "clock"})
_DAYS = frozenset({"weekday", "day", "today"})
_NEED_TENSE = frozenset({"day", "monthday", "month", "weekday", "weekend", "holiday", "quarter", "season"})


def resolve_timexes(
    doc: Document,
    found: Sequence[FoundTimex],
    attributions: Sequence[Attribution] = (),
    *,
    narrative: bool | None = None,
) -> tuple[Timex, ...]:
    """The expressions with their TIMEX3 values and intervals, in the order given; what is no date is left out.

    Args:
        doc: The article; without a day of publication, what points from it stays unresolved.
        found: What `find_timexes` returned for it.
        attributions: Who says what; an expression inside words quoted from another publication is not
            resolved against this article's day.
        narrative: Whether the text is a history: dates without a year take the running one. None: by
            the rule of `is_history`.
    """
    history = is_history(doc, found) if narrative is None else narrative
    context = Context(doc.article.published, history, day_first=_day_first(found))
    elsewhere = quoted_elsewhere(doc, found, attributions)
    cues = {link.cue for a in attributions for link in a.chain if link.cue is not None}
    posts = PostDays(doc)
    resolved: list[Timex] = []
    sentence: Sentence | None = None
    day_at = 0
    for item in found:
        holder = doc.sentences[item.sentence] if item.sentence >= 0 else None
        if holder is not sentence:
            sentence, context.same_day = holder, None
            context.near_day = context.last_day if item.sentence - day_at <= NEAR else None
        context.dct = None if item.span in elsewhere else _creation_day(doc, posts, item)
        context.tense = tense_around(holder, item.span) if holder and item.kind in _NEED_TENSE else 0
        timex = _resolve(item, context, quoted=item.span in elsewhere)
        if timex is not None:
            resolved.append(timex)
            if item.kind != "publication" and timex.basis != "quoted":
                leading = holder is not None and _leads(holder, item)
                said = holder is not None and not history and _is_said(holder, item, cues, leading=leading)
                _remember(context, item, timex, leading=leading, said=said)
                day_at = item.sentence if context.same_day else day_at
    return tuple(resolved)


def _leads(sentence: Sentence, item: FoundTimex) -> bool:
    return item.span.start - sentence.span.start <= _LEADING


def _is_said(sentence: Sentence, item: FoundTimex, cues: Collection[Span], *, leading: bool) -> bool:
    if item.kind not in _DAYS:
        return False
    return saying_verb(sentence.tokens, item.span, cues, opens=leading) is not None


def _resolve(item: FoundTimex, context: Context, *, quoted: bool) -> Timex | None:
    value, basis = value_of(item.kind, item.slots, context)
    if not value:
        return None
    mod = str(item.slots.get("e") or item.slots.get("e2") or _mod_of_nth(item, value))
    interval = interval_of(value, mod)
    if quoted and not interval.known:
        basis = "quoted"
    type_ = _type_of(value, item.type)
    anchor = _anchor(item, context) if basis == ANCHORED else None
    return Timex(item.article_id, item.span, item.text, item.sentence, type_, value, interval, basis, anchor, mod)


def _anchor(item: FoundTimex, context: Context) -> Span | None:
    """Where the date stands that an anchored expression points from."""
    by_day = item.kind in _FROM_DAYS or item.slots.get("u") == "D"
    return (context.day_at if by_day else None) or context.reference_at


def _mod_of_nth(item: FoundTimex, value: str) -> str:
    """Which third of the month “the first week of March” is."""
    if item.kind != "nth" or item.slots["u"] != "W" or len(value) != len("2021-08"):
        return ""
    return {1: "START", -1: "END", 4: "END"}.get(int(item.slots["nth"]), "MID")


def _type_of(value: str, type_: TimexType) -> TimexType:
    """The type that the value has, but a set stays one."""
    if type_ in {TimexType.SET, TimexType.DURATION}:
        return type_
    return TimexType.TIME if _TIME_VALUE.match(value) else TimexType.DATE


def _creation_day(doc: Document, posts: PostDays, item: FoundTimex) -> date | None:
    """The day that the words were written: that of the post which holds them, else the publication."""
    post = posts.holding(item.span)
    in_body = post is not None and post.body.covers(item.span)
    return (posts.day(item.span) if in_body else None) or doc.article.published


def _remember(context: Context, item: FoundTimex, timex: Timex, *, leading: bool, said: bool) -> None:
    """Keeps a date as the running reference; in a history, only where the story itself moves there.

    In news, the day of a saying is not that of the story (“late on Saturday, police said on Sunday”), and the
    year of “a year earlier” is no new reference. In a history, a day or month moves the
    story unless it jumps years from within a sentence; a year moves it where it leads the sentence or follows
    on the year that the story has come to.
    """
    start = timex.interval.start
    if (
        start is None
        or "/" in timex.value
        or (item.kind == "shift" and len(timex.value) == 4 and not context.narrative)
    ):
        return
    if start == timex.interval.end:
        context.same_day = start
        if not said or context.near_day is None:
            context.last_day = context.near_day = start
            context.day_at = timex.span
    current = context.reference_day
    jump = start.year - current.year if current else 0
    fine = timex.value[4:5] == "-"
    if not context.narrative or current is None or leading or (fine and -1 <= jump <= 3) or 0 <= jump <= 1:
        context.reference, context.reference_at = timex.value, timex.span


def _day_first(found: Sequence[FoundTimex]) -> bool | None:
    """Whether the article's numeric dates put the day first, from those that can be read in one way only."""
    votes = 0
    for item in found:
        parts = str(item.slots.get("slash", "")).split("/")
        if len(parts) == 3 and len(parts[0]) <= 2:
            votes += (int(parts[0]) > 12) - (int(parts[1]) > 12)
    return None if votes == 0 else votes > 0
