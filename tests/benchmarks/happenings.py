"""How well our happenings agree with annotated chains: `python -m tests.benchmarks.happenings BENCH SPLIT`.

What the dashboard is for is a few articles at a time, so small sets of each topic's articles are drawn (seed 3), and
every pair of our events from different articles whose triggers bear the annotators' chains is asked whether both stand
in one cluster. Printed are precision, recall and F1 over all pairs as one JSON line, and what kept true pairs apart.
"""

import argparse
import json
import random
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from itertools import combinations
from pathlib import Path

from core.compare.align import align
from core.compare.clusters import cluster
from core.compare.comparison import ordered
from core.compare.facts import Facts, gather
from core.compare.passages import Corpus
from core.compare.vetoes import contradiction
from core.model import Analysis, Span
from tests.benchmarks.fit_events import chain_of, chains, readings

SIZES = (2, 3, 4, 6)
DRAWS = 8


def part_of(reading: Analysis, ids: set[str]) -> Analysis:
    """The reading of some of its articles only."""
    return replace(
        reading,
        documents=tuple(d for d in reading.documents if d.article.id in ids),
        events=tuple(e for e in reading.events if e.article_id in ids),
        claims=tuple(c for c in reading.claims if c.claim.article_id in ids),
        actors=tuple(x for x in reading.actors if x.mention.article_id in ids),
        places=tuple(x for x in reading.places if x.mention.article_id in ids),
    )


def drawn(bench: Path, split: str) -> Iterator[Analysis]:
    """Small sets of articles of each topic, read but not compared."""
    rng = random.Random(3)  # noqa: S311 - a sample, not a secret
    for _, reading in readings(bench, split):
        ids = [d.article.id for d in reading.documents]
        for _ in range(DRAWS):
            yield part_of(reading, set(rng.sample(ids, min(rng.choice(SIZES), len(ids)))))


def judged(reading: Analysis, chain: dict[str, list[tuple[Span, str]]]) -> Iterator[tuple[bool, bool, Facts, Facts]]:
    """For each annotated pair of events of different articles: whether it is one, whether we say so, and the two."""
    reading = replace(reading, documents=ordered(reading))
    corpus = Corpus(reading.documents)
    facts = gather(reading, corpus.stories)
    pairs, _ = align(corpus, facts)
    number = {k: n for n, group in enumerate(cluster(facts, pairs)) for k in group}
    marked = [(k, c) for k, f in enumerate(facts) if (c := chain_of(f, chain))]
    for (i, one), (j, two) in combinations(marked, 2):
        if facts[i].article != facts[j].article:
            yield one == two, number[i] == number[j], facts[i], facts[j]


def main() -> None:
    """Prints the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("bench", type=Path)
    parser.add_argument("split", choices=("train", "dev"))
    given = parser.parse_args()
    chain = chains(given.bench, given.split)
    seen: Counter[tuple[bool, bool]] = Counter()
    kept_apart: Counter[str] = Counter()
    for reading in drawn(given.bench, given.split):
        for gold, ours, a, b in judged(reading, chain):
            seen[gold, ours] += 1
            if gold and not ours:
                kept_apart[contradiction(a, b) or "too little in common"] += 1
    right, wrong, missed = seen[True, True], seen[False, True], seen[True, False]
    precision, recall = right / max(1, right + wrong), right / max(1, right + missed)
    f1 = 2 * precision * recall / max(1e-9, precision + recall)
    figures = {"p": round(precision, 3), "r": round(recall, 3), "f1": round(f1, 3), "pairs": right + missed}
    print(json.dumps({**figures, "kept apart": dict(kept_apart.most_common())}))


if __name__ == "__main__":
    main()
