"""How telling a word is: rare in the loaded articles and in the news at large.

A handful of articles cannot say that “reported” is common and “Andarab” rare, so a shipped background
(core/lexicon/background.csv, built by tests/benchmarks/fit_background.py) speaks too: it counts as `_VOICE` articles
beside the loaded ones, so that it decides in a small set and fades in a large one.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

_VOICE = 4.0  # articles; of 1, 2, 4 and 8 the best over whole topics, small sets and single stories of train and dev
_RARE = 0.5  # what a word that the background never saw counts as, in stories


@dataclass(frozen=True, slots=True)
class Background:
    """How many stories were counted, and in how many a term stands (fractions of a story's articles summed)."""

    stories: float
    counts: Mapping[str, float]


@cache
def shipped() -> Background:
    """The background of core/lexicon/background.csv."""
    lines = files("core.lexicon").joinpath("background.csv").read_text("utf-8").splitlines()
    rows = (line.split(",") for line in lines if not line.startswith("#"))
    counts = {term: float(count) for term, count in rows}
    return Background(counts.pop("*"), counts)


class Rarity:
    """The inverse document frequency of terms in a set of articles, over a background."""

    def __init__(self, articles: Iterable[Iterable[str]] = (), background: Background | None = None) -> None:
        """`articles` are the loaded articles, each as its terms; `background` is the shipped one by default."""
        self._counts: Counter[str] = Counter()
        self._loaded = 0
        for terms in articles:
            self._counts.update(set(terms))
            self._loaded += 1
        self._background = background or shipped()

    def __call__(self, term: str) -> float:
        """The natural logarithm of how many articles there are for each that holds `term`; never below 0."""
        told = self._background
        expected = _VOICE * (told.counts.get(term, 0.0) + _RARE) / (told.stories + _RARE)
        return max(0.0, math.log((_VOICE + self._loaded + _RARE) / (expected + self._counts[term])))

    def in_news(self, term: str) -> float:
        """How rare `term` is in the news at large, whatever is loaded; from about 0.7 to about 4.6."""
        told = self._background
        return math.log((told.stories + 1) / (told.counts.get(term, 0.0) + _RARE))
