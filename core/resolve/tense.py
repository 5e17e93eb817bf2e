"""Whether the words around a date expression speak of the past or of the future."""

from __future__ import annotations

from collections.abc import Sequence

from core.model import Sentence, Span

_FUTURE = frozenset(
    """will 'll ’ll shall would may might could should must can expected scheduled due planned plan plans planning
    slated supposed upcoming hopes hope hoping intends intend expects expect aims aim expires""".split()
)
# Before “to VERB”: what is done next lies ahead.
_INTENT = frozenset(
    """is are going set want wants wanted agreed agree agrees decided promised vowed pledged ordered urged called asked
    invited likely ready prepared threatened threatens preparing about plan plans planned expected scheduled due
    hopes hope hoping intends intend aims aim slated voted seeks seek pushing trying willing deadline wants""".split()
)
_PAST = frozenset(
    """was were had did has have said told went came took made saw gave held left began won lost met fell rose sent
    led found got became brought kept shot struck hit broke fought fled spoke wrote ran stood cut beat blew drove
    flew grew knew paid sold sank shook spent swept threw wore withdrew been posted""".split()
)
_NOT_VERBS = frozenset("""the a an this that its his her their our my these those each every""".split())
_REACH = 14  # words to either side


def tense_around(sentence: Sentence, span: Span) -> int:
    """-1 past, 1 future, 0 where no word tells: by the nearest verb before the expression, else after it."""
    tokens = sentence.tokens
    first = next((i for i, t in enumerate(tokens) if t.end > span.start), len(tokens))
    last = next((i for i in range(first, len(tokens)) if tokens[i].start >= span.end), len(tokens))
    before = [t.lower for t in tokens[max(first - _REACH, 0) : first]]
    return _backwards(before) or _forwards([t.lower for t in tokens[last : last + _REACH]])


def _backwards(words: Sequence[str]) -> int:
    for i in range(len(words) - 1, -1, -1):
        word, previous = words[i], words[i - 1] if i else ""
        if word in _FUTURE:
            return 1
        if word == "to" and i + 1 < len(words) and words[i + 1].isalpha() and words[i + 1] not in _NOT_VERBS:
            if previous in _INTENT or words[i + 1] == "be":
                return 1
        elif previous == "to" or previous == "be":
            continue
        elif word.endswith("ing") and previous in {"is", "are", "'s", "’s", "'re", "’re"}:
            return 1
        elif _is_past(word):
            return -1
    return 0


def _forwards(words: Sequence[str]) -> int:
    return next((1 if w in _FUTURE else -1 for w in words if w in _FUTURE or _is_past(w)), 0)


def _is_past(word: str) -> bool:
    return word in _PAST or (word.endswith("ed") and len(word) > 4)
