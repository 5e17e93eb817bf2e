"""The date expressions of a sentence as dates for its events: what each dates, and the days that it leaves open.

An expression may modify a noun (“the July 2 attack”) or a verb of saying (“said on Friday”): then it dates
that and nothing else. “since X” is open from X on, “before X”, “until X” and “by X” bound from above,
“from X to Y” and “X–Y” join.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import takewhile

from core.lexicon.timex import timex_lexicon
from core.model import DateInterval, Document, Sentence, Span, Timex, TimexType, Token
from core.resolve.date_sayings import saying_verb
from core.resolve.posted import PostDays

DETERMINERS = frozenset({"the", "a", "an", "this", "that", "these", "those", "his", "her", "its", "their", "our"})
_NO_NOUN = DETERMINERS | {
    "of", "in", "on", "at", "by", "to", "and", "or", "but", "after", "before", "that", "which", "who", "when", "while",
    "was", "were", "is", "are", "has", "have", "had", "will", "would", "they", "he", "she", "it", ",", ".", ";",
}  # fmt: skip
_FROM_ON = frozenset({"since", "after", "following"})
_AROUND = frozenset({"before", "after"})
_UP_TO = frozenset({"until", "till", "before", "by"})
_RANGE = re.compile(r"\s*(?:[-–—]|to|until|till|through)\s*(?:the\s+)?")
_PAIR = re.compile(r"\s*and\s*(?:the\s+)?")
_HEAD_REACH = 5  # tokens from a date to the noun that it modifies: “the July 2 suicide car bomb attack”
_COMPARING = frozenset({"compared", "than", "versus"})
_RANKING = frozenset({"first", "worst", "most", "least", "record", "lows", "highs", "low", "high"})
_NUMBERS = frozenset(timex_lexicon().classes["WORD"]) | frozenset(timex_lexicon().classes["VAGUE"])
_RANKING_REACH = 16  # tokens back to a superlative: “the deadliest attack on troops in the country since 2016”
_COMPARING_REACH = 7  # tokens back from a date to the word of comparison
_FRAME = 3  # tokens before a date that frames its sentence: “Late on”


@dataclass(frozen=True, slots=True)
class Dated:
    """An expression as a date for events: its interval, the words for the rule, and where it counts.

    Args:
        head: The stretch that holds the noun that it modifies, if it modifies one.
        saying: The verb of saying that it dates, where it dates one and so bounds what is said.
        frame: Whether it opens its sentence.
    """

    timex: Timex
    interval: DateInterval
    words: str
    head: Span | None
    saying: Span | None
    frame: bool


def dates_by_sentence(
    doc: Document,
    timexes: Iterable[Timex],
    posts: PostDays,
    cues: Collection[Span],
    deeds: Mapping[int, Collection[Span]],
) -> dict[int, list[Dated]]:
    """The expressions that can date an event, by the index of their sentence.

    Args:
        doc: The article.
        timexes: Its resolved expressions, in order.
        posts: Its posts, whose bylines date no event.
        cues: The spans of words of saying.
        deeds: Those of the words that name happenings, by sentence.
    """
    grouped: dict[int, list[Timex]] = {}
    for timex in timexes:
        if timex.sentence >= 0 and _names_days(posts, timex):
            grouped.setdefault(timex.sentence, []).append(timex)
    return {i: list(_dated(doc, doc.sentences[i], group, cues, deeds.get(i, ()))) for i, group in grouped.items()}


def _names_days(posts: PostDays, timex: Timex) -> bool:
    """Whether an expression can date an event: it names days, and does not stand in a post's byline."""
    post = posts.holding(timex.span)
    if post and post.byline.covers(timex.span):
        return False
    return timex.type in {TimexType.DATE, TimexType.TIME} and timex.interval.known


def _dated(
    doc: Document, sentence: Sentence, group: list[Timex], cues: Collection[Span], deeds: Collection[Span]
) -> Iterator[Dated]:
    tokens = sentence.tokens
    skip = -1
    for i, timex in enumerate(group):
        if i == skip:
            continue
        first = bisect_right(tokens, timex.span.start, key=lambda t: t.end)
        before = _before(tokens, first)
        interval, words, last = timex.interval, f"“{timex.text}”", timex.span.end
        other = group[i + 1] if i + 1 < len(group) else None
        if other and (joined := _joined(doc.text, timex, other, before)):
            interval, skip, last = joined, i + 1, other.span.end
            words = f"“{doc.text[timex.span.start : other.span.end]}”"
        head = _head(tokens, first, last)
        if head is None:
            interval, words = _bounded(interval, words, before, clock="T" in timex.value)
        if (clause := _when_clause(tokens, last)) is not None:
            yield Dated(timex, timex.interval, f"“{timex.text}”", clause, None, frame=False)
        if not _is_compared(tokens, first):
            frame = first <= _FRAME
            saying = saying_verb(tokens, Span(timex.span.start, last), cues, deeds, opens=frame)
            yield Dated(timex, interval, words, head, saying, frame)


