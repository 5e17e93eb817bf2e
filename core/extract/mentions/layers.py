"""Makes mentions of decided candidates: actor or place, of which kind."""

from __future__ import annotations

from core.extract.mentions.acting import acts, acts_by_adjective, speaks
from core.extract.mentions.candidate import Candidate
from core.lexicon import gazetteer, names
from core.model import ACTOR_KINDS, Document, Form, Layer, Mention, Sentence, Span, Token

_DROPPED = frozenset({"", "title", "opening"})


def mention(doc: Document, sentence: Sentence, tokens: tuple[Token, ...], c: Candidate) -> Mention | None:
    """The mention that a decided candidate is, None where it is no name."""
    if c.label in _DROPPED or (c.label == "adjective" and not acts_by_adjective(tokens, c)):
        return None
    end = c.end + 1 if c.label == "place" and _named_after(tokens, c) else c.end
    span = Span(tokens[c.start].start, tokens[end - 1].end)
    head = Span(tokens[c.head].start, tokens[c.head_end - 1].end) if c.head_end > c.head else None
    if end > c.end:
        head, c.kind = span, names.kinds("place_heads")[tokens[c.end].lower]
    layer, kind = _layer(tokens, c, span.of(doc.text))
    form = Form.DEMONYM if c.label == "place" and layer is Layer.ACTOR else c.form
    key = c.key if (layer is Layer.ACTOR and c.label != "person") or c.label == "state" else ""
    return Mention(doc.article.id, span, span.of(doc.text), sentence.index, layer, kind, form, head, key, c.why)


_PLACE_KINDS = frozenset({"continent", *names.kinds("place_heads").values()})
_KINDS = {"person": "person", "adjective": "government", "people": "population"}


def _layer(tokens: tuple[Token, ...], c: Candidate, surface: str) -> tuple[Layer, str]:
    if c.label == "state":
        return (Layer.ACTOR, "government") if acts(tokens, c) else (Layer.PLACE, "country")
    if c.label != "place":
        return Layer.ACTOR, _KINDS.get(c.label) or (c.kind if c.kind in ACTOR_KINDS else "organization")
    if c.known and c.known.form == "capital" and speaks(tokens, c):
        return Layer.ACTOR, "government"
    noun = next((e[2].lower() for e in c.evidence if e[0] == "place_noun"), "")
    nouns = names.kinds("place_heads")
    kind = nouns.get(noun) or nouns.get(noun.removesuffix("s").replace("citie", "city"))
    return Layer.PLACE, kind or _place_kind(surface) or (c.kind if c.kind in _PLACE_KINDS else "")


def _named_after(tokens: tuple[Token, ...], c: Candidate) -> bool:
    """Whether a lower-case noun makes the name one of a valley, a river, an airport: “Panjshir valley”."""
    return c.end < len(tokens) and tokens[c.end].text in names.words("natural_nouns")


def _place_kind(surface: str) -> str:
    places = gazetteer.known(surface)
    return places[0].kind if places else ""
