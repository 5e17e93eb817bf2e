"""When each event took place: by a stated rule, never the publication day for want of a better one.

The rules, in order:

1. An expression in the trigger's clause dates it, then one that frames its sentence. An expression that
   dates something else does not: “the July 2 attack” dates that attack, “said on Friday” the saying.
2. “since X” is open from X up to publication; “before X”, “until X”, “by X” bound it from above; “from X to Y”
   and “X–Y” join.
3. A participle (“…, killing two”) takes the date of its main clause.
4. Coordinated clauses share a date (“six were killed and forty injured on Tuesday”), and so does a clause of
   time or place with its main clause, if the day is near publication. A relative clause that only says who
   somebody is neither gives its date nor takes one.
5. A sentence in the simple past without a date of its own takes that of the story (`core.resolve.carrying`).
6. “Earlier, …” and the pluperfect lie before that date, or before publication.
7. Otherwise only the day that it was said (“said on Friday”, the post's day, the publication) bounds it from
   above: basis `reported-by`. What is planned and bears no date has none.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from core.lexicon.timex import timex_lexicon
from core.model import Attribution, DateInterval, Document, EventDate, Sentence, Span, Status, Timex, Trigger
from core.resolve.calendar import precision_of
from core.resolve.carrying import STATEMENTS, Thread, is_day, is_known, takes_earlier_date
from core.resolve.date_clauses import BREAKING, JOINING, Clauses
from core.resolve.distances import Distance, date_by_distance, distances, shifted
from core.resolve.posted import PostDays
from core.resolve.sentence_dates import DETERMINERS, Dated, dates_by_sentence

_AHEAD = frozenset({Status.PLANNED, Status.HYPOTHETICAL})
_WITHIN = frozenset({"in", "during", "by"})  # “killed in Saturday's bombing”
_MATES = 3  # dated events on either side that may share their date


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
    grouped: dict[int, list[Trigger]] = {}
    for trigger in triggers:
        grouped.setdefault(trigger.sentence, []).append(trigger)
    deeds = {i: [t.span for t in group] for i, group in grouped.items()}
    found = dates_by_sentence(doc, timexes, posts, cues, deeds)
    said = sorted(a.scope for a in attributions if a.manner in {"indirect", "according-to"})
    apart = distances(doc, timexes)
    dates: dict[Trigger, EventDate] = {}
    thread = Thread(doc, timexes)
    for index in sorted(grouped.keys() | found.keys()):
        sentence = doc.sentences[index]
        reading = _Reading(doc, posts, sentence, grouped.get(index, ()), found.get(index, ()), thread, said)
        reading.apart = apart.get(index, ())
        dates |= reading.dates()
        told, background = reading.told(dates)
        thread.leave(sentence, told, background=background)
    return tuple(dates[t] for t in triggers)


class _Reading:
    """The events of one sentence, the dates in it, and the day that the story has come to."""

    def __init__(
        self,
        doc: Document,
        posts: PostDays,
        sentence: Sentence,
        triggers: Sequence[Trigger],
        dated: Sequence[Dated],
        thread: Thread,
        said: Sequence[Span],
    ) -> None:
        self.doc, self.posts, self.sentence, self.said = doc, posts, sentence, said
        self.triggers, self.thread, self.carried = triggers, thread, thread.enter(sentence)
        self.tokens = sentence.tokens
        self.apart: Sequence[Distance] = ()
        self.clauses = Clauses(sentence, triggers, [d.timex.span for d in dated])
        self.sayings = [d for d in dated if d.saying and d.head is None]
        self.modifiers = [d for d in dated if d.head is not None and not self.is_setting(d.head)]
        self.adverbs = [d for d in dated if not (d.saying and d.head is None) and d not in self.modifiers]

    def is_setting(self, head: Span) -> bool:
        """Whether a dated noun only sets the scene (“during an overnight operation”): no event of its own."""
        named = self.names_happening(head)
        before = next((t.lower for t in reversed(self.tokens) if t.end < head.start and t.lower in DETERMINERS), "")
        return named and before in {"a", "an"} and not any(t.span.overlaps(head) for t in self.triggers)

    def dates(self) -> dict[Trigger, EventDate]:
        """The date of every trigger; participles last, for they may take that of their main clause."""
        own = {t: d for t in self.triggers if (d := self.own(t))}
        own |= date_by_distance(self.doc, self.apart, self.triggers, own)
        found = dict(own)
        for trigger in sorted(self.triggers, key=lambda t: not t.tense):
            if trigger not in own:
                found[trigger] = (
                    self.of_main_clause(trigger, found)
                    or self.shared(trigger, own)
                    or self.earlier(trigger)
                    or self.bounded(trigger)
                )
        return found

    def own(self, trigger: Trigger) -> EventDate | None:
        """By an expression that modifies the trigger, stands in its clause, or frames its sentence."""
        for d in self.modifiers:
            if d.head and trigger is next((t for t in self.triggers if d.head.overlaps(t.span)), None):
                return self.event(trigger, d, "says when")
        for d in self.sayings:
            if d.saying and d.saying.overlaps(trigger.span):
                return self.event(trigger, d, "says when")
        reaching = [d for d in self.adverbs if self.reaches(d, trigger)]
        mine = [d for d in reaching if trigger.clause.covers(d.timex.span)]
        if mine:
            return self.event(trigger, min(mine, key=lambda d: self.distance(d, trigger)), "in the same clause")
        if whole := self.part_of(trigger):
            return whole
        others = [
            t.clause
            for t in self.triggers
            if t is not trigger and not t.clause.covers(trigger.span) and not self.clauses.is_attribute(t)
        ]
        free = [d for d in reaching if d.frame or not any(c.covers(d.timex.span) for c in others)]
        if free:
            return self.event(trigger, min(free, key=lambda d: self.distance(d, trigger)), "in the same sentence")
        return None

    def distance(self, d: Dated, trigger: Trigger) -> tuple[int, int]:
        """How far a date lies from an event: the other events of a tense in between, then the characters.

        A date before “and” belongs to the event told before it (“signed in April and will meet”).
        """
        first, last = sorted((d.timex.span, trigger.span))
        between = sum(bool(t.tense) and first.end <= t.span.start < last.start for t in self.triggers)
        if last is trigger.span and not JOINING.isdisjoint(self.clauses.between(first.end, last.start)):
            between += any(t.tense and t.span.end <= first.start for t in self.triggers)
        return between, max(last.start - first.end, 0)

    def reaches(self, d: Dated, trigger: Trigger) -> bool:
        """Whether a date and an event stand on the same side of the commas of a relative clause."""
        if self.clauses.is_attribute(trigger) or self.clauses.is_reduced(trigger, d.timex.span.start):
            return False
        if any(
            t.span.end <= d.timex.span.start < trigger.span.start and self.clauses.is_reduced(t, trigger.span.end)
            for t in self.triggers
        ):
            return False
        here, there = self.clauses.aside(trigger.span), self.clauses.aside(d.timex.span)
        return here is there or (there is None and here is not None and (not here.mark or here.of_happening))

    def part_of(self, trigger: Trigger) -> EventDate | None:
        """By a dated happening that its phrase goes on with: “killed in Saturday's bombing”, “after” it."""
        for d in self.modifiers:
            if d.head is None or not self.names_happening(d.head):
                continue
            if self.clauses.tells_of(trigger, d.head):
                return self.event(trigger, d, "says of what it was part")
            if d.timex.span.start < trigger.span.end:
                continue
            between = self.clauses.between(trigger.span.end, d.timex.span.start)
            word = next((w for w in reversed(between) if w not in DETERMINERS), "")
            if word not in _WITHIN | {"after"} or not BREAKING.isdisjoint(between):
                continue
            if any(trigger.span < t.span < d.timex.span and t.tense != trigger.tense for t in self.triggers):
                continue
            later = replace(d, interval=DateInterval(d.interval.start, None), words=f"after {d.words}")
            return self.event(trigger, later if word == "after" else d, "says of what it was part")
        return None

    def names_happening(self, head: Span) -> bool:
        """Whether a dated noun names a happening: “Saturday's bombing”."""
        return any(w in timex_lexicon().words["happenings"] for w in self.clauses.between(head.start, head.end))

    def event(self, trigger: Trigger, d: Dated, where: str) -> EventDate:
        interval, counted = shifted(d.interval, d.timex.span, trigger.span, self.apart, self.doc.text)
        if interval.start and "since" in self.clauses.between(trigger.span.end, d.timex.span.start):
            interval = DateInterval(interval.start, None)
        interval, note = self.up_to_now(trigger, interval)
        basis = "stated" if d.timex.basis == "stated" and not counted else "relative"
        return EventDate(interval, precision_of(interval), basis, f"{counted}{d.words} {where}{note}", d.timex.span)

    def told(self, dates: dict[Trigger, EventDate]) -> tuple[EventDate | None, bool]:
        """What the sentence says of the day that the story has come to, and whether it is background."""
        mine = [
            t
            for t in self.triggers
            if is_known(dates[t]) and t.type not in STATEMENTS and not self.clauses.describes(t)
        ]
        days = [t for t in mine if not self.clauses.is_before(t) and is_day(dates[t])]
        first = next(iter(days + mine), None)
        if first is not None:
            return dates[first], self.clauses.is_before(first)
        own = next((d for d in self.adverbs if self.clauses.aside(d.timex.span) is None), None)
        if own is None or self.triggers:
            return None, False
        basis = "stated" if own.timex.basis == "stated" else "relative"
        return EventDate(own.interval, precision_of(own.interval), basis, f"{own.words} there", own.timex.span), False

    def up_to_now(self, trigger: Trigger, interval: DateInterval) -> tuple[DateInterval, str]:
        """The interval without the days after publication, where the event is told as having happened."""
        published = self.bound(trigger)[0]
        happened = trigger.tense != "future" and trigger.status.status not in _AHEAD
        if published is None or not interval.known:
            return interval, ""
        if interval.start is None:
            after = interval.end is not None and interval.end > published
            return (DateInterval(None, published), " up to publication") if happened and after else (interval, "")
        if interval.start > published:
            return interval, ", although that is after publication" if trigger.tense == "past" else ""
        if interval.end is None or (happened and interval.end > published):
            return DateInterval(interval.start, published), " up to publication"
        return interval, ""

    def of_main_clause(self, trigger: Trigger, found: dict[Trigger, EventDate]) -> EventDate | None:
        """What a participle or a relative clause takes from the clause that it goes with."""
        of_noun = self.clauses.is_attribute(trigger) or self.clauses.is_reduced(trigger, self.sentence.span.end)
        if trigger.tense or of_noun or self.clauses.describes(trigger):
            return None
        main = [t for t in found if t.tense and is_day(found[t]) and self.clauses.leads_to(t, trigger)]
        if not main:
            return None
        nearest = found[min(main, key=lambda t: abs(t.span.start - trigger.span.start))]
        return replace(nearest, rule=f"with the main clause: {nearest.rule}")

    def shared(self, trigger: Trigger, own: dict[Trigger, EventDate]) -> EventDate | None:
        """The date of a coordinated clause, or of one of time or place where that day is near publication."""
        if self.clauses.is_before(trigger) or trigger.type in STATEMENTS:
            return None
        near = sorted((t for t in own if is_day(own[t])), key=lambda t: abs(t.span.start - trigger.span.start))
        mates = [t for t in near[:_MATES] if t.tense in {trigger.tense, ""} and self.clauses.goes_with(trigger, t)]
        if not mates:
            return None
        nearest = own[mates[0]]
        return replace(nearest, rule=f"with a clause of the same sentence: {nearest.rule}")

    def earlier(self, trigger: Trigger) -> EventDate | None:
        """From the sentences before: the story's day, or “since” what they told."""
        last, published = self.thread.last, self.bound(trigger)[0]
        if last and last.interval.start and self.clauses.is_since(trigger):
            start = last.interval.start
            interval = DateInterval(start, published if published and published >= start else None)
            return EventDate(interval, precision_of(interval), "relative", f"since then: {last.rule}", last.timex)
        c = self.carried
        if c is None or self.clauses.is_before(trigger) or not takes_earlier_date(self.tokens, trigger):
            return None
        rule = c.rule if c.rule.startswith("carried over") else f"carried over from the sentence before: {c.rule}"
        return replace(c, rule=rule)

    def is_reported(self, trigger: Trigger) -> bool:
        """Whether somebody else says it, so that “had” may only follow the tense of “said”."""
        at = bisect_right(self.said, trigger.span.start, key=lambda s: s.start)
        return any(scope.covers(trigger.span) for scope in self.said[max(at - 3, 0) : at])

    def bounded(self, trigger: Trigger) -> EventDate:
        """Only by the day that it was said, or by what it came before."""
        if trigger.status.status is Status.PLANNED:
            return EventDate(DateInterval(), None, "unknown", "planned, and no date is given")
        bound, said = self.bound(trigger)
        why = "no date is given"
        if self.clauses.is_before(trigger) and not self.is_reported(trigger):
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
