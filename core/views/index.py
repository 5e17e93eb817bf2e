"""Look-ups over one analysis, made once and shared by every view."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterable
from functools import cached_property
from pathlib import PurePath
from threading import Lock
from typing import Any, NamedTuple, TypeVar, cast

from core.model import (
    Alignment,
    Analysis,
    Article,
    Attribution,
    Cluster,
    Discrepancy,
    Document,
    Entity,
    Event,
    EventClaim,
    Link,
    Place,
    Span,
    Timex,
)

T = TypeVar("T")
_MISSING = object()
MAX_LABEL = 48
CACHED_VIEWS = 256  # views kept per analysis; the oldest goes first


class Happening(NamedTuple):
    """What several events report, or a single event nobody else reports: the unit that pages count and link to."""

    id: str
    events: tuple[Event, ...]
    cluster: Cluster | None


def _unique(labels: dict[str, str]) -> dict[str, str]:
    """`labels` by id, with the id's first characters added wherever two ids would read the same."""
    seen = Counter(labels.values())
    return {key: f"{label} ({key[:6]})" if seen[label] > 1 else label for key, label in labels.items()}


def _stem(article: Article) -> str:
    """What to call an article: its file's name; its title or id where the file holds several or has no name."""
    if article.name and "," not in article.name:
        return PurePath(article.name).stem[:MAX_LABEL]
    return (article.title or article.id)[:MAX_LABEL]


def _article_labels(articles: Iterable[Article]) -> dict[str, str]:
    """The part of each name before its first “_” where no other begins so, else the whole name."""
    stems = {article.id: _stem(article) for article in articles}
    heads = Counter(stem.split("_", 1)[0] for stem in stems.values())
    short = {key: head if heads[head := stem.split("_", 1)[0]] == 1 and head else stem for key, stem in stems.items()}
    return _unique(short)


