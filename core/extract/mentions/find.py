"""Puts the finders in order: names in each sentence, agreement across the article, then actor or place."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import replace

from core.extract import ner_model
from core.extract.mentions.accounts import accounts, posts_by_sentence
from core.extract.mentions.agree import share
from core.extract.mentions.candidate import Candidate
from core.extract.mentions.candidates import is_native, known_spans, runs
from core.extract.mentions.describe import descriptions
from core.extract.mentions.evidence import gather
from core.extract.mentions.informal import is_informal, with_capitals
from core.extract.mentions.layers import mention
from core.extract.mentions.native import native_places
from core.extract.mentions.pieces import pieces
from core.extract.mentions.spelt_out import whole_names
from core.extract.mentions.weigh import decide
from core.extract.mentions.words import words
from core.model import Document, Kind, Mention, Sentence, Span, Token

READ = frozenset({Kind.PROSE, Kind.POST, Kind.QUOTATION})


def find_mentions(doc: Document) -> tuple[Mention, ...]:
    """Every mention of an actor or a place in the sentences of `doc` that report something.

    Returns:
        Mentions ordered by position, none overlapping another; nothing from headings, promo and the header.
    """
    found = candidates(doc)
    for _, _, candidate in found:
        if not candidate.label:
            decide(candidate)
    named = [m for sentence, tokens, c in found if (m := mention(doc, sentence, tokens, c))]
    posts = posts_by_sentence(doc)
    posted = [m for s in doc.sentences if s.kind in READ for m in accounts(doc, s, posts.get(s.index, ()))]
    named = [m for m in named if not any(m.span.overlaps(p.byline) for p in posts.get(m.sentence, ()))]
    return tuple(sorted([*named, *_by_persons(posted, named)], key=lambda m: m.span))


def _by_persons(posted: list[Mention], named: list[Mention]) -> list[Mention]:
    """The accounts of a post's byline; one that bears the name of a person whom the article names is that person's."""
    persons = {_letters(m.text) for m in named if m.kind == "person"} if posted else set()
    return [replace(m, kind="person") if m.kind == "media" and _letters(m.text) in persons else m for m in posted]


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, text.lower()))


def candidates(doc: Document) -> list[tuple[Sentence, tuple[Token, ...], Candidate]]:
    """All candidates of the article with their evidence gathered and shared, not yet decided."""
    found: list[tuple[Sentence, tuple[Token, ...], Candidate]] = []
    lower = {t.text for s in doc.sentences for t in s.tokens if t.text == t.lower}
    informal = is_informal(doc, lower)
    for sentence in doc.sentences:
        if sentence.kind in READ:
            tokens = words(with_capitals(sentence.tokens) if informal else sentence.tokens)
            found += [(sentence, tokens, c) for c in _in_sentence(doc.text, tokens)]
    _ask_model(doc, found)
    if informal:
        _mark_informal(doc.text, found)
    share([(tokens, c) for _, tokens, c in found], frozenset() if informal else lower)
    return found


def _mark_informal(text: str, found: list[tuple[Sentence, tuple[Token, ...], Candidate]]) -> None:
    """Lets each undecided candidate of an informal text say so, and whether it is written without a capital."""
    for _, tokens, c in found:
        if not c.label:
            c.evidence.append(("informal", 1.0, ""))
            if text[tokens[c.head].start].islower():
                c.evidence.append(("informal_small", 1.0, tokens[c.head].lower))


def _ask_model(doc: Document, found: list[tuple[Sentence, tuple[Token, ...], Candidate]]) -> None:
    """Adds what the optional model says of each undecided candidate; nothing where it is not installed."""
    if not ner_model.installed():
        return
    entities = ner_model.entities(doc)
    starts = [e.span.start for e in entities]
    for _, tokens, c in found:
        span = Span(tokens[c.head].start, tokens[c.head_end - 1].end)
        i = bisect_left(starts, span.end) - 1
        label = entities[i].label or "thing" if i >= 0 and entities[i].span.overlaps(span) else "nothing"
        if not c.label:
            c.evidence.append((f"model_{label}", 1.0, ""))


def _in_sentence(text: str, tokens: tuple[Token, ...]) -> list[Candidate]:
    known = known_spans(tokens)
    described = descriptions(tokens, known)
    covered = {i for d in described for i in range(d.start, d.end)}
    found = [c for run in runs(tokens, text, known) for c in pieces(tokens, run)]
    found = whole_names(tokens, [c for c in found if covered.isdisjoint(range(c.start, c.end))])
    for candidate in found:
        if not candidate.label:
            gather(tokens, candidate)
    native = native_places(tokens, known) if any(is_native(t.text) for t in tokens) else []
    return sorted([*described, *found, *native], key=lambda c: c.start)
