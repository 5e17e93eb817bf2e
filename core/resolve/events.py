"""Codes the events: spans become entities and places, harm joins the event that did it, and who says so is named."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import Generic, TypeVar

from core.extract.naming import is_person_word
from core.extract.sources import is_kind_of_source
from core.lexicon.grammar import words
from core.lexicon.harm import quantities
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

T = TypeVar("T")
_ARTICLES = words("people", "determiners")
_NOBODY = words("events", "nobody") | words("common", "pronouns") | frozenset(quantities().numbers)
UNNAMED = "unnamed reports"
_HARMFUL = {"captured": ("COERCE", "ASSAULT"), "displaced": ("COERCE", "ASSAULT", "OTHER")}
_VIOLENT = ("ASSAULT", "OTHER", "PROTEST", "COERCE")


class _Links(Generic[T]):
    """One document's links, asked which of them overlap a span."""

    def __init__(self, links: Iterable[Link[T]]) -> None:
        self._links = sorted(links, key=lambda link: link.mention.span)
        self._starts = [link.mention.span.start for link in self._links]
        self._longest = max((link.mention.span.end - link.mention.span.start for link in self._links), default=0)

    def over(self, span: Span) -> list[Link[T]]:
        """The links whose mentions overlap `span`, in order."""
        first = bisect_left(self._starts, span.start - self._longest)
        near = self._links[first : bisect_left(self._starts, span.end)]
        return [link for link in near if link.mention.span.overlaps(span)]


class _Names:
    """Looks up which entity a span of the text stands for."""

    def __init__(self, names: Iterable[Link[Entity]], pronouns: Iterable[Link[Entity]]) -> None:
        self._tables = (_Links(names), _Links(pronouns))

    def entity(self, span: Span) -> Entity | None:
        """The entity of the mention in the span that lies nearest its end, a name before a pronoun."""
        for table in self._tables:
            if inside := table.over(span):
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


def _event_at(claim: Claim, triggers: Sequence[Trigger], near: Sequence[int]) -> int | None:
    """The trigger that a claim belongs to, of those `near` in its sentence: the harm word itself, else the best fit."""
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
        doc: The article.
        triggers: As `find_triggers` gives them.
        dates: One for each trigger.
        claims: As `find_claims` gives them.
        attributions: As `find_attributions` gives them.
        actors: This document's links of actor mentions.
        pronouns: This document's links of pronouns, kept apart because they serve roles only.
        places: This document's links of place mentions.

    Returns:
        The events, and the claims; a claim whose sentence has no event of its kind keeps `event_id` None.
    """
    names, ground = _Names(actors, pronouns), _Links(places)
    ids = [stable_id("event", doc.article.id, t.span.start, t.span.end) for t in triggers]
    owners = _owners(claims, triggers)
    coded = tuple(
        _claim(doc, claim, ids[owner] if owner is not None else None, attributions, names)
        for claim, owner in zip(claims, owners, strict=True)
    )
    held: dict[int, list[str]] = defaultdict(list)
    for claim, owner in zip(coded, owners, strict=True):
        held[-1 if owner is None else owner].append(claim.id)
    events = tuple(
        _event(doc, trigger, date, ids[i], tuple(held[i]), attributions, names, ground)
        for i, (trigger, date) in enumerate(zip(triggers, dates, strict=True))
    )
    return events, coded


def _owners(claims: Sequence[Claim], triggers: Sequence[Trigger]) -> list[int | None]:
    """For each claim the index of its trigger."""
    near: dict[int, list[int]] = defaultdict(list)
    for i, trigger in enumerate(triggers):
        near[trigger.sentence].append(i)
    return [_event_at(claim, triggers, near[claim.sentence]) for claim in claims]


def _claim(
    doc: Document, claim: Claim, event: str | None, attributions: Sequence[Attribution], names: _Names
) -> EventClaim:
    said = tuple(dict.fromkeys(_claimants(_innermost(attributions, claim.cue), names)))
    name = stable_id("claim", doc.article.id, claim.span.start, claim.span.end, claim.cue.start, claim.harm)
    return EventClaim(name, event, claim, _party(doc, claim, names), said)


def _is_party(said: Sequence[str]) -> bool:
    """Whether words name people (“armed men”) or begin a name (“BRP Sindangan”), and not only “people” or “they”."""
    if all(w.lower() in _NOBODY for w in said):
        return False
    return any(is_person_word(w.lower()) for w in said) or any(w[0].isupper() for w in said[1:])


def _told(doc: Document, spans: Iterable[Span], names: _Names, places: _Links[Place]) -> tuple[str, ...]:
    """The parties as a table shows them: an entity's name, or the sentence's own words for them."""
    found: list[str] = []
    for span in spans:
        entity = names.entity(span)
        if entity is not None:
            found.append(entity.name)
        elif not any(link.mention.span.end == span.end for link in places.over(span)):
            said = span.of(doc.text).split()
            while said and said[0].lower() in _ARTICLES:
                said = said[1:]
            if _is_party([w.strip(",.;:") for w in said if w[0].isalpha()]):
                found.append(" ".join(said))
    return tuple(dict.fromkeys(found))


def _event(
    doc: Document,
    trigger: Trigger,
    date: EventDate,
    name: str,
    claims: tuple[str, ...],
    attributions: Sequence[Attribution],
    names: _Names,
    places: _Links[Place],
) -> Event:
    attribution = _innermost(attributions, trigger.span)
    chain: tuple[Claimant, ...] = attribution.chain if attribution is not None else ()
    actors = names.ids(trigger.agents)
    who = _told(doc, trigger.agents, names, places)
    where = [link.target.id for span in trigger.places for link in places.over(span)]
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
        who=who,
        whom=tuple(w for w in _told(doc, trigger.patients, names, places) if w not in who),
    )
