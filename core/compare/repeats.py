"""Near-copies: of very many articles that are nearly one text, a few are compared and the rest follow the first.

A wire report that three hundred outlets print would fill every block and every story; comparing each copy with each
tells nothing new. An article's fingerprint is the least hashes of its runs of words (Broder's bottom-k sketch, 1997):
near-copies have most of them in common, whatever was cut or added.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from zlib import crc32

from rapidfuzz import fuzz

from core.compare.facts import Facts
from core.compare.vetoes import contradiction
from core.compare.words import Words

_RUN = 4  # words
_SKETCH = 16  # hashes
_SHARED = 12  # hashes in common from which an article is a near-copy
_KEPT = 20  # near-copies that are compared like any other article
_ALIKE = 80.0  # ratio of the sentences' letters from which an event of a near-copy can be the first article's
_COMMON = 150  # articles; a run that begins more of them is a formula of the trade


def fingerprint(words: Sequence[Words]) -> tuple[int, ...]:
    """The least hashes of an article's runs of words; fewer where the article is short."""
    terms = [term for w in words for term in w.terms]
    runs = {" ".join(terms[k : k + _RUN]) for k in range(max(len(terms) - _RUN + 1, 1))}
    return tuple(sorted({crc32(run.encode()) for run in runs})[:_SKETCH])


def near_copies(articles: Sequence[Sequence[Words]]) -> dict[int, int]:
    """For each article (index) that is nearly a copy of an earlier one, the first of those.

    Args:
        articles: The words of each article, in order of publication.
    """
    holders: dict[int, list[int]] = defaultdict(list)
    found: dict[int, int] = {}
    for i, words in enumerate(articles):
        sketch = fingerprint(words)
        shared = Counter(first for value in sketch for first in holders[value] if len(holders[value]) <= _COMMON)
        first = min(shared, key=lambda k: (-shared[k], k), default=None)
        if first is not None and shared[first] * _SKETCH >= _SHARED * len(sketch):
            found[i] = first
            continue
        for value in sketch:
            holders[value].append(i)
    return found


def surplus(copies: Mapping[int, int]) -> dict[int, int]:
    """Those near-copies that come after so many of the same article that they tell the comparison nothing."""
    seen: Counter[int] = Counter()
    found = {}
    for copy, first in copies.items():
        seen[first] += 1
        if seen[first] >= _KEPT:
            found[copy] = first
    return found


def twins(facts: Sequence[Facts], repeated: Mapping[int, int]) -> list[tuple[int, int]]:
    """The pairs (i < j) of an event of a first article and its counterpart in an article that repeats it.

    The counterpart stands in the likest sentence, under the same word, and contradicts nothing.
    """
    told: dict[int, list[int]] = defaultdict(list)
    for k, f in enumerate(facts):
        told[f.article].append(k)
    found: list[tuple[int, int]] = []
    for copy, first in repeated.items():
        free = list(told[first])
        for j in told[copy]:
            alike = {i: fuzz.ratio(facts[i].words_said, facts[j].words_said) for i in free if _same(facts[i], facts[j])}
            i = min(alike, key=lambda k, alike=alike: (-alike[k], k), default=None)  # type: ignore[misc]
            if i is not None and alike[i] >= _ALIKE:
                free.remove(i)
                found.append((i, j))
    return found


def _same(a: Facts, b: Facts) -> bool:
    return a.stem == b.stem and a.type == b.type and not contradiction(a, b)
