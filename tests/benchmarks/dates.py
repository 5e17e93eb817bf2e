"""TIMEX3 predictions: `python -m tests.benchmarks.dates GOLD PREDICTIONS`.

Whether an article is read as a history (narrative mode) is decided by the product's own rule, `is_history`.
"""

from __future__ import annotations

import time
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


def dates_cpu(texts: list[str], published: str = "2021-08-21") -> float:
    """Milliseconds of CPU for each 600 words of `texts`, cutting into sentences not counted."""
    docs = [segment(common.article(str(i), text, published)) for i, text in enumerate(texts)]
    words = sum(len(text.split()) for text in texts)
    started = time.process_time()
    for doc in docs:
        resolve_timexes(doc, find_timexes(doc))
    return (time.process_time() - started) * 1000 * 600 / max(words, 1)


if __name__ == "__main__":
    common.main(predict, __doc__)
