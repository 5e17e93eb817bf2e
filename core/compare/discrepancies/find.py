"""Runs every finder of differences over every happening."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import cache

from core.compare.discrepancies.actor import leaders, roles
from core.compare.discrepancies.attribution import attributions, sources, uncredited
from core.compare.discrepancies.count import counts
from core.compare.discrepancies.extent import extents
from core.compare.discrepancies.place import dates, places
from core.compare.discrepancies.scene import Around, Scene, quoted, report
from core.compare.discrepancies.spelling import spellings
from core.compare.discrepancies.status import statuses
from core.compare.discrepancies.wording import wordings
from core.compare.words import term_of
from core.lexicon.status import cue_words
from core.model import Cluster, Discrepancy, Reading, Status

Finder = Callable[[Scene], Iterator[Discrepancy]]
_QUALIFIED = 2  # words after a hedge that it speaks of
FINDERS: tuple[Finder, ...] = (
    counts,
    extents,
    dates,
    places,
    roles,
    statuses,
    attributions,
    uncredited,
    sources,
    wordings,
    spellings,
)


@cache
def _hedges() -> re.Pattern[str]:
    doubt = {Status.ALLEGED, Status.UNCONFIRMED}
    words = {w for slot in ("adjectives", "adverbs") for w, status in cue_words(slot).items() if status in doubt}
    return re.compile(r"\b(?:" + "|".join(sorted(words)) + r")\b", re.IGNORECASE)


def _doubted(around: Around, passage: int, other: int) -> str:
    """The hedge in a passage where what it qualifies stands in the other passage too, else ""."""
    p = around.corpus.passages[passage]
    document = around.corpus.documents[p.article]
    known = set(around.corpus.passages[other].words.terms)
    for hedge in _hedges().finditer(document.text, *document.sentences[p.sentence].span):
        tokens = (t for t in document.sentences[p.sentence].tokens if t.start >= hedge.end())
        qualified = [term for t in tokens if (term := term_of(t.text))][:_QUALIFIED]
        if qualified and known.issuperset(qualified):
            return hedge.group().lower()
    return ""


def hedged(around: Around, cluster_of: dict[int, str]) -> Iterator[Discrepancy]:
    """One row for each pair of aligned passages of which one doubts what the other tells flatly."""
    for a, b in around.aligned:
        doubts = (_doubted(around, a, b), _doubted(around, b, a))
        cluster = cluster_of.get(a) or cluster_of.get(b)
        if cluster and bool(doubts[0]) != bool(doubts[1]):
            readings = [_sentence(around, n, doubt or "flat") for n, doubt in zip((a, b), doubts, strict=True)]
            said = " but ".join(quoted(r.text) for r in sorted(readings, key=lambda r: r.value != "flat"))
            yield report(cluster, "status", f"One report doubts what the other tells: {said}.", readings)


def _sentence(around: Around, passage: int, value: str) -> Reading:
    p = around.corpus.passages[passage]
    document = around.corpus.documents[p.article]
    span = document.sentences[p.sentence].span
    return Reading(document.article.id, span, span.of(document.text), value)


def _wholes(clusters: Sequence[Cluster]) -> dict[str, tuple[str, ...]]:
    """Which parts each cluster reports on: a part's own cluster does not report on the whole again."""
    own = {e: c for c in clusters for e in c.events}
    found = {}
    for c in clusters:
        found[c.id] = tuple(e for e in c.parts if (len(c.events), c.id) >= (len(own[e].events), own[e].id))
    return found


def find_discrepancies(
    around: Around, clusters: Sequence[Cluster], sentences: Sequence[tuple[int, int]]
) -> tuple[Discrepancy, ...]:
    """All differences, ordered by cluster, then kind.

    Args:
        around: The analysis.
        clusters: Its clusters.
        sentences: Aligned passages without a pair of events.
    """
    found: list[Discrepancy] = []
    parts = _wholes(clusters)
    cluster_of: dict[int, str] = {}
    for c in clusters:
        for e in c.events:
            cluster_of.setdefault(around.passage(around.facts[e]), c.id)
        if len(c.events) + len(parts[c.id]) > 1:
            scene = Scene(c, around, [around.facts[e] for e in parts[c.id]])
            for finder in FINDERS:
                found.extend(finder(scene))
    found.extend(leaders(around, cluster_of))
    found.extend(hedged(replace(around, aligned=sentences), cluster_of))
    unique = {d.id: d for d in found}
    return tuple(unique.values())