class Index:
    """Everything in an `Analysis` by its id, by its article, by its cluster; treat as immutable."""

    def __init__(self, analysis: Analysis) -> None:
        self.analysis = analysis
        self.documents: dict[str, Document] = {d.article.id: d for d in analysis.documents}
        self.events: dict[str, Event] = {e.id: e for e in analysis.events}
        self.claims: dict[str, EventClaim] = {c.id: c for c in analysis.claims}
        self.entities: dict[str, Entity] = {link.target.id: link.target for link in analysis.actors}
        self.places: dict[str, Place] = {link.target.id: link.target for link in analysis.places}
        self._views: dict[Hashable, object] = {}
        self._lock = Lock()  # sessions share an index, each in its own thread

    def cached(self, view: Callable[..., T], *arguments: Hashable) -> T:
        """`view(self, *arguments)`, remembered for as long as this index lives: no other session's index sees it."""
        key = (view, *arguments)
        found = self._views.get(key, _MISSING)
        if found is _MISSING:
            found = view(self, *arguments)
            with self._lock:
                while len(self._views) >= CACHED_VIEWS:
                    del self._views[next(iter(self._views))]
                self._views[key] = found
        return cast("T", found)

    @cached_property
    def labels(self) -> dict[str, str]:
        """Each article's short name, unique in this analysis: what lanes, columns and links call it."""
        return _article_labels(d.article for d in self.analysis.documents)

    @cached_property
    def names(self) -> dict[str, str]:
        """Each actor's name, unique in this analysis: what filters and links call it.

        Of several with one name, each that a single article names bears that article's label.
        """
        names = {key: entity.name for key, entity in self.entities.items()}
        homes = _grouped((link.target.id, link.mention.article_id) for link in self.analysis.actors)
        often = Counter(names.values())
        for key, name in names.items():
            if often[name] > 1 and len(set(homes[key])) == 1:
                names[key] = f"{name} ({self.labels[homes[key][0]]})"
        return _unique(names)

    @cached_property
    def happenings(self) -> dict[str, Happening]:
        """Every happening by id, in order of its first event: clusters, then events of no cluster as their own."""
        found: dict[str, Happening] = {}
        clusters = {event: cluster for cluster in self.analysis.clusters for event in cluster.events}
        for event in self.analysis.events:
            cluster = clusters.get(event.id)
            key = cluster.id if cluster else event.id
            if key not in found:
                events = tuple(self.events[e] for e in cluster.events if e in self.events) if cluster else (event,)
                found[key] = Happening(key, events, cluster)
        return found

    @cached_property
    def happening_of(self) -> dict[str, str]:
        """The id of each event's happening."""
        return {event.id: h.id for h in self.happenings.values() for event in h.events}

    @cached_property
    def discrepancies(self) -> dict[str, tuple[Discrepancy, ...]]:
        """The differences between the reports of each happening, by its id."""
        return _grouped((d.cluster_id, d) for d in self.analysis.discrepancies)

    @cached_property
    def alignments(self) -> dict[frozenset[str], tuple[Alignment, ...]]:
        """The alignments between each pair of articles (or within one), best first."""
        ranked = sorted(self.analysis.alignments, key=lambda a: -a.score)
        return _grouped((frozenset((a.a_article, a.b_article)), a) for a in ranked)

    @cached_property
    def actor_links(self) -> dict[str, tuple[Link[Entity], ...]]:
        """Actor mentions by article, in order of position."""
        return _grouped((link.mention.article_id, link) for link in self.analysis.actors)

    @cached_property
    def place_links(self) -> dict[str, tuple[Link[Place], ...]]:
        """Place mentions by article, in order of position."""
        return _grouped((link.mention.article_id, link) for link in self.analysis.places)

    @cached_property
    def timexes(self) -> dict[str, tuple[Timex, ...]]:
        """Date expressions by article."""
        return _grouped((timex.article_id, timex) for timex in self.analysis.timexes)

    @cached_property
    def article_events(self) -> dict[str, tuple[Event, ...]]:
        """Events by article."""
        return _grouped((event.article_id, event) for event in self.analysis.events)

    @cached_property
    def article_claims(self) -> dict[str, tuple[EventClaim, ...]]:
        """Claims of harm by article."""
        return _grouped((claim.claim.article_id, claim) for claim in self.analysis.claims)

    @cached_property
    def attributions(self) -> dict[str, tuple[Attribution, ...]]:
        """Who is said to say what, by article."""
        return _grouped((attribution.article_id, attribution) for attribution in self.analysis.attributions)

    @cached_property
    def origin_holders(self) -> dict[str | None, frozenset[str]]:
        """The articles that hold each original, by its id."""
        pairs = ((event.origin_id, event.article_id) for event in self.analysis.events if event.origin_id)
        return {origin: frozenset(articles) for origin, articles in _grouped(pairs).items()}

    @cached_property
    def _mention_starts(self) -> dict[str, list[int]]:
        return {article: [link.mention.span.start for link in links] for article, links in self.actor_links.items()}

    def actors_in(self, article_id: str, span: Span) -> list[Link[Entity]]:
        """The actor mentions that begin inside `span`."""
        starts = self._mention_starts.get(article_id, [])
        links = self.actor_links.get(article_id, ())
        return list(links[bisect_left(starts, span.start) : bisect_left(starts, span.end)])

    def text(self, article_id: str, span: Span) -> str:
        """The characters of `span` in that article."""
        return span.of(self.documents[article_id].text)

    def article(self, slug: str) -> str | None:
        """The id of the article that a link calls `slug`: its short name, its id, or the only id that begins so."""
        if slug in self.documents:
            return slug
        found = [key for key, label in self.labels.items() if label == slug]
        found = found or [key for key, document in self.documents.items() if _stem(document.article) == slug]
        found = found or [key for key in self.documents if slug and key.startswith(slug)]
        return found[0] if len(found) == 1 else None

    def actor(self, name: str) -> str | None:
        """The id of the actor that a link calls `name`."""
        return self._by_name.get(name)

    @cached_property
    def _by_name(self) -> dict[str, str]:
        return {name: key for key, name in self.names.items()}


def _grouped(pairs: Iterable[tuple[Hashable, T]]) -> dict[Any, tuple[T, ...]]:
    """Pairs of key and value as a dict of tuples, order kept."""
    groups: dict[Any, list[T]] = defaultdict(list)
    for key, value in pairs:
        groups[key].append(value)
    return {key: tuple(values) for key, values in groups.items()}
