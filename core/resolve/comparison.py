"""What a comparison of two names says, and how the words of two names are matched."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from core.lexicon.known_actors import fold
from core.resolve.spelling import Form, to_ascii, word_score

SAME = 80.0
UNDECIDED = 60.0
VETO = 35.0  # below this the two names cannot be one, whatever else speaks for it


class Comparison(NamedTuple):
    """How far two names are one: `score` 0 to 100 (`SAME` and more is one; `UNDECIDED` needs context), and why."""

    score: float
    reason: str

    @property
    def same(self) -> bool:
        """Whether the names alone suffice to take the two as one."""
        return self.score >= SAME


def match_words(a: Sequence[Form], b: Sequence[Form], sort: str) -> tuple[dict[int, int], float]:
    """The best one-to-one matching of words (index in `a` → index in `b`), and the lowest score in it."""
    scored = sorted(
        ((word_score(x, y, sort), -abs(i - j), i, j) for i, x in enumerate(a) for j, y in enumerate(b)),
        key=lambda item: (-item[0], -item[1], item[2], item[3]),
    )
    found: dict[int, int] = {}
    lowest = 100.0
    for score, _, i, j in scored:
        if score >= SAME and i not in found and j not in found.values():
            found[i] = j
            lowest = min(lowest, score)
    return found, lowest


@lru_cache(maxsize=20_000)
def fold_ascii(name: str) -> str:
    """`name` folded and in ASCII, so that two scripts can be compared."""
    return fold(to_ascii(name))
