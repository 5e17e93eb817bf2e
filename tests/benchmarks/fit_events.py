"""The events' part of fit_weights.py: pairs of our events whose triggers bear the annotators' chains."""

from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from core.compare.align import Pair, compare_pairs
from core.compare.blocking import within_story
from core.compare.facts import Facts, gather
from core.compare.features import FEATURES, story
from core.compare.vetoes import contradiction
from core.model import Analysis, Span
from core.pipeline import find, relate
from tests.benchmarks.common import read_rows
from tests.benchmarks.ecb import read_text

Array = NDArray[np.float64]


def readings(bench: Path, split: str) -> Iterator[tuple[int, Analysis]]:
    """Every topic, analysed but not yet compared."""
    rows = list(read_rows(bench / f"events/{split}_docs.jsonl"))
    for topic in sorted({row["topic"] for row in rows}):
        yield topic, relate([find(read_text(row)[0]) for row in rows if row["topic"] == topic])


def chains(bench: Path, split: str) -> dict[str, list[tuple[Span, str]]]:
    """For each document, the spans of its annotated triggers with their chains."""
    start = {
        (row["doc"], s["i"]): span.start
        for row in read_rows(bench / f"events/{split}_docs.jsonl")
        for s, span in zip(row["sentences"], read_text(row)[1], strict=True)
    }
    found: dict[str, list[tuple[Span, str]]] = {}
    for row in read_rows(bench / f"events/{split}_events_gold.jsonl"):
        base = start[row["doc"], int(row["sid"].rsplit(":", 1)[1])]
        for e in row["events"]:
            for a, b in e["spans"]:
                found.setdefault(row["doc"], []).append((Span(base + a, base + b), e["chain"]))
    return found


def chain_of(fact: Facts, gold: dict[str, list[tuple[Span, str]]]) -> str | None:
    """The chain of the annotated trigger that an event's trigger overlaps."""
    spans = gold.get(fact.event.article_id, ())
    return next((chain for span, chain in spans if span.overlaps(fact.event.trigger.span)), None)


def seminal_events(bench: Path, split: str) -> dict[str, str]:
    """For each document the seminal event that it reports."""
    return {row["doc"]: row["subtopic"] for row in read_rows(bench / f"events/{split}_events_gold.jsonl")}


def event_pairs(
    reading: Analysis, gold: dict[str, list[tuple[Span, str]]], seminal: dict[str, str]
) -> tuple[list[Pair], list[float]]:
    """The annotated pairs of one topic's events in articles on one seminal event, with 1.0 for one chain."""
    facts = gather(reading)
    chain = [chain_of(f, gold) for f in facts]
    told = [seminal[f.event.article_id] for f in facts]
    pairs: list[Pair] = []
    same: list[float] = []
    for one in sorted(set(told)):
        members = [k for k in range(len(facts)) if told[k] == one and chain[k]]
        possible = [(i, j) for i, j in within_story(facts, members) if not contradiction(facts[i], facts[j])]
        pairs += compare_pairs(facts, possible)
        same += [float(chain[i] == chain[j]) for i, j in possible]
    return pairs, same


def rows(pairs: Sequence[Pair]) -> Array:
    """The features of event pairs without the story: distances from one half, 0 if unknown, and one for the bias."""
    kept = [n for n, f in enumerate(FEATURES) if f is not story]
    return np.array([[*(_distance(p.scores[n].value) for n in kept), 1.0] for p in pairs])


def _distance(value: float | None) -> float:
    return 0.0 if value is None else value - 0.5
