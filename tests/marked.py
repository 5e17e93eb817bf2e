"""Texts with their mentions marked in place: “[person Ahmad Massoud] met the [armed group Taliban]”."""

from __future__ import annotations

import re
from datetime import date

from core.model import ACTOR_KINDS, Article, Document, Form, Layer, Mention, Span
from core.text.segment import segment

_MARK = re.compile(rf"\[(?P<kind>{'|'.join(ACTOR_KINDS)})(?P<form>/\w+)? (?P<text>[^\]]+)\]")


def marked(text: str, name: str = "a", published: date | None = None) -> tuple[Document, list[Mention]]:
    """The document of `text` without its marks, and its mentions; “[armed group/description outfit]” gives a form."""
    plain, spans, end = "", [], 0
    for m in _MARK.finditer(text):
        plain += text[end : m.start()]
        form = Form(m["form"][1:]) if m["form"] else Form.NAME
        spans.append((Span(len(plain), len(plain) + len(m["text"])), m["kind"], form))
        plain += m["text"]
        end = m.end()
    doc = segment(Article(name, plain + text[end:], published=published))
    mentions = []
    for span, kind, form in spans:
        sentence = doc.sentence_at(span.start)
        assert sentence is not None
        mentions.append(Mention(name, span, span.of(doc.text), sentence.index, Layer.ACTOR, kind, form))
    return doc, mentions
