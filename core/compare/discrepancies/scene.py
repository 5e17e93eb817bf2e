"""What the finders of differences look at: one happening with its parts, and everything around it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from core.compare.facts import Facts
from core.compare.passages import Corpus
from core.model import Analysis, Cluster, Discrepancy, Entity, Link, Place, Reading, Span, stable_id


@dataclass(frozen=True, slots=True)
class Around:
    """The whole analysis as the finders need it.

    Args:
        copies: Groups of passages (numbers) that copy one text.
        aligned: Pairs of passages (numbers) of different articles that tell of the same, events or not.
    """

    reading: Analysis
    corpus: Corpus
    facts: Mapping[str, Facts]
    actors: Mapping[str, Entity]
    copies: Sequence[Sequence[int]]
    aligned: Sequence[tuple[int, int]]

    def passage(self, fact: Facts) -> int:
        """The number of the passage that holds an event."""
        return self.corpus.at[fact.article, fact.event.sentence]


class Scene:
    """One cluster: its members and the events that report a part of it."""

    def __init__(self, cluster: Cluster, around: Around, parts: Sequence[Facts] = ()) -> None:
        """`cluster` is one of `around`'s, `parts` are the events of other clusters that report a part of it."""
        self.cluster = cluster
        self.around = around
        self.members = [around.facts[e] for e in cluster.events]
        self.parts = list(parts)

    @cached_property
    def articles(self) -> tuple[str, ...]:
        """The articles that report the happening or a part of it, in order."""
        return tuple(dict.fromkeys(f.event.article_id for f in sorted(self.told, key=lambda f: f.article)))

    @property
    def told(self) -> list[Facts]:
        """Members and parts, in order of article and position."""
        return sorted([*self.members, *self.parts], key=lambda f: (f.article, f.event.trigger.span))

    def report(self, kind: str, summary: str, readings: Iterable[Reading]) -> Discrepancy:
        """A discrepancy of this happening."""
        return report(self.cluster.id, kind, summary, readings)


def report(cluster_id: str, kind: str, summary: str, readings: Iterable[Reading]) -> Discrepancy:
    """A discrepancy whose id depends on what it points at."""
    found = tuple(sorted(dict.fromkeys(readings), key=lambda r: (r.article_id, r.span)))
    where = (f"{r.article_id}:{r.span.start}-{r.span.end}" for r in found)
    return Discrepancy(stable_id("discrepancy", cluster_id, kind, *where), cluster_id, kind, summary, found)


def reading(fact: Facts, span: Span, value: str) -> Reading:
    """What an event's article has at `span`."""
    return Reading(fact.event.article_id, span, fact.words(span), value)


def articles_disagree(values: Iterable[tuple[str, str]]) -> bool:
    """Whether articles (first) give different sets of values (second), or the only article gives several."""
    given: dict[str, set[str]] = {}
    for article, value in values:
        given.setdefault(article, set()).add(value)
    sets = list(given.values())
    return len(sets[0]) > 1 if len(sets) == 1 else any(s != sets[0] for s in sets[1:])


def place_links(around: Around, passage: int) -> list[Link[Place]]:
    """The place mentions of a passage."""
    p = around.corpus.passages[passage]
    document = around.corpus.documents[p.article]
    span = document.sentences[p.sentence].span
    return [
        link
        for link in around.reading.places
        if link.mention.article_id == document.article.id and span.covers(link.mention.span)
    ]


def quoted(text: str, limit: int = 60) -> str:
    """`text` in quotation marks, cut at a word where it is long."""
    flat = " ".join(text.split())
    return f"“{flat}”" if len(flat) <= limit else f"“{flat[:limit].rsplit(' ', 1)[0]} …”"
