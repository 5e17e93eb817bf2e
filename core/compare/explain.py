"""Says why two statements were aligned: every feature with its score, its weight and what was compared."""

from __future__ import annotations

import math
from collections.abc import Sequence

from core.compare.align import Pair, SentencePair
from core.compare.facts import Facts
from core.compare.features import FEATURES, Names, said
from core.compare.resemblance import FEATURES as RESEMBLANCE
from core.compare.weights import weights
from core.model import Alignment, Feature


def event_features(pair: Pair, relation: str, facts: Sequence[Facts], names: Names) -> tuple[Feature, ...]:
    """The features of a pair of events; the first says how they lie to one another."""
    learnt = weights("events")
    a, b = facts[pair.i], facts[pair.j]
    own = (
        Feature(f.__name__, s.value, learnt[f.__name__], s.detail, *(said(f.__name__, x, names) for x in (a, b)))
        for f, s in zip(FEATURES, pair.scores, strict=True)
    )
    return (Feature("relation", None, 0.0, relation), *own)


def sentence_features(pair: SentencePair) -> tuple[Feature, ...]:
    """The features of a pair of sentences."""
    learnt = weights("sentences")
    own = (
        Feature(f.__name__, round(s, 4), learnt[f.__name__], "of the sentences")
        for f, s in zip(RESEMBLANCE, pair.alike, strict=True)
    )
    return (Feature("relation", None, 0.0, "sentences on the same"), *own)


def contribution(alignment: Alignment, feature: Feature) -> float:
    """What a feature adds to an alignment's log odds; an event's feature speaks against it below one half."""
    if feature.score is None:
        return 0.0
    return feature.weight * (feature.score - (0.5 if alignment.a_event else 0.0))


def what_would_change(alignment: Alignment) -> str:
    """The reasons without any one of which the statements would be as likely apart as not, in words."""
    odds = min(max(alignment.score, 1e-6), 1 - 1e-6)
    logit = math.log(odds / (1 - odds))
    decisive = [f.name for f in alignment.features if logit > 0 >= logit - contribution(alignment, f)]
    if logit <= 0:
        return "is more likely apart than not by these reasons alone"
    return "would not hold without " + " or ".join(decisive) if decisive else "holds without any one of its reasons"


def explanation(name: str) -> str:
    """What a feature compares, in one sentence: the first line of its function's docstring."""
    for feature in (*FEATURES, *RESEMBLANCE):
        if feature.__name__ == name:
            return (feature.__doc__ or "").strip().splitlines()[0]
    return {"relation": "How the two statements lie to one another."}.get(name, "")
