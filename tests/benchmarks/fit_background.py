"""Counts core/lexicon/background.csv: in how many stories of openly licensed news each term stands.

    python -m tests.benchmarks.fit_background ../shared/bench

Counted are the training topics of ECB+ (a story is a seminal event; its articles count as one, by the share of
them that holds the term), MEANTIME's Wikinews (CC BY 4.0; each article a story) and ISAF releases (public domain;
twenty-five releases a story, as they are much alike). What is written are counts, no sentence of any of them.
"""

import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path

from core.compare.words import document_words
from core.text.segment import segment
from tests.benchmarks.common import article, read_rows

_LEAST = 1.0
_TARGET = Path(__file__).parents[2] / "core" / "lexicon" / "background.csv"
_HEAD = """\
# term,count: in how many news stories a folded, stemmed word stands; * is the number of stories. Counted by
# tests/benchmarks/fit_background.py from ECB+ train (CC BY 3.0), MEANTIME Wikinews (CC BY 4.0) and ISAF releases.
"""


def stories(bench: Path) -> Iterator[list[str]]:
    """The texts of each story."""
    topic = {row["doc"]: (row["topic"], row["subtopic"]) for row in read_rows(bench / "events/train_events_gold.jsonl")}
    groups: dict[object, list[str]] = defaultdict(list)
    for row in read_rows(bench / "events/train_docs.jsonl"):
        groups[topic[row["doc"]]].append("\n".join(s["text"] for s in row["sentences"]))
    yield from groups.values()
    yield from ([row["text"]] for row in read_rows(bench / "dates/meantime_dev.jsonl"))
    releases = [row["text"] for row in read_rows(bench / "isaf/dev.jsonl")]
    yield from (releases[i : i + 25] for i in range(0, len(releases), 25))


def main() -> None:
    """Counts and writes."""
    counts: Counter[str] = Counter()
    found = list(stories(Path(sys.argv[1])))
    for texts in found:
        share: Counter[str] = Counter()
        for text in texts:
            share.update({term for words in document_words(segment(article("", text))) for term in words.terms})
        for term, n in share.items():
            counts[term] += n / len(texts)
    rows = sorted((term, n) for term, n in counts.items() if n >= _LEAST)
    lines = [f"*,{len(found)}", *(f"{term},{n:.1f}" for term, n in rows)]
    _TARGET.write_text(_HEAD + "\n".join(lines) + "\n", encoding="utf-8")
    print(f"{len(rows)} terms of {len(found)} stories written to {_TARGET}")


if __name__ == "__main__":
    main()
