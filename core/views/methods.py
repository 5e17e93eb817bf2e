"""How statements are lined up, told from the scoring features' own docstrings and the weights that they have."""

from __future__ import annotations

from functools import cache

import pandas as pd

from core.compare import features as events
from core.compare import resemblance as sentences
from core.compare.weights import weights
from core.views import markup


def features() -> pd.DataFrame:
    """One row a feature: what it holds together, its name, its weight in log odds, what it asks."""
    rows = [
        {
            "Compares": compares,
            "Feature": f.__name__.replace("_", " "),
            "Weight": learnt.get(f.__name__),
            "Asks": _asks(f),
        }
        for compares, group, learnt in (
            ("events", events.FEATURES, weights("events")),
            ("sentences", sentences.FEATURES, weights("sentences")),
        )
        for f in group
    ]
    return pd.DataFrame(rows, columns=["Compares", "Feature", "Weight", "Asks"])


@cache
def table() -> str:
    """The features as a table in escaped HTML."""
    frame = features()
    rows = [["–" if pd.isna(v) else f"{v:.2f}" if isinstance(v, float) else v for v in r] for r in frame.to_numpy()]
    return markup.table([str(c) for c in frame.columns], rows)


def _asks(feature: object) -> str:
    return " ".join((feature.__doc__ or "").split("\n\n")[0].split())
