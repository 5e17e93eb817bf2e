"""States that a sentence makes act, once its verbs are read: “France, the former colonial ruler, condemned …”.

Before a sentence is parsed a country's or capital's name is ground unless the words next to it say otherwise. Where
the parse shows it as the one who acts, or as the one whom words, sanctions or threats are aimed at, it is a party.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace

from core.lexicon.known_actors import capitals, fold
from core.model import Document, Form, Layer, Mention, Span, Trigger

_AIMED = frozenset("ACCUSE AGREE CONCEDE REJECT REQUEST SANCTION SUPPORT THREATEN".split())
_GROUND = frozenset("in at near inside across outside around into throughout within".split())


def acting_states(
    doc: Document, mentions: Sequence[Mention], triggers: Sequence[Trigger]
) -> tuple[tuple[Mention, ...], tuple[Trigger, ...]]:
    """The mentions with acting states as actors, and the triggers without these among their places.

    Args:
        doc: The article.
        mentions: As `find_mentions` gives them.
        triggers: As `find_triggers` gives them.
    """
    spans = {span for trigger in triggers for span in _parties(trigger)}
    ends = {span.end for span in spans}
    found = tuple(_acting(m) if m.span.end in ends and _moved(doc, m, spans) else m for m in mentions)
    acting = {m.span for m, before in zip(found, mentions, strict=True) if m is not before}
    if not acting:
        return tuple(mentions), tuple(triggers)
    kept = (replace(t, places=tuple(p for p in t.places if p not in acting)) for t in triggers)
    return found, tuple(kept)


def _parties(trigger: Trigger) -> Iterable[Span]:
    return (*trigger.agents, *(trigger.patients if trigger.type in _AIMED else ()))


def _moved(doc: Document, mention: Mention, parties: Collection[Span]) -> bool:
    """Whether a mention of ground is, but for an article, all of a party that no preposition of place introduces."""
    if mention.layer is not Layer.PLACE or mention.form is not Form.NAME or not _state(mention):
        return False
    whole = [p for p in parties if p.end == mention.span.end and p.start <= mention.span.start]
    before = doc.text[max(0, mention.span.start - 16) : mention.span.start].split()
    word = before[-1].lower() if before else ""
    word = before[-2].lower() if word == "the" and len(before) > 1 else word
    return word not in _GROUND and any(mention.span.start - p.start <= len("the ") for p in whole)


def _state(mention: Mention) -> str:
    return mention.key if mention.kind == "country" else capitals().get(fold(mention.text), "")


def _acting(mention: Mention) -> Mention:
    form = Form.NAME if mention.kind == "country" else Form.DEMONYM
    return replace(
        mention, layer=Layer.ACTOR, kind="government", form=form, key=_state(mention), evidence="acts in its sentence"
    )
