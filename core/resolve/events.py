"""Codes the events: spans become entities and places, harm joins the event that did it, and who says so is named."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from core.extract.sources import is_kind_of_source
from core.lexicon.triggers import intensity, quad_class
from core.model import (
    Attribution,
    Claim,
    Claimant,
    Document,
    Entity,
    Event,
    EventClaim,
    EventDate,
    Link,
    Place,
    Span,
    Trigger,
    stable_id,
)

UNNAMED = "unnamed reports"
_HARMFUL = {"captured": ("COERCE", "ASSAULT"), "displaced": ("COERCE", "ASSAULT", "OTHER")}
_VIOLENT = ("ASSAULT", "OTHER", "PROTEST", "COERCE")


@dataclass(frozen=True, slots=True)
class _Names:
    """Looks up which entity a span of the text stands for."""

    links: Sequence[Link[Entity]]
    pronouns: Sequence[Link[Entity]]

    def entity(self, span: Span) -> Entity | None:
        """The entity of the mention in the span that lies nearest its end, a name before a pronoun."""
        for links in (self.links, self.pronouns):
            inside = [link for link in links if link.mention.span.overlaps(span)]
            if inside:
                return max(inside, key=lambda link: (link.mention.span.end, -link.mention.span.start)).target
        return None

    def ids(self, spans: Iterable[Span]) -> tuple[str, ...]:
        """The entities of the spans, each once, in order; a span that stands for no known entity gives none."""
        found = (self.entity(span) for span in spans)
        return tuple(dict.fromkeys(e.id for e in found if e is not None))


def _innermost(attributions: Sequence[Attribution], span: Span) -> Attribution | None:
    """The attribution that says the word at `span`: of those whose scope covers it the shortest."""
    over = [a for a in attributions if a.scope.covers(span)]
    over = [a for a in over if not any(c.cue is not None and c.cue.overlaps(span) for c in a.chain)]
    return min(over, key=lambda a: a.scope.end - a.scope.start, default=None)


def _claimants(attribution: Attribution | None, names: _Names) -> Iterator[str]:
    if attribution is None:
        return
    for claimant in attribution.chain:
        entity = None if is_kind_of_source(claimant.text) else names.entity(claimant.span)
        if entity is not None:
            yield entity.name
        else:
            yield UNNAMED if attribution.manner == "impersonal" else claimant.text


def _event_at(claim: Claim, triggers: Sequence[Trigger]) -> int | None:
    """The index of the trigger that a claim belongs to: the harm word itself, else the nearest fit in its sentence."""
    near = [i for i, t in enumerate(triggers) if t.sentence == claim.sentence]
    for i in near:
        if triggers[i].span.overlaps(claim.cue):
            return i
    types = _HARMFUL.get(claim.harm, _VIOLENT)
    fits = [i for i in near if triggers[i].type in types]
    return min(fits, key=lambda i: _distance(claim, triggers[i]), default=None)


def _distance(claim: Claim, trigger: Trigger) -> tuple[bool, int]:
    gap = max(trigger.span.start - claim.cue.end, claim.cue.start - trigger.span.end, 0)
    return not trigger.clause.covers(claim.cue), gap


def _party(doc: Document, claim: Claim, names: _Names) -> str | None:
    if claim.party is None:
        return None
    entity = names.entity(claim.party)
    return entity.name if entity is not None else claim.party.of(doc.text)


def resolve_events(
    doc: Document,
    triggers: Sequence[Trigger],
    dates: Sequence[EventDate],
    claims: Sequence[Claim],
    attributions: Sequence[Attribution],
    actors: Sequence[Link[Entity]],
    pronouns: Sequence[Link[Entity]],
    places: Sequence[Link[Place]],
) -> tuple[tuple[Event, ...], tuple[EventClaim, ...]]:
    """One event for each trigger, one claim with its place for each claim found, both in order.

    Args:
        dates: One for each trigger.
        actors: This document's links of actor mentions.
        pronouns: This document's links of pronouns, kept apart because they serve roles only.
        places: This document's links of place mentions.

    Returns:
        The events, and the claims; a claim whose sentence has no event of its kind keeps `event_id` None.
    """
    names = _Names(actors, pronouns)
    owners = [_event_at(claim, triggers) for claim in claims]
    events, ids = [], []
    for trigger in triggers:
        ids.append(stable_id("event", doc.article.id, trigger.span.start, trigger.span.end))
    coded = tuple(
        _claim(doc, c, i, ids, owner, attributions, names)
        for i, (c, owner) in enumerate(zip(claims, owners, strict=True))
    )
    for i, (trigger, date) in enumerate(zip(triggers, dates, strict=True)):
        own = tuple(c.id for c, owner in zip(coded, owners, strict=True) if owner == i)
        events.append(_event(doc, trigger, date, ids[i], own, attributions, names, places))
    return tuple(events), coded


def _claim(
    doc: Document,
    claim: Claim,
    index: int,
    ids: Sequence[str],
    owner: int | None,
    attributions: Sequence[Attribution],
    names: _Names,
) -> EventClaim:
    said = tuple(dict.fromkeys(_claimants(_innermost(attributions, claim.cue), names)))
    name = stable_id("claim", doc.article.id, claim.span.start, claim.span.end, claim.harm)
    return EventClaim(name, ids[owner] if owner is not None else None, claim, _party(doc, claim, names), said)


def _event(
    doc: Document,
    trigger: Trigger,
    date: EventDate,
    name: str,
    claims: tuple[str, ...],
    attributions: Sequence[Attribution],
    names: _Names,
    places: Sequence[Link[Place]],
) -> Event:
    attribution = _innermost(attributions, trigger.span)
    chain: tuple[Claimant, ...] = attribution.chain if attribution is not None else ()
    actors = names.ids(trigger.agents)
    where = [link.target.id for link in places if any(link.mention.span.overlaps(p) for p in trigger.places)]
    return Event(
        id=name,
        article_id=doc.article.id,
        trigger=trigger,
        sentence=trigger.sentence,
        span=doc.sentences[trigger.sentence].span,
        quad_class=quad_class(trigger.type),
        intensity=intensity(trigger.type, trigger.mode),
        status=trigger.status,
        actors=actors,
        recipients=tuple(r for r in names.ids(trigger.patients) if r not in actors),
        places=tuple(dict.fromkeys(where)),
        date=date,
        claims=claims,
        attributed_to=tuple(dict.fromkeys(_claimants(attribution, names))),
        attribution=chain,
    )
