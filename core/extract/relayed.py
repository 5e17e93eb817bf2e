"""Finds who speaks in embedded posts, and in posts that a report relays without their byline."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from core.extract.sources import subject_before
from core.lexicon.reporting import reporting
from core.model import Attribution, Claimant, Document, Kind, Mention, Post, Sentence, Span
from core.text.tokens import LINK

_LINKS = re.compile(rf"(?:\s|{LINK})+$")
_HASHTAG = re.compile(r"(?<!\w)#\w+")
_LONGEST_SOURCE = 8


def posts(doc: Document) -> Iterator[Attribution]:
    """One attribution for each embedded post: its author, then a source that signs it inside."""
    for post in doc.posts:
        author = Claimant(post.author, post.author.of(doc.text), post.handle or post.byline)
        inner = _signature(doc, post)
        yield Attribution(doc.article.id, post.body, (author, *inner), "post")


def _signature(doc: Document, post: Post) -> tuple[Claimant, ...]:
    """The source that ends a post on a line of its own, without a verb (“Local reporters from Baghlan”)."""
    body = post.body.of(doc.text)
    stripped = _LINKS.sub("", body)
    start = max(stripped.rfind("\n"), stripped.rfind("– "), stripped.rfind("— ")) + 1
    line = stripped[start:].lstrip(" –—")
    words = re.findall(r"[\w’'-]+", line.lower())
    if not start or not words or len(words) > _LONGEST_SOURCE or reporting().sources.isdisjoint(words):
        return ()
    at = post.body.start + stripped.index(line, start)
    span = Span(at, at + len(line))
    return (Claimant(span, span.of(doc.text), None),)


def relayed(doc: Document, mentions: Sequence[Mention]) -> Iterator[Attribution]:
    """Paragraphs in a post's style (with a hashtag) that follow a paragraph saying who posted."""
    speaker: Claimant | None = None
    for _, group in groupby(doc.sentences, key=lambda s: s.paragraph):
        members = list(group)
        block = Span(members[0].span.start, members[-1].span.end)
        if members[0].kind in (Kind.PROMO, Kind.HEADING):
            continue
        if members[0].kind is Kind.POST or any(p.body.overlaps(block) for p in doc.posts):
            speaker = None
            continue
        if speaker is not None and _HASHTAG.search(doc.text, block.start, block.end):
            yield Attribution(doc.article.id, block, (speaker,), "post")
            continue
        speaker = _last_poster(doc, members, mentions)


def _last_poster(doc: Document, members: Sequence[Sentence], mentions: Sequence[Mention]) -> Claimant | None:
    """Who is said to have posted something in this paragraph, if one verb of posting says so."""
    lexicon = reporting()
    for sentence in members:
        for i, token in enumerate(sentence.tokens):
            if token.lower not in lexicon.relay_verbs:
                continue
            subject = subject_before(doc.text, sentence.tokens, i, Span(token.start, token.end), mentions)
            if subject is not None:
                return subject[0]
    return None
