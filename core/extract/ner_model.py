"""The entities of spaCy's small English model, where `spacy` and `en_core_web_sm` are installed; else none.

They are evidence among others (features `model_…` in names_evidence.csv): the rules still cut the names
and still decide. Nothing is downloaded; without the extra this module costs one look for the packages.
"""

from __future__ import annotations

from functools import cache
from importlib.util import find_spec
from typing import Any, NamedTuple

from core.model import Document, Kind, Span

MODEL = "en_core_web_sm"
_LABELS = {
    "PERSON": "person",
    "ORG": "organization",
    "NORP": "people",
    "GPE": "place",
    "LOC": "place",
    "FAC": "place",
}


class Entity(NamedTuple):
    """One entity of the model: its span and person, organization, people, place or "" for any other label."""

    span: Span
    label: str


@cache
def _model() -> Any | None:
    if find_spec("spacy") is None or find_spec(MODEL) is None:
        return None
    import spacy

    return spacy.load(MODEL, exclude=["lemmatizer", "attribute_ruler", "parser", "tagger"])


def installed() -> bool:
    """Whether the model is there to be asked."""
    return _model() is not None


def entities(doc: Document) -> tuple[Entity, ...]:
    """The model's entities in the English sentences of `doc`, ordered; () where the model is not installed."""
    nlp = _model()
    if nlp is None:
        return ()
    spans = [s.span for s in doc.sentences if s.script == "latin" and s.kind is not Kind.PROMO]
    found: list[Entity] = []
    for span, read in zip(spans, nlp.pipe(span.of(doc.text) for span in spans), strict=True):
        for e in read.ents:
            where = Span(span.start + e.start_char, span.start + e.end_char)
            found.append(Entity(where, _LABELS.get(e.label_, "")))
    return tuple(found)
