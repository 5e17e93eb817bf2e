"""How alike two sentences are: features over all pairs of a group at once, each explained by its docstring.

A feature is a function of a `Group`; it returns a matrix of scores in [0, 1] (rows and columns are the group's
sentences), 0 where nothing is shared. The docstring is what the reader of an explanation sees.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from core.compare.background import Rarity, common_rarity
from core.compare.passages import Passage
from core.compare.weights import weights

Matrix = NDArray[np.float64]
_TIE = 1e-9
_SALIENT_SCALE = 20.0  # the sum of shared salient words that counts as everything shared


def _unit_rows(matrix: Matrix) -> Matrix:
    length = np.linalg.norm(matrix, axis=1, keepdims=True)
    return np.asarray(matrix / np.where(length > 0, length, 1.0))


class Group:
    """The sentences that are compared with one another, as matrices (sentences by terms)."""

    def __init__(self, passages: Sequence[Passage], rarity: Rarity) -> None:
        """`rarity` weighs the terms of `passages`."""
        self.passages = tuple(passages)
        self.article = np.array([p.article for p in passages], dtype=np.int64)
        terms = sorted({t for p in passages for t in p.words.terms})
        column = {t: k for k, t in enumerate(terms)}
        self.holds = np.zeros((len(passages), len(terms)))
        named = np.zeros(len(terms), dtype=bool)
        for row, p in enumerate(passages):
            self.holds[row, [column[t] for t in p.words.terms]] = 1.0
            named[[column[t] for t in p.words.names | p.words.numbers]] = True
        self.number = np.array([t[:1].isdigit() for t in terms], dtype=bool)
        self.plain = ~named & ~self.number
        self.weight = np.array([rarity(t) for t in terms])
        self.common = np.array([common_rarity(t) for t in terms])
        self.elsewhere = np.not_equal.outer(self.article, self.article)

    @cached_property
    def cosine(self) -> Matrix:
        """The cosine of the weighted terms of each pair."""
        rows = _unit_rows(self.holds * self.weight)
        return np.asarray(rows @ rows.T)

    def share_elsewhere(self, holds: Matrix) -> Matrix:
        """For each sentence, the share of the group's other articles that hold each column of `holds`."""
        articles, index = np.unique(self.article, return_inverse=True)
        any_of = np.zeros((len(articles), holds.shape[1]))
        np.maximum.at(any_of, index, holds)
        return np.asarray(((any_of.sum(0) - any_of) / max(len(articles) - 1, 1))[index])

    @cached_property
    def told(self) -> Matrix:
        """For each sentence, the share of the group's other articles that hold each term."""
        return self.share_elsewhere(self.holds)


def shared_words(group: Group) -> Matrix:
    """How many of their words the two sentences share, rare words counting more (root of the cosine)."""
    return np.sqrt(np.clip(group.cosine, 0.0, 1.0))


def shared_numbers(group: Group) -> Matrix:
    """Whether the two sentences give the same figures."""
    rows = _unit_rows(group.holds * group.weight * group.number)
    return np.asarray(rows @ rows.T)


def common_witnesses(group: Group) -> Matrix:
    """Whether the same sentences of other articles resemble both, though the two may share few words themselves."""
    bonds = np.where(group.elsewhere, group.cosine, 0.0)
    length = np.sqrt(np.maximum((bonds**2).sum(1), 1e-9))
    return np.asarray(np.clip((bonds @ bonds.T) / np.outer(length, length), 0.0, 1.0))


def closest(group: Group) -> NDArray[np.bool_]:
    """Whether either sentence of a pair is the other's closest in its article."""
    articles, index = np.unique(group.article, return_inverse=True)
    best = np.zeros((len(group.passages), len(articles)))
    for k in range(len(articles)):
        best[:, k] = group.cosine[:, index == k].max(1)
    facing = best[:, index]
    return np.asarray((group.cosine >= facing - _TIE) | (group.cosine >= facing.T - _TIE))


def salient_words(group: Group) -> Matrix:
    """Whether the words that they share are those that the other reports of the story use too."""
    salient = group.holds * np.sqrt(group.told) * (group.common * group.plain)
    shared = salient @ group.holds.T
    return np.asarray(np.minimum(np.log1p((shared + shared.T) / 2) / np.log1p(_SALIENT_SCALE), 1.0))


def shared_senses(group: Group) -> Matrix:
    """Whether they report the same, word for word or not (“fired”, “sacked”), as the story's other reports do."""
    senses = sorted({x for p in group.passages for x in p.words.senses})
    column = {x: k for k, x in enumerate(senses)}
    holds = np.zeros((len(group.passages), len(senses)))
    for row, p in enumerate(group.passages):
        holds[row, [column[x] for x in p.words.senses]] = 1.0
    rows = _unit_rows(holds * np.sqrt(group.share_elsewhere(holds)))
    return np.asarray(np.clip(rows @ rows.T, 0.0, 1.0))


def fullness(group: Group) -> Matrix:
    """How much the two sentences say at all: a full sentence tells of more happenings than a short one."""
    length = np.log1p([min(len(p.words.terms), 40) for p in group.passages]) / np.log1p(40)
    return np.asarray(np.add.outer(length, length) / 2)


FEATURES: tuple[Callable[[Group], Matrix], ...] = (
    shared_words,
    shared_numbers,
    common_witnesses,
    salient_words,
    shared_senses,
    fullness,
)


def feature_matrices(group: Group) -> dict[str, Matrix]:
    """Every feature of every pair of the group's sentences, by the feature's name."""
    return {feature.__name__: feature(group) for feature in FEATURES}


def resemblance(features: dict[str, Matrix]) -> Matrix:
    """The log odds that two sentences of articles on one story tell of the same happening."""
    learnt = weights("sentences")
    logits = np.full(next(iter(features.values())).shape, learnt["bias"])
    for name, scores in features.items():
        logits += learnt[name] * scores
    return logits
