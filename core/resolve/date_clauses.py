"""How the events of a sentence hang together, as far as their dates go: coordination, asides, what comes before."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterable, Sequence
from itertools import pairwise

from core.lexicon.timex import timex_lexicon
from core.model import Sentence, Span, Trigger
from core.resolve.asides import Aside, asides
from core.resolve.carrying import STATEMENTS, auxiliaries

_EARLIER = frozenset({"earlier", "previously", "before"})
_HAD = frozenset({"had", "'d", "’d"})
BREAKING = frozenset(
    {";", ":", "that", "who", "which", "whose", "because", "although", "despite", "if", "unless", "since"}
)
_TIME_CLAUSES = frozenset({"when", "as", "while", "after", "where"})
_WHO = frozenset({"who", "whose", "accused", "suspected", "convicted", "charged", "wanted", "over"})
_ENDING = frozenset({".", ",", ";", "and"})
_RUNNING = frozenset({"was", "were"})
_RELATIVE = frozenset({"who", "that", "which"})
JOINING = frozenset({"and", "or", "but"})
_ARTICLES = frozenset({"the", "a", "an", "his", "her", "its", "their", "our"})


class Clauses:
    """The clauses of one sentence by their triggers and by the commas around relative clauses.

    Args:
        sentence: The sentence.
        triggers: Its events, in order.
        dates: Where its date expressions stand.
    """

    def __init__(self, sentence: Sentence, triggers: Sequence[Trigger], dates: Iterable[Span]) -> None:
        self.tokens, self.triggers = sentence.tokens, triggers
        self.asides = asides(sentence, dates) if triggers else ()

    def aside(self, span: Span) -> Aside | None:
        """The relative clause or inserted phrase that holds a span."""
        return next((a for a in self.asides if a.span.covers(span)), None)

    def describes(self, trigger: Trigger) -> bool:
        """Whether a trigger stands in a relative clause that says who or what somebody is."""
        aside = self.aside(trigger.span)
        return aside is not None and bool(aside.mark) and not aside.goes_on

    def tells_of(self, trigger: Trigger, noun: Span) -> bool:
        """Whether a trigger stands in the relative clause of a noun: “the June 16 attack in which 42 were killed”."""
        if noun.end > trigger.span.start or any(noun.end <= t.span.start < trigger.span.start for t in self.triggers):
            return False
        words = self.between(noun.end, trigger.span.start)
        return words[:2] == ["in", "which"] or words[:1] in (["that"], ["which"])

    def between(self, start: int, end: int) -> list[str]:
        """The words from `start` to `end`, in lower case."""
        first = bisect_left(self.tokens, start, key=lambda t: t.start)
        return [t.lower for t in self.tokens[first : bisect_right(self.tokens, end, key=lambda t: t.end)]]

    def is_attribute(self, trigger: Trigger) -> bool:
        """Whether a participle only says which people or things: “visited wounded troops”, “the wounded men”."""
        at = bisect_left(self.tokens, trigger.span.start, key=lambda t: t.start)
        before = self.tokens[at - 1] if at else None
        if before is None or trigger.tense or not _is_participle(trigger):
            return False
        return before.lower in _ARTICLES or any(
            t.tense and t.span.overlaps(Span(before.start, before.end)) for t in self.triggers
        )

    def is_reduced(self, trigger: Trigger, until: int) -> bool:
        """Whether a participle stands in the subject of a verb before `until`: “hostages held by Hamas were freed”."""
        return (
            not trigger.tense
            and _is_participle(trigger)
            and any(t.tense and trigger.span.end <= t.span.start < until for t in self.triggers)
        )

    def leads_to(self, main: Trigger, trigger: Trigger) -> bool:
        """Whether what goes with a clause is of its day: not a man's deeds at his arrest, nor what is spoken of."""
        first, last = sorted((main.span, trigger.span))
        return main.type not in STATEMENTS and _WHO.isdisjoint(self.between(first.end, last.start))

    def goes_with(self, trigger: Trigger, dated: Trigger) -> bool:
        """Whether two clauses are coordinated, or one says when or where the other took place."""
        if self.is_before(dated):
            return False
        first, last = sorted((trigger.span, dated.span))
        words = set(self.between(first.end, last.start))
        if self.describes(trigger) or self.describes(dated):
            return False
        if last == dated.span and self.is_meanwhile(dated, words):
            return True
        if not BREAKING.isdisjoint(words - {"which", "where"} if self.aside(last) else words):
            return False
        if "after" in words and last == trigger.span:
            return False
        return not JOINING.isdisjoint(words) or not _TIME_CLAUSES.isdisjoint(words) or self.aside(last) is not None

    def is_meanwhile(self, dated: Trigger, words: Collection[str]) -> bool:
        """Whether a restrictive clause tells of the same time: “students who were protesting”, “a raid that killed”."""
        running = dated.text.endswith("ing") and not _RUNNING.isdisjoint(auxiliaries(self.tokens, dated))
        return (running and not _RELATIVE.isdisjoint(words)) or words in ({"that"}, {"which"})

    def is_since(self, trigger: Trigger) -> bool:
        """Whether “since” stands alone: “have been killed since”, “has since fled”."""
        if "since" in auxiliaries(self.tokens, trigger):
            return True
        following = [t.lower for t in self.tokens if t.start >= trigger.span.end]
        return any(a == "since" and b in _ENDING for a, b in pairwise([*following, "."]))

    def is_before(self, trigger: Trigger) -> bool:
        """Whether the sentence goes back in time: “Earlier, …”, or “had” within the verb group."""
        return any(t.lower in _EARLIER for t in self.tokens[:1]) or not _HAD.isdisjoint(
            auxiliaries(self.tokens, trigger)
        )


def _is_participle(trigger: Trigger) -> bool:
    word = trigger.text.split()[0].lower()
    return word.endswith("ed") or word in timex_lexicon().words["past_verbs"]
