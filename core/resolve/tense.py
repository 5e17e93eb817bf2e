"""Whether the words around a date expression speak of the past or of the future."""

from __future__ import annotations

from collections.abc import Sequence

from core.lexicon.timex import timex_lexicon
from core.model import Kind, Sentence, Span

_NOT_VERBS = frozenset({"the", "a", "an", "this", "that", "its", "his", "her", "their", "our", "my", "these", "those"})
_PROGRESSIVE = frozenset({"is", "are", "'s", "’s", "'re", "’re"})
_REACH = 14  # tokens to either side


def tense_around(sentence: Sentence, span: Span) -> int:
    """-1 past, 1 future, 0 where no word tells: by the nearest verb before the expression, else after it."""
    tokens = sentence.tokens
    first = next((i for i, t in enumerate(tokens) if t.end > span.start), len(tokens))
    last = next((i for i in range(first, len(tokens)) if tokens[i].start >= span.end), len(tokens))
    before = [t.lower for t in tokens[max(first - _REACH, 0) : first]]
    backwards = _backwards(before, heading=sentence.kind is Kind.HEADING)
    return backwards or _forwards([t.lower for t in tokens[last : last + _REACH]])


def _backwards(words: Sequence[str], *, heading: bool) -> int:
    lexicon = timex_lexicon().words
    for i in range(len(words) - 1, -1, -1):
        word, previous = words[i], words[i - 1] if i else ""
        if word in lexicon["future_verbs"]:
            return 1
        if word == "to" and i + 1 < len(words) and words[i + 1].isalpha() and words[i + 1] not in _NOT_VERBS:
            if heading or previous in lexicon["intent_verbs"] or words[i + 1] == "be":
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
