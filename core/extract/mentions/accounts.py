"""Accounts: handles in running text, and the authors and handles of embedded posts' bylines."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence

from core.lexicon import known_actors, names
from core.model import Document, Form, Layer, Mention, Post, Sentence, Span

_PARTS = re.compile(r"[^\W\d_](?:[\w.'’&-]|\s(?=\w))*")
_SCRIPTS = re.compile(r"[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]+(?:\s[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]+)*")
_HANDLE = re.compile(r"(?<![\w.])@(\w{2,30})")


def posts_by_sentence(doc: Document) -> Mapping[int, Sequence[Post]]:
    """Sentence index → the posts whose bylines lie in that sentence, wholly or in part."""
    found: defaultdict[int, list[Post]] = defaultdict(list)
    for post in doc.posts:
        ends = (doc.sentence_at(post.byline.start), doc.sentence_at(post.byline.end - 1))
        for index in {s.index for s in ends if s}:
            found[index].append(post)
    return found


def accounts(doc: Document, sentence: Sentence, posts: Sequence[Post]) -> list[Mention]:
    """The handles in a sentence, and the names of the authors of those of `posts` whose bylines begin in it."""
    if "@" not in sentence.span.of(doc.text):
        return []
    found = [m for post in posts if sentence.span.covers(post.author) for m in _author(doc, sentence, post)]
    handles = _HANDLE.finditer(doc.text, sentence.span.start, sentence.span.end)
    return found + [_account(doc, sentence, Span(*m.span(1)), Form.HANDLE, "a handle") for m in handles]


def _author(doc: Document, sentence: Sentence, post: Post) -> list[Mention]:
    """The parts of a byline's author, one for each script: “Aśvaka – آسواکا News Agency”."""
    text = doc.text
    spans = [Span(*m.span()) for m in _SCRIPTS.finditer(text, post.author.start, post.author.end)]
    rest, at = [], post.author.start
    for span in [*spans, Span(post.author.end, post.author.end)]:
        rest += [Span(*m.span()) for m in _PARTS.finditer(text, at, span.start)]
        at = span.end
    named = [s for s in [*spans, *rest] if not all(names.is_common(w.lower()) for w in s.of(text).split())]
    return [_account(doc, sentence, span, Form.NAME, "author of a post") for span in named]


def _account(doc: Document, sentence: Sentence, span: Span, form: Form, why: str) -> Mention:
    surface = span.of(doc.text)
    known = known_actors.look_up(surface)
    words = surface.split()
    person = len(words) > 1 and words[0] in names.given_names()
    kind = known[0].actor.kind if known else "person" if person else "media"
    if "_" in surface:
        form = Form.HANDLE
    key = known[0].actor.key if known and known[0].form in {"name", "handle"} else ""
    if known and not key:
        kind = "media"
    return Mention(doc.article.id, span, surface, sentence.index, Layer.ACTOR, kind, form, span, key, why)
