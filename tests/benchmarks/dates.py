"""TIMEX3 predictions: `python -m tests.benchmarks.dates GOLD PREDICTIONS`.

Whether an article is read as a history (narrative mode) is decided by the product's own rule, `is_history`.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from core.extract.timex import find_timexes
from core.model import Timex
from core.resolve.dates import resolve_timexes
from core.text.segment import segment
from tests.benchmarks import common


def predicted(timex: Timex) -> common.Row:
    """The scorer's form; TIMEX3 has no open intervals, so that “since then” is its reference to the past."""
    value = "PAST_REF" if "/" in timex.value else timex.value
    return {"start": timex.span.start, "end": timex.span.end, "type": str(timex.type), "value": value}


def predict(gold: Path) -> Iterator[common.Row]:
    """One row for each text."""
    for row in common.read_rows(gold):
        doc = segment(common.article(row["doc_id"], row["text"], row["dct"]))
        timexes = resolve_timexes(doc, find_timexes(doc))
        yield {"doc_id": row["doc_id"], "timexes": [predicted(t) for t in timexes]}


if __name__ == "__main__":
    common.main(predict, __doc__)