def _before(tokens: Sequence[Token], first: int) -> list[str]:
    """The two words before a date, past what only says what it is (“before the holy month of Ramadan”)."""
    words = [t.lower for t in tokens[max(first - 6, 0) : first]]
    if words[-2:] == ["month", "of"]:
        del words[-2:]
        while words[-1:] and words[-1] in {"holy", "fasting", "muslim", "the"}:
            del words[-1]
    return words[-2:]


def _joined(text: str, a: Timex, b: Timex, before: list[str]) -> DateInterval | None:
    """The days from one expression to the next, where the words make them a range."""
    gap = text[a.span.end : b.span.start]
    if not (_RANGE.fullmatch(gap) or ("between" in before and _PAIR.fullmatch(gap))):
        return None
    start, end = a.interval.start, b.interval.end
    return DateInterval(start, end) if start and end and start <= end else None


def _bounded(interval: DateInterval, words: str, before: list[str], *, clock: bool) -> tuple[DateInterval, str]:
    """The interval that a preposition makes of a date: open after “since”, bounded from above by “until”.

    “Shortly before 8 a.m. on Friday” and “after dawn on Friday” stay on that day.
    """
    word = next((w for w in reversed(before) if w not in DETERMINERS), "")
    if clock and word in _AROUND:
        return interval, f"{word} {words}"
    if word in _FROM_ON and interval.start:
        return DateInterval(interval.start, None), f"{word} {words}"
    if word in _UP_TO and interval.end:
        begins = word == "before" and interval.start and interval.start > date.min
        end = interval.start - timedelta(days=1) if begins and interval.start else interval.end
        return DateInterval(None, end), f"{word} {words}"
    return interval, words


def _head(tokens: Sequence[Token], first: int, last: int) -> Span | None:
    """Where the noun stands that the date modifies (“the July 2 attack”, “Friday's vote”), else None."""
    after = bisect_left(tokens, last, key=lambda t: t.start)
    if after >= len(tokens):
        return None
    possessive = tokens[after].lower in {"'s", "’s"}
    determined = first > 0 and tokens[first - 1].lower in DETERMINERS and tokens[first].lower not in DETERMINERS
    following = tokens[after + possessive : after + possessive + _HEAD_REACH]
    if not following or not (possessive or (determined and following[0].text[0].isalpha())):
        return None
    noun = list(takewhile(lambda t: t.lower not in _NO_NOUN, following))
    return Span(noun[0].start, noun[-1].end) if noun else None


def _when_clause(tokens: Sequence[Token], last: int) -> Span | None:
    """The clause that tells what happened on a date: “in 2016, when 49 were killed”."""
    after = bisect_left(tokens, last, key=lambda t: t.start)
    if [t.lower for t in tokens[after : after + 2]] != [",", "when"]:
        return None
    clause = list(takewhile(lambda t: t.lower not in {",", ";", "."}, tokens[after + 2 :]))
    return Span(clause[0].start, clause[-1].end) if clause else None


def _counts(words: Sequence[str]) -> bool:
    """Whether a number follows “than” that is no date (“more than 3,000 people have been killed since then”)."""
    return len(words) > 1 and (words[0][0].isdecimal() or words[0] in _NUMBERS)


def _is_compared(tokens: Sequence[Token], first: int) -> bool:
    """Whether the date only stands for comparison: “compared with 2012”, “from 14% a year ago”, “worst since May”."""
    before = [t.lower for t in tokens[max(first - _COMPARING_REACH, 0) : first]]
    for i, word in enumerate(before):
        if word in _COMPARING and not (word == "than" and _counts(before[i + 1 : i + 3])):
            return True
    ranked = [t.lower for t in tokens[max(first - _RANKING_REACH, 0) : first]]
    if not _FROM_ON.isdisjoint(before[-2:]) and any(w.endswith("est") or w in _RANKING for w in ranked):
        return True
    return "from" in before and any(w[0].isdecimal() for w in before[before.index("from") + 1 :])
