"""Do two articles tell of the same happening? Pairs are scored, then gathered into stories by average linkage.

This comes before any sentence is compared: two reports of one arrest share few words in any two sentences, but
many rare words and names as wholes, and two arrests of the same man share many sentences' words, but less of the rest.
"""

from __future__ import annotations

import math
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import combinations
from typing import TypeVar

from core.compare.background import Rarity
from core.compare.linkage import link
from core.compare.weights import weights
from core.compare.words import Words

_LEAD = 2  # sentences, the headline one of them
_TOP = 2.0  # sentences from the top after which a word counts half; the news tells the happening first
_TOP_NAMES = 5.0  # the same of names, which are spelled out later
_KEYS = 25  # an article's most telling words, by which it finds others
_COMMON = 150  # a word of more articles than this finds the nearest only
_NEIGHBOURS = 80  # others that one article is held against in a large set
_SMALL = 60  # articles of which every pair is scored
_LARGEST = 60  # articles of one story; a larger one is read in pieces, which bounds the work
_MONTH = 31  # days

Key = TypeVar("Key", str, int)
Vector = dict[str, float]
Bonds = dict[int, float]


@dataclass(frozen=True, slots=True)
class Profile:
    """One article as vectors of unit length.

    Args:
        words: All its words, those near the top weighing most; `names` likewise.
        lead: The words of its first sentences.
        numbers: Its numbers; counts: the same with what they count.
    """

    words: Vector
    names: Vector
    lead: Vector
    numbers: Vector
    counts: Vector


def _unit(amounts: Mapping[str, float], rarity: Callable[[str], float]) -> Vector:
    """A vector of unit length: what is told `amounts` times, dampened from the second time on, times its rarity."""
    vector = {term: (1 + math.log(n) if n > 1 else n) * rarity(term) for term, n in amounts.items()}
    length = math.sqrt(math.fsum(v * v for v in vector.values()))
    return {term: v / length for term, v in vector.items() if v} if length else {}


def _from_top(groups: Sequence[Iterable[str]], half: float) -> dict[str, float]:
    """How often each term is told, counting less the farther below the top it stands."""
    amounts: dict[str, float] = defaultdict(float)
    for k, group in enumerate(groups):
        for term in set(group):
            amounts[term] += 1 / (1 + k / half)
    return amounts


def _alone(_: str) -> float:
    return 1.0


def profile(words: Sequence[Words], rarity: Rarity) -> Profile:
    """The profile of an article whose sentences hold `words`."""
    return Profile(
        _unit(_from_top([w.terms for w in words], _TOP), rarity),
        _unit(_from_top([w.names for w in words], _TOP_NAMES), rarity),
        _unit(Counter(term for w in words[:_LEAD] for term in w.terms), rarity),
        _unit(Counter(n for w in words for n in w.numbers), rarity),
        _unit(Counter(n for w in words for n in w.counts), _alone),
    )


def _cosine(a: Mapping[Key, float], b: Mapping[Key, float]) -> float:
    return math.fsum([a[term] * b[term] for term in a.keys() & b.keys()])


class Neighbourhood:
    """How alike the articles of a set are, pair by pair, of those pairs that are worth scoring."""

    def __init__(self, profiles: Sequence[Profile], pairs: Iterable[tuple[int, int]]) -> None:
        """`pairs` (i < j) are those that can be of one story; all others count as having nothing in common."""
        self.profiles = profiles
        self.pairs = tuple(pairs)
        self.bonds: list[Bonds] = [{} for _ in profiles]
        for i, j in self.pairs:
            self.bonds[i][j] = self.bonds[j][i] = _cosine(profiles[i].words, profiles[j].words)
        self.length = [math.sqrt(math.fsum(b * b for b in bonds.values())) for bonds in self.bonds]

    def witnesses(self, i: int, j: int) -> float:
        """Whether the same other articles resemble both: the cosine of their likenesses to all the others."""
        product = self.length[i] * self.length[j]
        return min(_cosine(self.bonds[i], self.bonds[j]) / product, 1.0) if product else 0.0

    def features(self, i: int, j: int) -> dict[str, float]:
        """What two articles share of names, lead, numbers, counts and witnesses: each in [0, 1]."""
        a, b = self.profiles[i], self.profiles[j]
        return {
            "names": math.sqrt(_cosine(a.names, b.names)),
            "lead": math.sqrt(_cosine(a.lead, b.lead)),
            "numbers": math.sqrt(_cosine(a.numbers, b.numbers)),
            "counts": math.sqrt(_cosine(a.counts, b.counts)) if a.counts and b.counts else 0.5,
            "witnesses": self.witnesses(i, j),
        }

    def scored(self) -> dict[tuple[int, int], float]:
        """How likely it is that two articles tell of the same happening, as log odds of every pair."""
        learnt = weights("articles")
        return {
            (i, j): learnt["bias"] + sum(learnt[name] * value for name, value in self.features(i, j).items())
            for i, j in self.pairs
        }


def candidates(profiles: Sequence[Profile], published: Sequence[date | None]) -> list[tuple[int, int]]:
    """The pairs of articles worth scoring: published within a month, sharing two of their most telling words.

    Of a small set it is all pairs within a month; of a large one, for each article, the `_NEIGHBOURS` that share most.
    """
    if len(profiles) <= _SMALL:
        return [(i, j) for i, j in combinations(range(len(profiles)), 2) if near_in_time(published[i], published[j])]
    holders: dict[str, list[int]] = defaultdict(list)
    keys = [sorted(p.words, key=lambda t, p=p: (-p.words[t], t))[:_KEYS] for p in profiles]  # type: ignore[misc]
    for i, telling in enumerate(keys):
        for term in telling:
            holders[term].append(i)
    chosen: set[tuple[int, int]] = set()
    for i, telling in enumerate(keys):
        shared = Counter(k for term in telling for k in _round(holders[term], i))
        found = sorted(
            (-n, k) for k, n in shared.items() if n >= 2 and k != i and near_in_time(published[i], published[k])
        )
        chosen.update((min(i, k), max(i, k)) for _, k in found[:_NEIGHBOURS])
    return sorted(chosen)


def _round(holders: Sequence[int], i: int) -> Sequence[int]:
    """Of the articles that hold a word, those nearest to article `i` in the order of publication."""
    if len(holders) <= _COMMON:
        return holders
    at = bisect_left(holders, i)
    return holders[max(at - _COMMON // 2, 0) : at + _COMMON // 2]


def near_in_time(a: date | None, b: date | None) -> bool:
    """Whether two articles were published so close together that they can report one happening as news."""
    return a is None or b is None or abs((a - b).days) <= _MONTH


def stories(
    words: Sequence[Sequence[Words]], rarity: Rarity, published: Sequence[date | None]
) -> tuple[tuple[int, ...], ...]:
    """Gathers articles (each as its sentences' words) that tell of the same happening.

    Returns:
        Disjoint, ordered groups of indices that together hold every article, none of more than `_LARGEST` articles.
    """
    profiles = [profile(w, rarity) for w in words]
    scored = Neighbourhood(profiles, candidates(profiles, published)).scored()
    learnt = weights("articles")
    return link(len(profiles), scored, learnt["bias"], learnt["link"], _LARGEST)
