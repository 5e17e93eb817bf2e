"""How alike two sentences are: features over all pairs of a group at once, each explained by its docstring.

A feature is a function of a `Group`; it returns a matrix of scores in [0, 1] (rows and columns are the group's
sentences), 0 where nothing is shared. The docstring is what the reader of an explanation sees.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from core.compare.background import Rarity
from core.compare.kindred import groups_of
from core.compare.passages import Passage
from core.compare.weights import Weights, weights

Matrix = NDArray[np.float64]
_TIE = 1e-9
_SALIENT = 20.0  # the sum of shared salient words that counts as everything shared
_KINDRED = 8.0  # the same of shared groups of kindred words


def _unit_rows(matrix: Matrix) -> Matrix:
    length = np.linalg.norm(matrix, axis=1, keepdims=True)
    return np.asarray(matrix / np.where(length > 0, length, 1.0))


def _columns(rows: Sequence[Iterable[str]], items: Iterable[str] | None = None) -> tuple[list[str], Matrix]:
    """The different items of all rows, or those given, sorted, and which row holds which."""
    kept = sorted(set().union(*rows) if items is None else items)
    column = {item: k for k, item in enumerate(kept)}
    holds = np.zeros((len(rows), len(kept)))
    for k, row in enumerate(rows):
        holds[k, [column[item] for item in row if item in column]] = 1.0
    return kept, holds


class Group:
    """The sentences that are compared with one another, as matrices (sentences by terms of more than one article)."""

    def __init__(self, passages: Sequence[Passage], rarity: Rarity) -> None:
        """`rarity` weighs the terms of `passages`."""
        self.passages = tuple(passages)
        self.article = np.array([p.article for p in passages], dtype=np.int64)
        common = {t: rarity.in_news(t) for t in {t for p in passages for t in p.words.terms}}
        used = Counter(t for _, t in {(p.article, t) for p in passages for t in p.words.terms})
        terms, self.holds = _columns([p.words.terms for p in passages], [t for t, n in used.items() if n > 1])
        names = frozenset().union(*(p.words.names for p in passages))
        number = np.array([t[:1].isdigit() for t in terms], dtype=bool)
        self.named = np.array([t in names for t in terms], dtype=bool) | number
        self.weight = np.array([rarity(t) for t in terms])
        self.common = np.array([common[t] for t in terms])
        self.length = np.sqrt([sum(common[t] ** 2 for t in set(p.words.terms)) for p in passages])
        self.elsewhere = np.not_equal.outer(self.article, self.article)

    def told(self, holds: Matrix) -> Matrix:
        """For each sentence, the share of the group's other articles that hold each column of `holds`.

        One article more, which holds nothing, stands in: a single other article is a weak witness.
        """
        articles, index = np.unique(self.article, return_inverse=True)
        any_of = np.zeros((len(articles), holds.shape[1]))
        np.maximum.at(any_of, index, holds)
        return np.asarray(((any_of.sum(0) - any_of) / len(articles))[index])

    @cached_property
    def salience(self) -> Matrix:
        """For each sentence and term, the root of the share of the other articles that use it; 0 where it does not."""
        return np.asarray(self.holds * np.sqrt(self.told(self.holds)))


def _shared(salience: Matrix, holds: Matrix, enough: float) -> Matrix:
    """The salience that two sentences share, on a logarithmic scale from nothing to `enough` and more."""
    shared = salience @ holds.T
    return np.asarray(np.minimum(np.log1p((shared + shared.T) / 2) / np.log1p(enough), 1.0))


def _salient(group: Group, wanted: NDArray[np.bool_]) -> Matrix:
    return _shared(group.salience[:, wanted] * group.common[wanted], group.holds[:, wanted], _SALIENT)


def salient_words(group: Group) -> Matrix:
    """Whether the words that they share, names aside, are those that the story's other reports use too."""
    return _salient(group, ~group.named)


def salient_names(group: Group) -> Matrix:
    """Whether the names and figures that they share are those that the story's other reports use too."""
    return _salient(group, group.named)


def kindred_words(group: Group) -> Matrix:
    """Whether they speak of the same things, word for word or not (“heist”, “robbers”), as the other reports do."""
    _, holds = _columns([groups_of(p.words.spoken) for p in group.passages])
    return _shared(holds * np.sqrt(group.told(holds)), holds, _KINDRED)


def same_figures(group: Group) -> Matrix:
    """Whether they give a figure in common; one half where one of them gives none."""
    figures, holds = _columns([p.words.numbers for p in group.passages])
    if not figures:
        return np.full((len(holds), len(holds)), 0.5)
    silent = ~holds.any(axis=1)
    return np.where(np.logical_or.outer(silent, silent), 0.5, (holds @ holds.T > 0).astype(float))


def common_witnesses(group: Group) -> Matrix:
    """Whether they and the same sentences of other articles resemble one another, though the two share few words."""
    rows = _unit_rows(group.salience * group.weight)
    bonds = np.where(group.elsewhere, np.clip(rows @ rows.T, 0.0, 1.0), 0.0) + np.eye(len(rows))
    length = np.linalg.norm(bonds, axis=1)
    return np.asarray(np.clip((bonds @ bonds.T) / np.outer(length, length), 0.0, 1.0))


def shared_words(group: Group) -> Matrix:
    """How much of their wording two sentences share, words rare in the news counting more (root of the cosine)."""
    rows = group.holds * group.common / np.where(group.length > 0, group.length, 1.0)[:, None]
    return np.asarray(np.sqrt(np.clip(rows @ rows.T, 0.0, 1.0)))


def closest(likeness: Matrix, article: NDArray[np.int64]) -> NDArray[np.bool_]:
    """Whether the second sentence of a pair is in its article the likest to the first."""
    articles, index = np.unique(article, return_inverse=True)
    best = np.stack([likeness[:, index == k].max(1) for k in range(len(articles))], axis=1)
    return np.asarray(likeness >= best[:, index] - _TIE)


FEATURES: tuple[Callable[[Group], Matrix], ...] = (
    salient_words,
    salient_names,
    kindred_words,
    same_figures,
    common_witnesses,
)


def feature_matrices(group: Group) -> dict[str, Matrix]:
    """Every feature of every pair of the group's sentences, by the feature's name."""
    return {feature.__name__: feature(group) for feature in FEATURES}


def resemblance(features: Mapping[str, Matrix], learnt: Weights | None = None) -> Matrix:
    """The log odds that two sentences of articles on one story tell of the same happening.

    Args:
        features: The matrix of each feature, by name.
        learnt: Its weights and the bias; those of weights.toml by default.
    """
    learnt = learnt or weights("sentences")
    logits = np.full(next(iter(features.values())).shape, learnt["bias"])
    for name, scores in features.items():
        logits += learnt[name] * scores
    return logits
