"""The learnt numbers of the comparison, as weights.toml holds them (written by tests/benchmarks/fit_weights.py)."""

from __future__ import annotations

import math
import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files

Weights = Mapping[str, float]


@cache
def weights(model: str) -> Weights:
    """The weights of one model (“articles”, “sentences”, “events”), by feature name, with its other numbers."""
    table: dict[str, dict[str, float]] = tomllib.loads(
        files("core.compare").joinpath("weights.toml").read_text("utf-8")
    )
    return table[model]


def logistic(logit: float) -> float:
    """The probability that belongs to `logit`, in [0, 1] without overflow."""
    return 1.0 / (1.0 + math.exp(-logit)) if logit >= 0 else 1.0 - 1.0 / (1.0 + math.exp(logit))
