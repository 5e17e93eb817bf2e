"""When each event took place: by a stated rule, never the publication day for want of a better one.

The rules, in order:

1. An expression in the trigger's clause dates it, then one that frames its sentence. An expression that
   dates something else does not: “the July 2 attack” dates that attack, “said on Friday” the saying.
2. “since X” is open from X up to publication; “before X”, “until X”, “by X” bound it from above; “from X to Y”
   and “X–Y” join.
3. A participle (“…, killing two”) takes the date of its main clause.
4. A sentence in the simple past without a date of its own takes that of the one before in its paragraph.
5. “Earlier, …” and the pluperfect lie before that date, or before publication.
6. Otherwise only the day that it was said (“said on Friday”, the post's day, the publication) bounds it from
   above: basis `reported-by`. What is planned and bears no date has none.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from datetime import date
from itertools import pairwise

from core.lexicon.timex import timex_lexicon
from core.model import Attribution, DateInterval, Document, EventDate, Sentence, Span, Status, Timex, Trigger
from core.resolve.posted import PostDays
from core.resolve.sentence_dates import DETERMINERS, Dated, dates_by_sentence

_EARLIER = frozenset({"earlier", "previously", "before"})
_HAD = frozenset({"had", "'d", "’d"})
_AHEAD = frozenset({Status.PLANNED, Status.HYPOTHETICAL})
_OPENING = 7  # tokens in which a paragraph names the happening that it goes on about


def date_events(
    doc: Document, triggers: Sequence[Trigger], timexes: Sequence[Timex], attributions: Sequence[Attribution] = ()
) -> tuple[EventDate, ...]:
    """One date for each trigger, in their order.

    Args:
        doc: The article.
        triggers: Its events, in order.
        timexes: What `resolve_timexes` returned for it.
        attributions: Who says what: the words of saying, whose own dates do not date what is said.
    """
    cues = {link.cue for a in attributions for link in a.chain if link.cue is not None}
    posts = PostDays(doc)
    found = dates_by_sentence(doc, timexes, posts, cues)
    grouped: dict[int, list[Trigger]] = {}
    for trigger in triggers:
        grouped.setdefault(trigger.sentence, []).append(trigger)
    dates: dict[Trigger, EventDate] = {}
    carried, paragraph = None, -1
    for index in sorted(grouped.keys() | found.keys()):
        sentence = doc.sentences[index]
        if sentence.paragraph != paragraph and not _refers_back(sentence):
            carried = None
        paragraph = sentence.paragraph
        reading = _Reading(doc, posts, sentence, grouped.get(index, ()), found.get(index, ()), carried)
        dates |= reading.dates()
        carried = reading.to_carry(dates)
    return tuple(dates[t] for t in triggers)


def _is_day(event: EventDate) -> bool:
    return event.basis in {"stated", "relative"} and event.precision in {1, 2, 3}


def _refers_back(sentence: Sentence) -> bool:
    """Whether a paragraph opens with a happening already told: “During the operation, …”, “The blast …”."""
    opening = [t.lower for t in sentence.tokens[:_OPENING]]
    return any(a in {"the", "this", "that"} and b in timex_lexicon().words["happenings"] for a, b in pairwise(opening))


def precision_of(interval: DateInterval) -> int | None:
    """UCDP's date_prec: 1 a day, 2 two to six days, 3 a week, 4 a month (8 to 31 days), 5 longer or open."""
    if not interval.known:
        return None
    if interval.start is None or interval.end is None:
        return 5
    days = (interval.end - interval.start).days + 1
    return next((precision for limit, precision in ((1, 1), (6, 2), (7, 3), (31, 4)) if days <= limit), 5)


