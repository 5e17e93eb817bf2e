"""The only owner of the order of the stages: articles in, an `Analysis` out.

What one article says is found in `find` and depends on that article alone; who is who, and what tells of
the same happening, is decided over all articles in `relate`.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from core.compare import compare
from core.extract.attribution import find_attributions
from core.extract.claims import find_claims
from core.extract.mentions import find_mentions
from core.extract.parties import acting_states
from core.extract.timex import find_timexes
from core.extract.triggers import find_triggers
from core.extract.uncoded import with_harm
from core.model import (
    Analysis,
    Article,
    Attribution,
    Claim,
    Document,
    Entity,
    Event,
    EventClaim,
    EventDate,
    Link,
    Mention,
    Place,
    Timex,
    Trigger,
)
from core.resolve.dates import date_events, resolve_timexes
from core.resolve.entities import resolve_actors
from core.resolve.events import resolve_events
from core.resolve.places import resolve_places
from core.resolve.pronouns import resolve_pronouns
from core.text.segment import segment


@dataclass(frozen=True, slots=True)
class Findings:
    """What was found in one article, before anyone else's text is looked at."""

    document: Document
    mentions: tuple[Mention, ...]
    attributions: tuple[Attribution, ...]
    timexes: tuple[Timex, ...]
    claims: tuple[Claim, ...]
    triggers: tuple[Trigger, ...]
    dates: tuple[EventDate, ...]
    places: tuple[Link[Place], ...]


def find(article: Article) -> Findings:
    """Reads one article: sentences, mentions, attributions, dates, claims, triggers, places."""
    document = segment(article)
    mentions = find_mentions(document)
    attributions = find_attributions(document, mentions)
    found = find_timexes(document)
    timexes = resolve_timexes(document, found, attributions)
    claims = find_claims(document, mentions)
    triggers = find_triggers(document, mentions, attributions)
    mentions, triggers = acting_states(document, mentions, triggers)
    triggers = with_harm(document, triggers, claims, mentions, attributions)
    dates = date_events(document, triggers, timexes, attributions)
    places = resolve_places(document, mentions)
    return Findings(document, mentions, attributions, timexes, claims, triggers, dates, places)


def _by_article(links: Iterable[Link[Entity]]) -> dict[str, list[Link[Entity]]]:
    grouped: dict[str, list[Link[Entity]]] = defaultdict(list)
    for link in links:
        grouped[link.mention.article_id].append(link)
    return grouped


def relate(found: Sequence[Findings]) -> Analysis:
    """Decides over all articles who is who, and codes the events; nothing is compared yet."""
    documents = tuple(f.document for f in found)
    actors: tuple[Link[Entity], ...] = resolve_actors(documents, [f.mentions for f in found])
    grouped = _by_article(actors)
    events: list[Event] = []
    claims: list[EventClaim] = []
    for f in found:
        links = tuple(grouped.get(f.document.article.id, ()))
        pronouns = resolve_pronouns(f.document, links)
        coded, counted = resolve_events(
            f.document, f.triggers, f.dates, f.claims, f.attributions, links, pronouns, f.places
        )
        events.extend(coded)
        claims.extend(counted)
    return Analysis(
        documents=documents,
        timexes=tuple(t for f in found for t in f.timexes),
        actors=actors,
        places=tuple(p for f in found for p in f.places),
        attributions=tuple(a for f in found for a in f.attributions),
        claims=tuple(claims),
        events=tuple(events),
        alignments=(),
        clusters=(),
        discrepancies=(),
        notes=tuple(f"{d.article.name}: {note}" for d in documents for note in d.article.notes),
    )


def _order(article: Article) -> tuple[str, str]:
    return (article.published.isoformat() if article.published else "9999", article.id)


def analyse(articles: Iterable[Article], progress: Callable[[int], object] | None = None) -> Analysis:
    """Finds, resolves and compares everything in `articles`; the order in which they come changes nothing.

    Args:
        articles: Any number, none included. Two of one id are a caller's mistake.
        progress: Called with the number of articles read so far.

    Returns:
        An Analysis whose articles stand in the order of their publication, then of their ids.
    """
    found = []
    for count, article in enumerate(sorted(articles, key=_order), start=1):
        found.append(find(article))
        if progress:
            progress(count)
    return compare(relate(found))
