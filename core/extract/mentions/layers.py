"""Makes mentions of decided candidates: actor or place, of which kind."""

from __future__ import annotations

from core.extract.mentions.pieces import Candidate
from core.lexicon import gazetteer, names
from core.model import Document, Form, Layer, Mention, Sentence, Span, Token

_DROPPED = frozenset({"", "title"})


def mention(doc: Document, sentence: Sentence, tokens: tuple[Token, ...], c: Candidate) -> Mention | None:
    """The mention that a decided candidate is, None where it is no name."""
    if c.label in _DROPPED:
        return None
    span = Span(tokens[c.start].start, tokens[c.end - 1].end)
    head: Span | None = Span(tokens[c.head].start, tokens[c.head_end - 1].end)
    if c.form is Form.DESCRIPTION and not c.key:
        head = None
    layer, kind = _layer(tokens, c, span.of(doc.text))
    return Mention(doc.article.id, span, span.of(doc.text), sentence.index, layer, kind, c.form, head, c.key, c.why)


def _layer(tokens: tuple[Token, ...], c: Candidate, surface: str) -> tuple[Layer, str]:
    if c.label == "state":
        return (Layer.ACTOR, "government") if acts(tokens, c) else (Layer.PLACE, "country")
    if c.label == "place":
        return Layer.PLACE, c.kind if c.kind and not c.known else _place_kind(surface)
    if c.label == "person":
        return Layer.ACTOR, "person"
    if c.label == "adjective":
        return Layer.ACTOR, "government"
    if c.label == "people":
        return Layer.ACTOR, "population"
    return Layer.ACTOR, c.kind or "organization"


def _place_kind(surface: str) -> str:
    places = gazetteer.known(surface)
    return places[0].kind if places else ""


def acts(tokens: tuple[Token, ...], c: Candidate) -> bool:
    """Whether a state's name stands where somebody acts or is dealt with, rather than where something happens."""
    i = c.start - 1
    while i >= 0 and tokens[i].lower == "the":
        i -= 1
    before = tokens[i].lower if i >= 0 else ""
    if before in names.words("place_prepositions"):
        return False
    after = tokens[c.end].lower if c.end < len(tokens) else ""
    return after in names.words("speech_verbs") or after in {"has", "have", "will", "would", "to"}
