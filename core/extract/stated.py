"""Reads what is stated without a clause: “put the toll at 11”, “claimed responsibility for”, “accused X of”."""

from __future__ import annotations

from core.extract.said import Found, Reader, content_end
from core.extract.sources import subject_before
from core.lexicon.grammar import words
from core.model import Span

_BE = words("common", "be")
_MODALS = words("common", "modals")
_REACH = 12
_EDGES = frozenset((";", ":", ".", "that", "and", "but"))


def stated(reader: Reader, i: int) -> Found | None:
    """What the verb at `i` states by its frame in `core/lexicon/reporting.toml`, and who does."""
    frame = reader.lexicon.stating[reader.low(i)]
    if reader.low(i - 1) in _BE | _MODALS | {"to", "not", "n't"} or reader.low(i - 2) in _BE:
        return None
    at, named = i + 1, not frame.objects
    while at < min(len(reader.tokens), i + _REACH) and not (named and reader.low(at) in frame.after):
        named = named or reader.low(at) in frame.objects
        if reader.low(at) in _EDGES:
            return None
        at += 1
    if reader.low(at) not in frame.after or not named or at + 1 >= len(reader.tokens):
        return None
    cue = Span(reader.tokens[i].start, reader.tokens[i].end)
    subject = subject_before(reader.text, reader.tokens, i, cue, reader.mentions)
    if subject is None:
        return None
    start = i + 1 if frame.whole else at + 1
    return Span(reader.tokens[start].start, content_end(reader, start)), subject[0], "indirect"
