"""Who speaks on: “it added”, “he said” take up the speaker of the sentence before, and no nearer noun.

A speaker of the fitting kind goes on to speak until a sentence between begins with somebody else of that kind.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from core.extract.quotations import Quotation
from core.extract.sources import actors_in
from core.lexicon.harm import harm
from core.lexicon.reporting import reporting
from core.model import Attribution, Claimant, Document, Form, Mention, Sentence, Span

_PERSON, _BODY, _SEVERAL = "person", "body", "several"
_KINDS = {"he": {_PERSON}, "she": {_PERSON}, "it": {_BODY}, "they": {_SEVERAL, _BODY}}
_WINDOW = 3  # sentences
_SUBJECT = 4  # tokens in which a sentence's subject begins


def take_up(
    doc: Document, found: Sequence[Attribution], mentions: Sequence[Mention], quotes: Sequence[Quotation]
) -> list[Attribution]:
    """The attributions in order of their saying words, each pronoun's claimant put right where one spoke before.

    The claimant's `span` is then where the text last named that speaker; `cue` stays the pronoun's verb.
    """
    read: list[Attribution] = []
    spoke: list[Claimant] = []
    for own in sorted(found, key=lambda a: (a.chain[-1].cue or a.chain[-1].span).start):
        claimant = own.chain[-1]
        kinds = _KINDS.get(claimant.text.lower())
        if kinds is None:
            if claimant.text != reporting().unnamed and claimant.cue is not None:
                spoke.append(claimant)
        elif not any(q.inner.covers(claimant.span) for q in quotes):
            before = _speaker(doc, claimant, spoke, kinds, mentions)
            if before is not None:
                own = replace(own, chain=(*own.chain[:-1], Claimant(before.span, before.text, claimant.cue)))  # noqa: PLW2901 - the same attribution, put right
        read.append(own)
    return read


def _speaker(
    doc: Document, pronoun: Claimant, spoke: Sequence[Claimant], kinds: set[str], mentions: Sequence[Mention]
) -> Claimant | None:
    """The last who spoke, if near enough, of a fitting kind, and nobody of that kind came up since."""
    if not spoke or spoke[-1].cue is None or _kind(spoke[-1], mentions) not in kinds:
        return None
    here, there = doc.sentence_at(pronoun.span.start), doc.sentence_at(spoke[-1].cue.start)
    if here is None or there is None or not 0 <= here.index - there.index <= _WINDOW:
        return None
    between = doc.sentences[there.index + 1 : here.index]
    others = [Span(s.span.start, _subject_end(s)) for s in between]
    others.append(Span(max(here.span.start, spoke[-1].cue.end), pronoun.span.start))
    known = spoke[-1].span.of(doc.text)
    if any(_of(m, m.text) in kinds and m.text not in known for span in others for m in actors_in(mentions, span)):
        return None
    return spoke[-1]


def _subject_end(sentence: Sentence) -> int:
    return sentence.tokens[min(_SUBJECT, len(sentence.tokens)) - 1].end


def _kind(claimant: Claimant, mentions: Sequence[Mention]) -> str:
    named = [m for m in actors_in(mentions, claimant.span) if m.span.end == claimant.span.end]
    return _of(named[-1] if named else None, claimant.text)


def _of(mention: Mention | None, text: str) -> str:
    """Which pronoun takes up the words: of a person, of a body, or of several people."""
    last = text.lower().split()[-1]
    kind = mention.kind if mention is not None else ""
    if mention is not None and mention.form is Form.NAME:
        return _PERSON if kind == "person" else _BODY
    if last in harm().plural or last in reporting().sources - harm().singular:
        return _SEVERAL
    if kind == "person" or last in harm().singular or last.endswith(("man", "woman")):
        return _PERSON
    return _BODY
