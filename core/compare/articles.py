"""Do two articles tell of the same happening? Pairs are scored, then gathered into stories by average linkage.

This comes before any sentence is compared: two reports of one arrest share few words in any two sentences, but
many rare words and names as wholes, and two arrests of the same man share many sentences' words, but less of the rest.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import combinations

from core.compare.background import Rarity
from core.compare.linkage import link
from core.compare.weights import weights
from core.compare.words import Words

_LEAD = 3  # sentences; the news tells the happening first
_KEYS = 40  # an article's most telling words, by which it finds others
_COMMON = 250  # a word of more articles than this finds nobody

Vector = dict[str, float]


@dataclass(frozen=True, slots=True)
class Profile:
    """One article as four vectors of unit length: all its words, its lead's, its names, its numbers."""

    full: Vector
    lead: Vector
    names: Vector
    numbers: Vector


def _unit(counts: Counter[str], rarity: Rarity) -> Vector:
    vector = {term: (1 + math.log(n)) * rarity(term) for term, n in counts.items()}
    length = math.sqrt(sum(v * v for v in vector.values()))
    return {term: v / length for term, v in vector.items() if v} if length else {}


def _count(groups: Iterable[Iterable[str]]) -> Counter[str]:
    return Counter(term for group in groups for term in group)


def profile(words: Sequence[Words], rarity: Rarity) -> Profile:
    """The profile of an article whose sentences hold `words`."""
    return Profile(
        _unit(_count(w.terms for w in words), rarity),
        _unit(_count(w.terms for w in words[:_LEAD]), rarity),
        _unit(_count(w.names for w in words), rarity),
        _unit(_count(dict.fromkeys(w.numbers) for w in words), rarity),
    )


def _root_cosine(a: Vector, b: Vector) -> float:
    if len(b) < len(a):
        a, b = b, a
    return math.sqrt(max(0.0, math.fsum(v * b[term] for term, v in a.items() if term in b)))


def article_features(a: Profile, b: Profile) -> dict[str, float]:
    """What two articles share of all their words, their leads, their names and their numbers: each in [0, 1]."""
    return {
        "full": _root_cosine(a.full, b.full),
        "lead": _root_cosine(a.lead, b.lead),
        "names": _root_cosine(a.names, b.names),
        "numbers": _root_cosine(a.numbers, b.numbers),
    }


def article_logit(a: Profile, b: Profile) -> float:
    """How likely it is that two articles tell of the same happening, as log odds."""
    learnt = weights("articles")
    return learnt["bias"] + sum(learnt[name] * value for name, value in article_features(a, b).items())


def candidates(profiles: Sequence[Profile]) -> list[tuple[int, int]]:
    """The pairs of articles worth scoring: those that share two of their most telling words, or all of a small set."""
    if len(profiles) <= 60:
        return list(combinations(range(len(profiles)), 2))
    holders: dict[str, list[int]] = defaultdict(list)
    for i, p in enumerate(profiles):
        for term in sorted(p.full, key=lambda t: (-p.full[t], t))[:_KEYS]:
            holders[term].append(i)
    pairs: Counter[tuple[int, int]] = Counter()
    for found in holders.values():
        if 2 <= len(found) <= _COMMON:
            pairs.update(combinations(found, 2))
    return sorted(pair for pair, shared in pairs.items() if shared >= 2)


def stories(words: Sequence[Sequence[Words]], rarity: Rarity) -> tuple[tuple[int, ...], ...]:
    """Gathers articles (each as its sentences' words) that tell of the same happening.

    Returns:
        Disjoint, ordered groups of indices that together hold every article.
    """
    profiles = [profile(w, rarity) for w in words]
    scored = {(i, j): article_logit(profiles[i], profiles[j]) for i, j in candidates(profiles)}
    learnt = weights("articles")
    return link(len(profiles), scored, learnt["bias"], learnt["link"], learnt["cohesion"])
