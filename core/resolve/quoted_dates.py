"""Which date expressions stand in words quoted from another publication."""

from __future__ import annotations

from collections.abc import Sequence

from core.extract.timex import FoundTimex
from core.model import Document, Sentence, Span

_WRITINGS = frozenset(
    """op-ed editorial column essay letter memoir book diary blog commentary manifesto will testament
    autobiography novel poem""".split()
) - {"will"}
_OPEN, _CLOSE = "“«", "”»"


def quoted_elsewhere(doc: Document, found: Sequence[FoundTimex]) -> frozenset[Span]:
    """The spans of expressions inside a quotation of something written elsewhere.

    The rule: the sentence with the quotation names a writing (an op-ed, a letter, a book), or an earlier one
    did and nothing but quotations, ascribed to a pronoun or to nobody, has stood between.
    """
    wanted = {item.sentence for item in found if item.sentence >= 0}
    if not wanted:
        return frozenset()
    spans: set[Span] = set()
    writing = False
    for sentence in doc.sentences:
        quotes = _quotes(doc.text, sentence)
        names = any(t.lower in _WRITINGS for t in sentence.tokens if not _inside(quotes, t.start))
        writing = names or (writing and bool(quotes) and not _new_speaker(sentence, quotes))
        if writing and sentence.index in wanted:
            spans.update(i.span for i in found if i.sentence == sentence.index and _inside(quotes, i.span.start))
    return frozenset(spans)


def _quotes(text: str, sentence: Sentence) -> list[Span]:
    """The stretches inside quotation marks; one that is not closed runs to the sentence's end."""
    out: list[Span] = []
    start = -1
    for token in sentence.tokens:
        if token.text in _OPEN or (token.text == '"' and start < 0):
            start = token.end if start < 0 else start
        elif start >= 0 and (token.text in _CLOSE or token.text == '"'):
            out.append(Span(start, token.start))
            start = -1
    if start >= 0:
        out.append(Span(start, sentence.span.end))
    return out


def _inside(quotes: list[Span], offset: int) -> bool:
    return any(q.start <= offset < q.end for q in quotes)


def _new_speaker(sentence: Sentence, quotes: list[Span]) -> bool:
    """Whether a capitalised word stands outside the quotation: somebody else may be speaking."""
    return any(t.text[0].isupper() for t in sentence.tokens if not _inside(quotes, t.start))
