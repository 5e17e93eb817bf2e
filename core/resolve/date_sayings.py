"""Dates of words rather than of deeds: “said on Friday”, “claimed on Saturday”, “the toll rose to 16 on Monday”."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Collection, Sequence

from core.lexicon.reporting import reporting
from core.lexicon.timex import timex_lexicon
from core.model import Span, Token

_REACH = 7  # tokens between a date and the verb of saying
_AHEAD = 25  # tokens after a date that opens its sentence, up to its verb
_ARTICLES = frozenset({"the", "a", "an", "this", "his", "her", "its", "their"})  # “denied the claim on Friday”
_BREAKS = frozenset({",", ";", ":", "who", "which", "that", "when", "where", "after", "before", "while", "and", "but"})


def saying_verb(
    tokens: Sequence[Token], date: Span, cues: Collection[Span], deeds: Collection[Span] = (), *, opens: bool = False
) -> Span | None:
    """The verb of saying, or of a figure that is put anew, to which a date belongs; None where it dates a deed.

    Args:
        tokens: The sentence's.
        date: Where the date stands.
        cues: The words of saying that attributions rest on.
        deeds: The words that name happenings: a date nearer to one of them belongs to that one.
        opens: Whether the date opens its sentence, so that its verb comes after it.
    """
    first = bisect_right(tokens, date.start, key=lambda t: t.end)
    last = bisect_left(tokens, date.end, key=lambda t: t.start)
    if found := next((_span(t) for t in tokens[last : last + 1] if _says(t, cues)), None):
        return found
    for i in range(first - 1, max(first - _REACH, 0) - 1, -1):
        token = tokens[i]
        if _says(token, cues) and not (i and tokens[i - 1].lower in _ARTICLES):
            return _span(token)
        if token.lower not in timex_lexicon().words["said_to"]:
            break
    return _announced(tokens, first, deeds) or (_opened(tokens, last, cues, deeds) if opens else None)


def _span(token: Token) -> Span:
    return Span(token.start, token.end)


def _says(token: Token, cues: Collection[Span]) -> bool:
    return token.lower in reporting().verbs or _span(token) in cues


def _announced(tokens: Sequence[Token], first: int, deeds: Collection[Span]) -> Span | None:
    """A verb of announcing or of a changed figure before the date, over its object (“claimed responsibility on …”)."""
    for token in reversed(tokens[max(first - _REACH, 0) : first]):
        if token.lower in timex_lexicon().words["announcing"]:
            return _span(token)
        if token.lower in _BREAKS or any(_span(token).overlaps(d) for d in deeds):
            return None
    return None


def _opened(tokens: Sequence[Token], last: int, cues: Collection[Span], deeds: Collection[Span]) -> Span | None:
    """The verb of saying that is the first verb after an opening date (“On Friday, police said that …”)."""
    stretch = tokens[last : last + _AHEAD]
    for i, token in enumerate(stretch):
        if any(_span(token).overlaps(d) for d in deeds):
            return None
        if _says(token, cues) or token.lower in timex_lexicon().words["announcing"]:
            inserted = i + 1 < len(stretch) and stretch[i + 1].lower == ","
            return None if inserted else _span(token)
    return None