class _Reading:
    """The events of one sentence, the dates in it, and the day carried over from the one before."""

    def __init__(
        self,
        doc: Document,
        posts: PostDays,
        sentence: Sentence,
        triggers: Sequence[Trigger],
        dated: Sequence[Dated],
        carried: EventDate | None,
    ) -> None:
        self.doc, self.posts, self.sentence = doc, posts, sentence
        self.triggers, self.carried = triggers, carried
        self.sayings = [d for d in dated if d.saying and d.head is None]
        self.modifiers = [d for d in dated if d.head is not None and not self.is_setting(d.head)]
        self.adverbs = [d for d in dated if not (d.saying and d.head is None) and d not in self.modifiers]
        self.tokens = sentence.tokens

    def is_setting(self, head: Span) -> bool:
        """Whether a dated noun only sets the scene (“during an overnight operation”): no event of its own."""
        words = [t for t in self.sentence.tokens if head.start <= t.start < head.end]
        named = any(t.lower in timex_lexicon().words["happenings"] for t in words)
        before = next(
            (t.lower for t in reversed(self.sentence.tokens) if t.end < head.start and t.lower in DETERMINERS), ""
        )
        return named and before in {"a", "an"} and not any(t.span.overlaps(head) for t in self.triggers)

    def dates(self) -> dict[Trigger, EventDate]:
        """The date of every trigger; participles last, for they may take that of their main clause."""
        found: dict[Trigger, EventDate] = {}
        for trigger in sorted(self.triggers, key=lambda t: not t.tense):
            found[trigger] = self.own(trigger) or self.inherited(trigger, found) or self.bounded(trigger)
        return found

    def own(self, trigger: Trigger) -> EventDate | None:
        """By an expression that modifies the trigger, stands in its clause, or frames its sentence."""
        for d in self.modifiers:
            if d.head and trigger is next((t for t in self.triggers if d.head.overlaps(t.span)), None):
                return self.event(trigger, d, "says when")
        mine = [d for d in self.adverbs if trigger.clause.covers(d.timex.span)]
        if mine:
            return self.event(trigger, min(mine, key=lambda d: _gap(d, trigger)), "in the same clause")
        others = [t.clause for t in self.triggers if t is not trigger and not t.clause.covers(trigger.span)]
        free = [d for d in self.adverbs if d.frame or not any(c.covers(d.timex.span) for c in others)]
        if free:
            return self.event(trigger, min(free, key=lambda d: _gap(d, trigger)), "in the same sentence")
        return None

    def event(self, trigger: Trigger, d: Dated, where: str) -> EventDate:
        interval, note = self.up_to_now(trigger, d.interval)
        basis = "stated" if d.timex.basis == "stated" else "relative"
        return EventDate(interval, precision_of(interval), basis, f"{d.words} {where}{note}", d.timex.span)

    def to_carry(self, dates: dict[Trigger, EventDate]) -> EventDate | None:
        """The date that the next sentence of the paragraph may take: the first event's, or the sentence's own."""
        told = next((d for t in self.triggers if _is_day(d := dates[t])), None)
        if told is None and self.adverbs:
            own = self.adverbs[0]
            basis = "stated" if own.timex.basis == "stated" else "relative"
            told = EventDate(own.interval, precision_of(own.interval), basis, f"{own.words} there", own.timex.span)
        return told if told is not None and _is_day(told) else self.carried

    def up_to_now(self, trigger: Trigger, interval: DateInterval) -> tuple[DateInterval, str]:
        """The interval without the days after publication, where the event is told as having happened."""
        published = self.bound(trigger)[0]
        happened = trigger.tense != "future" and trigger.status.status not in _AHEAD
        if published is None or interval.start is None:
            return interval, ""
        if interval.start > published:
            return interval, ", although that is after publication" if trigger.tense == "past" else ""
        if interval.end is None or (happened and interval.end > published):
            return DateInterval(interval.start, published), " up to publication"
        return interval, ""

    def inherited(self, trigger: Trigger, found: dict[Trigger, EventDate]) -> EventDate | None:
        """From the main clause, or from the sentence before in the same paragraph."""
        if not trigger.tense:
            main = [t for t in found if t.tense and _is_day(found[t])]
            if main:
                nearest = found[min(main, key=lambda t: abs(t.span.start - trigger.span.start))]
                return EventDate(
                    nearest.interval,
                    nearest.precision,
                    nearest.basis,
                    f"with the main clause: {nearest.rule}",
                    nearest.timex,
                )
        elif self.carried and trigger.tense == "past" and not self.is_before(trigger):
            c = self.carried
            rule = c.rule if c.rule.startswith("carried over") else f"carried over from the sentence before: {c.rule}"
            return EventDate(c.interval, c.precision, c.basis, rule, c.timex)
        return None

    def is_before(self, trigger: Trigger) -> bool:
        """Whether the sentence goes back in time: “Earlier, …”, or “had” within the verb group."""
        if any(t.lower in _EARLIER for t in self.tokens[:1]):
            return True
        at = bisect_right(self.tokens, trigger.span.start, key=lambda t: t.end)
        return any(t.lower in _HAD for t in self.tokens[max(at - 4, 0) : at])

    def bounded(self, trigger: Trigger) -> EventDate:
        """Only by the day that it was said, or by what it came before."""
        if trigger.status.status is Status.PLANNED:
            return EventDate(DateInterval(), None, "unknown", "planned, and no date is given")
        bound, said = self.bound(trigger)
        why = "no date is given"
        if self.is_before(trigger):
            why = "told as earlier"
            if self.carried and self.carried.interval.end and (bound is None or self.carried.interval.end < bound):
                bound, said = self.carried.interval.end, f"{self.carried.interval.end.isoformat()}, told before it"
        if bound is None:
            return EventDate(DateInterval(), None, "unknown", f"{why}, and no day of publication")
        return EventDate(DateInterval(None, bound), None, "reported-by", f"{why}; it lies on or before {said}")

    def bound(self, trigger: Trigger) -> tuple[date | None, str]:
        """The day by which it was said, and what day that is in words."""
        if day := self.posts.day(trigger.span):
            return day, f"the post's day, {day.isoformat()}"
        published = self.doc.article.published
        for d in self.sayings:
            day_ = d.interval.end
            if day_ and (published is None or day_ <= published):
                return day_, f"{day_.isoformat()}, when it was said ({d.words})"
        return published, f"the publication, {published.isoformat()}" if published else ""


def _gap(d: Dated, trigger: Trigger) -> int:
    a, b = d.timex.span, trigger.span
    return max(b.start - a.end, a.start - b.end, 0)
