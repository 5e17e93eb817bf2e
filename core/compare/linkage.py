"""Average linkage that respects cohesion: a tight group asks more of whom it admits than a loose one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

_LARGEST = 400  # items linked in one matrix; beyond it weak bonds are dropped first
_STEP = 0.5

Scores = Mapping[tuple[int, int], float]


def components(items: Sequence[int], pairs: Sequence[tuple[int, int]]) -> list[list[int]]:
    """The connected groups of `items` under `pairs`, each ordered, in order of their first items."""
    root = {i: i for i in items}

    def find(i: int) -> int:
        while root[i] != i:
            root[i] = root[root[i]]
            i = root[i]
        return i

    for i, j in pairs:
        a, b = sorted((find(i), find(j)))
        root[b] = a
    groups: dict[int, list[int]] = defaultdict(list)
    for i in sorted(items):
        groups[find(i)].append(i)
    return list(groups.values())


def _pieces(items: Sequence[int], scored: Scores, least: float) -> list[list[int]]:
    """Groups that no bond of at least `least` joins; too large a group is cut at its weaker bonds first."""
    groups = components(items, [pair for pair, score in scored.items() if score >= least])
    small = [g for g in groups if len(g) <= _LARGEST]
    for group in groups:
        if len(group) > _LARGEST:
            inside = set(group)
            held = {p: s for p, s in scored.items() if p[0] in inside and p[1] in inside}
            small += _pieces(group, held, least + _STEP)
    return small


def _merge(matrix: NDArray[np.float64], least: float, cohesion: float) -> list[list[int]]:
    n = len(matrix)
    groups: dict[int, list[int]] = {i: [i] for i in range(n)}
    size = np.ones(n)
    within = np.zeros(n)
    np.fill_diagonal(matrix, -np.inf)
    while len(groups) > 1:
        i, j = divmod(int(np.argmax(matrix)), n)
        i, j = min(i, j), max(i, j)
        value = matrix[i, j]
        if value == -np.inf:
            break
        pairs = size * (size - 1) / 2 + 2  # two pairs of nothing in common stand in while a group is small
        tightness = (within[i] / pairs[i] * size[i] + within[j] / pairs[j] * size[j]) / (size[i] + size[j])
        if value < least + cohesion * max(0.0, tightness):
            matrix[i, j] = matrix[j, i] = -np.inf
            continue
        row = (size[i] * matrix[i] + size[j] * matrix[j]) / (size[i] + size[j])
        within[i] += within[j] + value * size[i] * size[j]
        size[i] += size[j]
        matrix[i, :] = matrix[:, i] = row
        matrix[j, :] = matrix[:, j] = matrix[i, i] = -np.inf
        groups[i] += groups.pop(j)
    return [sorted(g) for g in groups.values()]


def link(n: int, scored: Scores, floor: float, least: float, cohesion: float) -> tuple[tuple[int, ...], ...]:
    """Groups `n` items by the average of their pairs' scores.

    Args:
        n: How many items there are.
        scored: Log odds of pairs (i < j); a pair that is missing scores `floor`.
        floor: The score of two items with nothing in common.
        least: What the average between two groups must reach for them to be one,
        cohesion: and how much more for each unit by which the groups hold together inside.
    """
    found: list[tuple[int, ...]] = []
    for piece in _pieces(range(n), scored, least):
        place = {item: k for k, item in enumerate(piece)}
        matrix = np.full((len(piece), len(piece)), floor)
        if len(piece) > 1:
            for (i, j), score in scored.items():
                if i in place and j in place:
                    matrix[place[i], place[j]] = matrix[place[j], place[i]] = score
        found += [tuple(piece[k] for k in group) for group in _merge(matrix, least, cohesion)]
    return tuple(sorted(found))
