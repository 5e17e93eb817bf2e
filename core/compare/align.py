"""Lines statements up: pairs of events, and pairs of sentences where no events pair, each with its reasons."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

import numpy as np

from core.compare.blocking import across_stories, within_story
from core.compare.facts import Facts
from core.compare.features import FEATURES, Score, score_pairs
from core.compare.passages import Corpus
from core.compare.resemblance import FEATURES as RESEMBLANCE
from core.compare.resemblance import Group, Matrix, closest, feature_matrices, resemblance, shared_words
from core.compare.weights import logistic, weights
from core.model import Kind

_FEW = 12  # articles; whoever loads so few wants them compared, whatever their other words
_READ = frozenset({Kind.PROSE, Kind.POST, Kind.QUOTATION})


@dataclass(frozen=True, slots=True)
class Pair:
    """Two events (indices, i < j) as they were compared."""

    i: int
    j: int
    logit: float
    scores: tuple[Score, ...]

    @property
    def probability(self) -> float:
        """How likely it is that both report one happening."""
        return logistic(self.logit)


@dataclass(frozen=True, slots=True)
class SentencePair:
    """Two sentences (numbers of passages) that tell of the same by their words."""

    a: int
    b: int
    logit: float
    alike: tuple[float, ...]


class Compared:
    """The sentence features of one group."""

    def __init__(self, corpus: Corpus, articles: Sequence[int]) -> None:
        """Compares all sentences of `articles`."""
        self.group = Group(corpus.of_articles(articles), corpus.rarity)
        self.features = feature_matrices(self.group)
        self.logits: Matrix = resemblance(self.features)

    def pair(self, row: int, column: int) -> SentencePair:
        """Two sentences of the group with their log odds and feature scores."""
        alike = tuple(float(self.features[f.__name__][row, column]) for f in RESEMBLANCE)
        numbers = (self.group.passages[row].number, self.group.passages[column].number)
        return SentencePair(*numbers, float(self.logits[row, column]), alike)


def event_logit(scores: Sequence[Score]) -> float:
    """The log odds that two events are one happening: each feature's weight times its distance from one half."""
    learnt = weights("events")
    told = ((learnt[f.__name__], s.value) for f, s in zip(FEATURES, scores, strict=True))
    return learnt["bias"] + sum(w * (v - 0.5) for w, v in told if v is not None)


def compare_pairs(facts: Sequence[Facts], pairs: Sequence[tuple[int, int]]) -> list[Pair]:
    """Compares events two by two."""
    scored = score_pairs(facts, pairs)
    return [Pair(i, j, event_logit(scores), scores) for (i, j), scores in zip(pairs, scored, strict=True)]


def _grouped(values: Iterable[tuple[int, int]]) -> dict[int, list[int]]:
    found: dict[int, list[int]] = defaultdict(list)
    for key, value in values:
        found[key].append(value)
    return found


def sentence_pairs(corpus: Corpus, compared: Compared, eventful: AbstractSet[int]) -> list[SentencePair]:
    """The sentences of different articles that tell of the same by their words.

    They must be likely enough to, and each must be the other's likest in its article. Where one of them tells of no
    event, it is enough that their wording is much the same, and one the other's closest by it.
    """
    group, learnt = compared.group, weights("sentences")
    alike = compared.logits >= learnt["align"]
    likest = closest(compared.logits, group.article)
    wording = np.where(alike, shared_words(group), 0.0)
    nearest = closest(wording, group.article)
    silent = np.array([p.number not in eventful for p in group.passages], dtype=bool)
    worded = (nearest | nearest.T) & (wording >= learnt["wording"]) & np.logical_or.outer(silent, silent)
    same = alike & (likest & likest.T | worded)
    read = [corpus.documents[p.article].sentences[p.sentence].kind in _READ for p in group.passages]
    rows, columns = np.where(np.triu(same & group.elsewhere & np.logical_and.outer(read, read)))
    return [compared.pair(x, y) for x, y in zip(rows.tolist(), columns.tolist(), strict=True)]


def align(corpus: Corpus, facts: Sequence[Facts]) -> tuple[list[Pair], list[SentencePair]]:
    """Compares the events and sentences of all stories; of a few articles, every event with every other's.

    Articles that only repeat others are left out.

    Returns:
        Every pair of events that was compared, whatever its score, and the aligned pairs of sentences.
    """
    few = len(corpus.documents) <= _FEW
    compared = [k for k, f in enumerate(facts) if f.article not in corpus.repeats]
    members = _grouped((0 if few else facts[k].story, k) for k in compared)
    eventful = {corpus.at[f.article, f.event.sentence] for f in facts}
    pairs: list[Pair] = []
    sentences: list[SentencePair] = []
    for story in corpus.stories:
        if len(story) > 1:
            sentences += sentence_pairs(corpus, Compared(corpus, story), eventful)
    for group in members.values():
        pairs += compare_pairs(facts, list(within_story(facts, group)))
    if not few:
        pairs += compare_pairs(facts, list(across_stories(facts, compared)))
    return pairs, sentences
