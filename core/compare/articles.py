"""Do two articles tell of the same happening? Pairs are scored, then gathered into stories by average linkage.

This comes before any sentence is compared: two reports of one arrest share few words in any two sentences, but
many rare words and names as wholes, and two arrests of the same man share many sentences' words, but less of the rest.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import combinations

from core.compare.background import Rarity
from core.compare.linkage import link
from core.compare.weights import weights
from core.compare.words import Words

_LEAD = 3  # sentences; the news tells the happening first
_KEYS = 25  # an article's most telling words, by which it finds others
_COMMON = 150  # a word of more articles than this finds nobody
_NEIGHBOURS = 80  # others that one article is held against in a large set
_SMALL = 60  # articles of which every pair is scored
_LARGEST = 60  # articles of one story; a larger one is read in pieces, which bounds the work
_MONTH = 31  # days

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
    return math.sqrt(math.fsum([a[term] * b[term] for term in a.keys() & b.keys()]))


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


def candidates(profiles: Sequence[Profile], published: Sequence[date | None]) -> list[tuple[int, int]]:
    """The pairs of articles worth scoring: published within a month, sharing two of their most telling words.

    Of a small set it is all pairs within a month; of a large one, for each article, the `_NEIGHBOURS` that share most.
    """
    if len(profiles) <= _SMALL:
        return [(i, j) for i, j in combinations(range(len(profiles)), 2) if near_in_time(published[i], published[j])]
    holders: dict[str, list[int]] = defaultdict(list)
    keys = [sorted(p.full, key=lambda t, p=p: (-p.full[t], t))[:_KEYS] for p in profiles]  # type: ignore[misc]
    for i, telling in enumerate(keys):
        for term in telling:
            holders[term].append(i)
    usable = {term for term, found in holders.items() if len(found) <= _COMMON}
    chosen: set[tuple[int, int]] = set()
    for i, telling in enumerate(keys):
        shared = Counter(k for term in telling if term in usable for k in holders[term])
        found = sorted(
            (-n, k) for k, n in shared.items() if n >= 2 and k != i and near_in_time(published[i], published[k])
        )
        chosen.update((min(i, k), max(i, k)) for _, k in found[:_NEIGHBOURS])
    return sorted(chosen)


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
    scored = {(i, j): article_logit(profiles[i], profiles[j]) for i, j in candidates(profiles, published)}
    learnt = weights("articles")
    return link(len(profiles), scored, learnt["bias"], learnt["link"], learnt["cohesion"], _LARGEST)
