"""Whether the words around a date expression speak of the past or of the future."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from core.lexicon.timex import timex_lexicon
from core.model import Kind, Sentence, Span

_NOT_VERBS = frozenset({"the", "a", "an", "this", "that", "its", "his", "her", "their", "our", "my", "these", "those"})
_DETERMINERS = _NOT_VERBS - {"this", "that", "these", "those"}  # which may be subjects as well (“that will be …”)
_PRESENT = frozenset({"is", "are"})
_PROGRESSIVE = frozenset({"is", "are", "'s", "’s", "'re", "’re"})
_REACH = 14  # tokens to either side


def tense_around(sentence: Sentence, span: Span) -> int:
    """-1 past, 1 future, 0 where no word tells: by “since” or “for”, the nearest verb before it, else after it."""
    tokens = sentence.tokens
    first = bisect_right(tokens, span.start, key=lambda t: t.end)
    last = bisect_left(tokens, span.end, key=lambda t: t.start)
    before = [t.lower for t in tokens[max(first - _REACH, 0) : first]]
    following = [t.lower for t in tokens[last : last + _REACH]]
    if before[-1:] == ["since"]:
        return -1
    if before[-1:] == ["for"] and following[:1] not in (["'s"], ["’s"]):
        return 1
    backwards = _backwards(before, heading=sentence.kind is Kind.HEADING)
    if not backwards and before[-1:] == ["until"]:
        return 1
    return backwards or _forwards(following)


def _backwards(words: Sequence[str], *, heading: bool) -> int:
    lexicon = timex_lexicon().words
    for i in range(len(words) - 1, -1, -1):
        word, previous = words[i], words[i - 1] if i else ""
        following = words[i + 1] if i + 1 < len(words) else ""
        if (word, following) == ("could", "not") or (previous, word) == ("than", "expected"):
            return -1
        if previous in _DETERMINERS:
            continue
        if word in lexicon["future_verbs"] or (word in _PRESENT and i >= len(words) - 2):
            return 1
        if word == "to" and following.isalpha() and following not in _NOT_VERBS:
            if heading or previous in lexicon["intent_verbs"] or following == "be":
                return 1
        elif previous in {"to", "be"}:
            continue
        elif word.endswith("ing") and previous in _PROGRESSIVE:
            return 1
        elif _is_past(word):
            return -1
    return 0


def _forwards(words: Sequence[str]) -> int:
    future = timex_lexicon().words["future_verbs"]
    return next((1 if w in future else -1 for w in words if w in future or _is_past(w)), 0)


def _is_past(word: str) -> bool:
    return word in timex_lexicon().words["past_verbs"] or (word.endswith("ed") and len(word) > 4)
