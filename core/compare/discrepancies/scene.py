"""What the finders of differences look at: one happening with its parts, and everything around it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from core.compare.facts import Facts, names_of
from core.compare.passages import Corpus
from core.model import Analysis, Cluster, Discrepancy, Entity, Form, Link, Place, Reading, Span, stable_id


@dataclass(frozen=True, slots=True)
class Around:
    """The whole analysis as the finders need it.

    Args:
        copies: For each passage that copies a text or is copied, the group of them all.
        aligned: Pairs of passages (numbers) of different articles that tell of the same, events or not.
        places: The place mentions of each passage; `parties` the actors' likewise.
        named: The actors that some mention calls by a name, not only by a description.
        persons: The names of single people, in lower case.
        leads: The first event of each passage.
        foreign: The passages of each article that are not written in Latin letters.
    """

    reading: Analysis
    corpus: Corpus
    facts: Mapping[str, Facts]
    actors: Mapping[str, Entity]
    copies: Mapping[int, Sequence[int]]
    aligned: Sequence[tuple[int, int]]
    places: Mapping[int, Sequence[Link[Place]]]
    parties: Mapping[int, Sequence[Link[Entity]]]
    named: frozenset[str]
    persons: frozenset[str]
    leads: Mapping[int, str]
    foreign: Mapping[str, Sequence[int]]

    def passage(self, fact: Facts) -> int:
        """The number of the passage that holds an event."""
        return self.corpus.at[fact.article, fact.event.sentence]


def look_around(
    reading: Analysis,
    corpus: Corpus,
    facts: Sequence[Facts],
    copies: Sequence[Sequence[int]],
    aligned: Sequence[tuple[int, int]],
) -> Around:
    """Everything around the happenings, by passage."""
    index = {d.article.id: a for a, d in enumerate(corpus.documents)}
    places: dict[int, list[Link[Place]]] = defaultdict(list)
    parties: dict[int, list[Link[Entity]]] = defaultdict(list)
    for link in reading.places:
        places[corpus.at.get((index[link.mention.article_id], link.mention.sentence), -1)].append(link)
    for actor in reading.actors:
        parties[corpus.at.get((index[actor.mention.article_id], actor.mention.sentence), -1)].append(actor)
    named = frozenset(link.target.id for link in reading.actors if link.mention.form in {Form.NAME, Form.DEMONYM})
    leads: dict[int, str] = {}
    for f in facts:
        leads.setdefault(corpus.at[f.article, f.event.sentence], f.event.id)
    foreign: dict[str, list[int]] = defaultdict(list)
    for p in corpus.passages:
        document = corpus.documents[p.article]
        if document.sentences[p.sentence].script not in {"latin", ""}:
            foreign[document.article.id].append(p.number)
    copied = {number: group for group in copies for number in group}
    by_id = {f.event.id: f for f in facts}
    actors = names_of(reading)
    persons = frozenset(e.name.casefold() for e in actors.values() if e.kind == "person")
    return Around(reading, corpus, by_id, actors, copied, aligned, places, parties, named, persons, leads, foreign)


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


def quoted(text: str, limit: int = 60) -> str:
    """`text` in quotation marks, cut at a word where it is long."""
    flat = " ".join(text.split())
    return f"“{flat}”" if len(flat) <= limit else f"“{flat[:limit].rsplit(' ', 1)[0]} …”"
