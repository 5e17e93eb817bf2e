"""Whether the words around a date expression speak of the past or of the future."""

from __future__ import annotations

from core.model import Sentence, Span

_FUTURE = frozenset(
    """will 'll ’ll shall would may might could should must can going expected scheduled set due planned plans plan
    planning slated supposed upcoming hopes hope hoping intends intend expects expect aims aim until deadline
    is are begins starts opens takes ahead ’re""".split()
)
_STRONG_FUTURE = _FUTURE - {"is", "are", "’re"}
_PAST = frozenset(
    """was were had did has have said told went came took made saw gave held left began won lost met fell rose sent
    led found got became brought kept shot struck hit broke fought fled spoke wrote ran stood set cut put hurt beat
    blew drove flew grew knew paid sold sank shook spent swept threw wore withdrew rejected been ago""".split()
) - {"set"}
_STOPS = frozenset({";", ":", "—", "–"})


def tense_around(sentence: Sentence, span: Span) -> int:
    """-1 past, 1 future, 0 where no word tells: by the nearest verb before the expression, else after it."""
    tokens = sentence.tokens
    before = [t.lower for t in tokens if t.end <= span.start]
    after = [t.lower for t in tokens if t.start >= span.end]
    return _backwards(before[-14:]) or _forwards(after[:14])


def _backwards(words: list[str]) -> int:
    for i in range(len(words) - 1, -1, -1):
        word = words[i]
        if word in _STRONG_FUTURE:
            return 1
        previous = words[i - 1] if i else ""
        if previous in {"be", "to"} and word not in {"the", "a"} and word.isalpha():
            continue
        if word in _PAST or (word.endswith("ed") and len(word) > 4):
            return 1 if previous in {"are", "is", "be"} and word in {"expected"} else -1
    return 0


def _forwards(words: list[str]) -> int:
    for word in words:
        if word in _STRONG_FUTURE:
            return 1
        if word in _PAST or (word.endswith("ed") and len(word) > 4):
            return -1
    return 0
