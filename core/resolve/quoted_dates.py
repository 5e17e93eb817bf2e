"""Which date expressions stand in words quoted from another publication."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from core.extract.quotations import find_quotations
from core.extract.timex import FoundTimex
from core.lexicon.timex import timex_lexicon
from core.model import Attribution, Document, Sentence, Span


def quoted_elsewhere(
    doc: Document, found: Sequence[FoundTimex], attributions: Sequence[Attribution] = ()
) -> frozenset[Span]:
    """The spans of expressions inside a quotation of something written elsewhere, on a day of its own.

    The rule: the sentence with the quotation names a writing (an op-ed, a letter, a book), or an earlier one
    did and nothing but quotations, ascribed to a pronoun or to nobody, has stood between. Speech in ordinary
    quotation marks (“We attacked on Friday,” he told reporters) is the news of the day and is resolved.
    """
    writings = timex_lexicon().words["writings"]
    if not found or all(writings.isdisjoint(t.lower for t in s.tokens) for s in doc.sentences):
        return frozenset()
    quotes = sorted([q.inner for q in find_quotations(doc)] + [a.scope for a in attributions if a.manner == "direct"])
    grouped: dict[int, list[Span]] = {}
    for item in found:
        grouped.setdefault(item.sentence, []).append(item.span)
    spans: set[Span] = set()
    writing = False
    at = 0
    for sentence in doc.sentences:
        while at < len(quotes) and quotes[at].end <= sentence.span.start:
            at += 1
        here = quotes[at : bisect_left(quotes, sentence.span.end, key=lambda q: q.start)]
        named = any(t.lower in writings for t in sentence.tokens if not _inside(here, t.start))
        writing = named or (writing and bool(here) and not _new_speaker(sentence, here))
        if writing:
            spans.update(span for span in grouped.get(sentence.index, ()) if _inside(here, span.start))
    return frozenset(spans)


def _inside(quotes: Sequence[Span], offset: int) -> bool:
    return any(q.start <= offset < q.end for q in quotes)


def _new_speaker(sentence: Sentence, quotes: Sequence[Span]) -> bool:
    """Whether a capitalised word stands outside the quotation: somebody else may be speaking."""
    return any(t.text[0].isupper() for t in sentence.tokens if not _inside(quotes, t.start))
