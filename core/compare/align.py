"""Lines statements up: pairs of events, and pairs of sentences where no events pair, each with its reasons."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np

from core.compare.blocking import across_stories, within_story
from core.compare.facts import Facts
from core.compare.features import FEATURES, Score, score_pairs
from core.compare.passages import Corpus
from core.compare.resemblance import FEATURES as RESEMBLANCE
from core.compare.resemblance import Group, Matrix, closest, feature_matrices, resemblance
from core.compare.weights import logistic, weights
from core.model import Kind

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
    """Two sentences (numbers of passages) that tell of the same, with no pair of events to show for it."""

    a: int
    b: int
    logit: float
    alike: tuple[float, ...]


class Compared:
    """The sentence features of one group, looked up by passage."""

    def __init__(self, corpus: Corpus, articles: Sequence[int]) -> None:
        """Compares all sentences of `articles`."""
        self.group = Group(corpus.of_articles(articles), corpus.rarity)
        self.features = feature_matrices(self.group)
        self.logits: Matrix = resemblance(self.features)
        self.row = {p.number: k for k, p in enumerate(self.group.passages)}

    def alike(self, a: int, b: int) -> tuple[float, ...]:
        """The feature scores of two passages, in the order of the feature list."""
        return tuple(float(self.features[f.__name__][self.row[a], self.row[b]]) for f in RESEMBLANCE)

    def logit(self, a: int, b: int) -> float:
        """The log odds of two passages."""
        return float(self.logits[self.row[a], self.row[b]])


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


def sentence_pairs(corpus: Corpus, compared: Compared, eventful: set[int]) -> list[SentencePair]:
    """The sentences of different articles that align although at least one of them tells of no event.

    They must share words enough, and one must be the other's closest in its article. Where both tell of events,
    the events decide.
    """
    group = compared.group
    near = group.elsewhere & (compared.features["shared_words"] >= weights("sentences")["align"]) & closest(group)
    found = []
    for x, y in zip(*np.where(np.triu(near)), strict=True):
        p, q = group.passages[x], group.passages[y]
        kinds = [corpus.documents[s.article].sentences[s.sentence].kind for s in (p, q)]
        if _READ.issuperset(kinds) and not {p.number, q.number} <= eventful:
            found.append(
                SentencePair(p.number, q.number, float(compared.logits[x, y]), compared.alike(p.number, q.number))
            )
    return found


def align(corpus: Corpus, facts: Sequence[Facts]) -> tuple[list[Pair], list[SentencePair]]:
    """Compares the events and sentences of all stories.

    Returns:
        Every pair of events that was compared, whatever its score, and the aligned pairs of sentences without events.
    """
    story_of = {a: number for number, story in enumerate(corpus.stories) for a in story}
    members = _grouped((story_of[f.article], k) for k, f in enumerate(facts))
    eventful = {corpus.at[f.article, f.event.sentence] for f in facts}
    pairs: list[Pair] = []
    sentences: list[SentencePair] = []
    for number, story in enumerate(corpus.stories):
        compared = Compared(corpus, story)
        pairs += compare_pairs(facts, list(within_story(facts, members.get(number, []))))
        sentences += sentence_pairs(corpus, compared, eventful)
    numbers = [story_of[f.article] for f in facts]
    pairs += compare_pairs(facts, list(across_stories(facts, numbers)))
    return pairs, sentences
