"""Finds sources that no verb of their own brings in: “according to X”, “quoted X as saying”, “as X reported”."""

from __future__ import annotations

from collections.abc import Iterator

from core.extract.said import Found, Reader, content_end, is_source, manner, quote_before, unnamed
from core.extract.sources import MARKS, subject_after, subject_before
from core.lexicon.grammar import words
from core.model import Span

_EDGES = frozenset(",;:—–")
_CONTRAST = words("attribution", "contrast")
_BE = words("common", "be")
_LEADING = 3
_REACH = 10
_GOES_ON = 3


def according(reader: Reader, i: int) -> Found | None:
    """“According to X, …”, “…, according to X”, and “…, according to X, …”."""
    phrase = next((p for p in reader.lexicon.according if all(reader.low(i + k) == w for k, w in enumerate(p))), None)
    if phrase is None or i + len(phrase) >= len(reader.tokens):
        return None
    begin = i + len(phrase)
    cue = Span(reader.tokens[i].start, reader.tokens[begin - 1].end)
    subject = subject_after(reader.text, reader.tokens, begin, cue, reader.mentions)
    if subject is None or (len(phrase) == 1 and not is_source(reader, subject[0])):
        return None
    claimant, after = subject
    before = reader.low(i - 1)
    if i == 0 or before in MARKS or (i <= _LEADING and before in ("and", "but", ",")) or len(phrase) == 1:
        scope = _after_comma(reader, after)
    else:
        scope = _around(reader, i, after)
    return None if scope is None else (scope, unnamed(reader, claimant), "according-to")


def _after_comma(reader: Reader, at: int) -> Span | None:
    """What comes after the first comma from token `at` on, and after a “that”."""
    comma = next((j for j in range(at, min(at + _REACH, len(reader.tokens))) if reader.low(j) == ","), -1)
    start = comma + 1 + (reader.low(comma + 1) == "that")
    if comma < 0 or start >= len(reader.tokens):
        return None
    return Span(reader.tokens[start].start, content_end(reader, start))


def _around(reader: Reader, i: int, after: int) -> Span:
    """What comes before the phrase at `i`; where the sentence goes on after it, all of the sentence."""
    last = i - 1 - (reader.low(i - 1) in _EDGES)
    goes_on = reader.low(after) in _EDGES and len(reader.tokens) - after > _GOES_ON
    if goes_on and reader.low(after + 1) not in _CONTRAST and i > 1:
        return Span(reader.sentence.span.start, content_end(reader, after + 1))
    return Span(reader.sentence.span.start, reader.tokens[max(last, 0)].end)


def as_reported(reader: Reader, i: int, first: int) -> Span | None:
    """“As X reported, …”: what comes after the comma."""
    return _after_comma(reader, i + 1) if first == 1 and reader.low(0) == "as" else None


def quoted_as(reader: Reader, i: int) -> Iterator[Found]:
    """“X quoted Y as saying …”: said by X, who has it from Y; “Y was quoted as saying …”."""
    saying = next(
        (j + 2 for j in range(i + 1, i + _REACH) if (reader.low(j), reader.low(j + 1)) == ("as", "saying")), 0
    )
    cue = Span(reader.tokens[i].start, reader.tokens[i].end)
    before = subject_before(reader.text, reader.tokens, i, cue, reader.mentions)
    if not saying or before is None:
        return
    start = saying + (reader.low(saying) == "that")
    quote = quote_before(reader, before[1])
    if quote is not None:
        scope = quote.span
    elif start < len(reader.tokens):
        scope = Span(reader.tokens[start].start, content_end(reader, start))
    else:
        return
    yield scope, before[0], manner(reader, scope)
    inner = subject_after(reader.text, reader.tokens, i + 1, cue, reader.mentions)
    if inner is not None and reader.low(i - 1) not in _BE:
        yield scope, inner[0], manner(reader, scope)
