"""Runs every finder of differences over every happening."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import cache

from core.compare.discrepancies.actor import leaders, roles
from core.compare.discrepancies.attribution import attributions
from core.compare.discrepancies.count import counts
from core.compare.discrepancies.extent import extents
from core.compare.discrepancies.place import dates, places
from core.compare.discrepancies.scene import Around, Scene, quoted, report
from core.compare.discrepancies.spelling import spellings
from core.compare.discrepancies.status import statuses
from core.compare.discrepancies.wording import wordings
from core.lexicon.status import cue_words
from core.model import Cluster, Discrepancy, Reading, Status

Finder = Callable[[Scene], Iterator[Discrepancy]]
FINDERS: tuple[Finder, ...] = (counts, extents, dates, places, roles, statuses, attributions, wordings, spellings)


@cache
def _hedges() -> re.Pattern[str]:
    doubt = {Status.ALLEGED, Status.UNCONFIRMED}
    words = {w for slot in ("adjectives", "adverbs") for w, status in cue_words(slot).items() if status in doubt}
    return re.compile(r"\b(?:" + "|".join(sorted(words)) + r")\b", re.IGNORECASE)


def hedged(around: Around, cluster_of: dict[int, str]) -> Iterator[Discrepancy]:
    """One row for each pair of aligned passages of which one doubts what the other tells flatly."""
    for pair in around.aligned:
        spans = [
            (document, document.sentences[p.sentence].span)
            for p in (around.corpus.passages[n] for n in pair)
            for document in (around.corpus.documents[p.article],)
        ]
        doubts = [_hedges().search(document.text, *span) for document, span in spans]
        cluster = cluster_of.get(pair[0]) or cluster_of.get(pair[1])
        if cluster and (doubts[0] is None) != (doubts[1] is None):
            readings = [
                Reading(document.article.id, span, span.of(document.text), doubt.group().lower() if doubt else "flat")
                for (document, span), doubt in zip(spans, doubts, strict=True)
            ]
            said = " but ".join(quoted(r.text) for r in sorted(readings, key=lambda r: r.value != "flat"))
            yield report(cluster, "status", f"One report doubts what the other tells: {said}.", readings)


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
