"""Which date the sentences of a paragraph go on with, and which event may take it.

A story's own day holds until another is named. A date of its background (told with “had”, or more than a week
before publication in an article that has newer days) holds for no sentence but the next, and there only where
that one takes the happening up (“That attack …”). Statements, and what the present perfect tells, are dated by
no earlier sentence.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from datetime import timedelta
from itertools import pairwise

from core.lexicon.timex import timex_lexicon
from core.model import Document, EventDate, Sentence, Timex, Token, Trigger
from core.resolve.calendar import add_days

_OPENING = 7  # tokens in which a sentence names the happening that it goes on about
_NEAR = 7  # days: a weekday's reach
_NEWS = timedelta(days=31)  # a text of many dates, none of them newer, tells no news: each of its dates is its story's
_MANY = 8  # dates, as in `core.resolve.narrative`
_BEFORE_VERB = 4  # tokens back from a verb to its auxiliary: “has also been killed”
_PERFECT = frozenset({"has", "have", "'ve", "’ve"})
_TAKING_UP = frozenset({"the", "this", "that", "these", "those"})
STATEMENTS = frozenset({"AGREE", "SUPPORT", "CONCEDE", "REQUEST", "ACCUSE", "REJECT", "THREATEN"})


def is_day(event: EventDate) -> bool:
    """Whether a date names a week at most, by the text's own words."""
    return event.basis in {"stated", "relative"} and event.precision in {1, 2, 3}


def is_known(event: EventDate) -> bool:
    """Whether the text's own words date an event, however roughly."""
    return event.basis in {"stated", "relative"}


def auxiliaries(tokens: Sequence[Token], trigger: Trigger) -> tuple[str, ...]:
    """The words right before a trigger, in lower case, among which its auxiliary stands."""
    at = bisect_right(tokens, trigger.span.start, key=lambda t: t.end)
    return tuple(t.lower for t in tokens[max(at - _BEFORE_VERB, 0) : at])


def takes_earlier_date(tokens: Sequence[Token], trigger: Trigger) -> bool:
    """Whether an event without a date may take that of the sentence before: no statement, in the simple past."""
    words = auxiliaries(tokens, trigger)
    perfect = not _PERFECT.isdisjoint(words) or "since" in words
    return trigger.tense == "past" and trigger.type not in STATEMENTS and not perfect


class Thread:
    """The dates that a document has come to, sentence by sentence.

    Args:
        doc: The document.
        timexes: Its date expressions.
    """

    def __init__(self, doc: Document, timexes: Iterable[Timex]) -> None:
        published = doc.article.published
        days = [t.interval.start for t in timexes if t.sentence >= 0 and t.interval.start is not None]
        news = published is not None and (len(days) < _MANY or published - max(days) <= _NEWS)
        self.floor = add_days(published, -_NEAR) if published and news else None
        self.story: EventDate | None = None
        self.aside: EventDate | None = None
        self.last: EventDate | None = None
        self.at = self.paragraph = -1

    def enter(self, sentence: Sentence) -> EventDate | None:
        """The date that the events of `sentence` may take."""
        taken_up = _takes_up(sentence)
        if sentence.paragraph != self.paragraph and not taken_up:
            self.story = None
        if self.aside is not None and taken_up and sentence.index == self.at + 1:
            return self.aside
        return self.story

    def leave(self, sentence: Sentence, told: EventDate | None, *, background: bool) -> None:
        """Goes on with what `sentence` told: a date of the story, of its background, or none."""
        self.at, self.paragraph, self.aside = sentence.index, sentence.paragraph, None
        if told is None:
            return
        self.last = told
        start = told.interval.start
        if background or (self.floor and start and start < self.floor) or not is_day(told):
            self.story, self.aside = None, told
        else:
            self.story = told


def _takes_up(sentence: Sentence) -> bool:
    """Whether a sentence opens with a happening already told: “During the operation, …”, “The blast …”."""
    opening = [t.lower for t in sentence.tokens[:_OPENING]]
    return any(a in _TAKING_UP and b in timex_lexicon().words["happenings"] for a, b in pairwise(opening))
