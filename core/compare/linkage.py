"""Average linkage over scored pairs, in time near linear in their number."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from heapq import heapify, heappop, heappush

Scores = Mapping[tuple[int, int], float]
REFUSED = float("-inf")


def components(items: Iterable[int], pairs: Iterable[tuple[int, int]]) -> list[list[int]]:
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
    for i in sorted(root):
        groups[find(i)].append(i)
    return list(groups.values())


class Linkage:
    """The groups while they grow; only pairs that were scored are held, every other scores `floor`."""

    def __init__(self, n: int, scored: Scores, floor: float, largest: int | None = None) -> None:
        """Every item begins as a group of its own."""
        self.floor = floor
        self.largest = largest or n
        self.groups: dict[int, list[int]] = {i: [i] for i in range(n)}
        self.bonds: list[dict[int, float]] = [{} for _ in range(n)]
        for (i, j), score in scored.items():
            self.bonds[i][j] = self.bonds[j][i] = score

    def fits(self, i: int, j: int) -> bool:
        """Whether two groups together are no larger than a group may be."""
        return len(self.groups[i]) + len(self.groups[j]) <= self.largest

    def merge(self, i: int, j: int) -> Iterable[tuple[int, float]]:
        """Makes the groups `i` < `j` one, and yields the new scores of its bonds."""
        a, b = len(self.groups[i]), len(self.groups[j])
        mine, other = self.bonds[i], self.bonds[j]
        for k in sorted({*mine, *other} - {i, j}):
            score = (a * mine.get(k, self.floor) + b * other.get(k, self.floor)) / (a + b)
            mine[k] = self.bonds[k][i] = score
            self.bonds[k].pop(j, None)
            yield k, score
        mine.pop(j)
        self.bonds[j] = {}
        self.groups[i] += self.groups.pop(j)


def link(n: int, scored: Scores, floor: float, least: float, largest: int | None = None) -> tuple[tuple[int, ...], ...]:
    """Groups `n` items by the average of their pairs' scores; near linear in the number of scored pairs.

    Args:
        n: How many items there are.
        scored: Log odds of pairs (i < j), `REFUSED` for one that no group may hold; a missing pair scores `floor`.
        floor: The score of two items with nothing in common; below `least`.
        least: What the average between two groups must reach for them to be one.
        largest: How many items a group may hold.
    """
    state = Linkage(n, scored, floor, largest)
    heap = [(-score, i, j) for (i, j), score in scored.items() if score >= least]
    heapify(heap)
    while heap:
        negative, i, j = heappop(heap)
        if state.bonds[i].get(j) != -negative:
            continue
        if not state.fits(i, j):
            state.bonds[i][j] = state.bonds[j][i] = REFUSED
            continue
        for k, score in state.merge(i, j):
            if score >= least:
                heappush(heap, (-score, min(i, k), max(i, k)))
    return tuple(sorted(tuple(sorted(group)) for group in state.groups.values()))
