"""Where two sentences differ, word by word."""

from __future__ import annotations

from collections.abc import Sequence
from difflib import SequenceMatcher
from typing import NamedTuple

from core.model import Sentence, Span, Token


class Differing(NamedTuple):
    """The spans of one sentence that the other words otherwise (`changed`) or has nothing for (`only`)."""

    changed: tuple[Span, ...]
    only: tuple[Span, ...]


def words_of(sentences: Sequence[Sentence], span: Span) -> list[Token]:
    """The tokens inside `span` that hold a letter or a digit."""
    return [
        token
        for sentence in sentences
        if sentence.span.overlaps(span)
        for token in sentence.tokens
        if span.start <= token.start and token.end <= span.end and any(c.isalnum() for c in token.text)
    ]


def ratio(a: Sequence[Token], b: Sequence[Token]) -> float:
    """How much two lists of words share, in order: 0 nothing, 1 all."""
    return SequenceMatcher(None, [t.lower for t in a], [t.lower for t in b], autojunk=False).ratio()


def differing(a: Sequence[Token], b: Sequence[Token]) -> tuple[Differing, Differing]:
    """What each of two lists of words has that the other has not; case is no difference."""
    matcher = SequenceMatcher(None, [t.lower for t in a], [t.lower for t in b], autojunk=False)
    changed: tuple[list[Span], list[Span]] = ([], [])
    only: tuple[list[Span], list[Span]] = ([], [])
    for operation, a_from, a_to, b_from, b_to in matcher.get_opcodes():
        if operation == "equal":
            continue
        into = changed if operation == "replace" else only
        for side, tokens in enumerate((a[a_from:a_to], b[b_from:b_to])):
            if tokens:
                into[side].append(Span(tokens[0].start, tokens[-1].end))
    return Differing(tuple(changed[0]), tuple(only[0])), Differing(tuple(changed[1]), tuple(only[1]))
