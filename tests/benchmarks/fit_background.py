"""Counts core/lexicon/background.csv: in how many stories of openly licensed news each term stands.

    python -m tests.benchmarks.fit_background ../shared/bench

Counted are the training topics of ECB+ (a story is a seminal event; its articles count as one, by the share of
them that holds the term), MEANTIME's Wikinews (CC BY 4.0; each article a story) and ISAF releases (public domain;
twenty-five releases a story, as they are much alike). What is written are counts, no sentence of any of them.
"""

import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from core.compare.background import Background
from core.compare.words import document_words
from core.text.segment import segment
from tests.benchmarks.common import article, read_rows

_LEAST = 1.0
_TARGET = Path(__file__).parents[2] / "core" / "lexicon" / "background.csv"
_HEAD = """\
# term,count: in how many news stories a folded, stemmed word stands; * is the number of stories. Counted by
# tests/benchmarks/fit_background.py from ECB+ train (CC BY 3.0), MEANTIME Wikinews (CC BY 4.0) and ISAF releases.
"""


def stories(bench: Path) -> Iterator[tuple[int | None, list[str]]]:
    """The texts of each story, with the number of the ECB+ topic that it is of."""
    topic = {row["doc"]: (row["topic"], row["subtopic"]) for row in read_rows(bench / "events/train_events_gold.jsonl")}
    groups: dict[tuple[int, str], list[str]] = defaultdict(list)
    for row in read_rows(bench / "events/train_docs.jsonl"):
        groups[topic[row["doc"]]].append("\n".join(s["text"] for s in row["sentences"]))
    yield from ((number, texts) for (number, _), texts in groups.items())
    yield from ((None, [row["text"]]) for row in read_rows(bench / "dates/meantime_dev.jsonl"))
    releases = [row["text"] for row in read_rows(bench / "isaf/dev.jsonl")]
    yield from ((None, releases[i : i + 25]) for i in range(0, len(releases), 25))


def shares(texts: list[str]) -> dict[str, float]:
    """Of the texts of one story, the share that holds each term."""
    told: Counter[str] = Counter()
    for text in texts:
        told.update({term for words in document_words(segment(article("", text))) for term in words.terms})
    return {term: n / len(texts) for term, n in told.items()}


def counted(told: Iterable[Mapping[str, float]]) -> Background:
    """The background that stories, each as `shares`, make together."""
    found = list(told)
    counts: dict[str, float] = defaultdict(float)
    for story in found:
        for term, share in story.items():
            counts[term] += share
    return Background(len(found), {term: n for term, n in counts.items() if n >= _LEAST})


def main() -> None:
    """Counts and writes."""
    found = counted(shares(texts) for _, texts in stories(Path(sys.argv[1])))
    lines = [f"*,{found.stories}", *(f"{term},{n:.1f}" for term, n in sorted(found.counts.items()))]
    _TARGET.write_text(_HEAD + "\n".join(lines) + "\n", encoding="utf-8")
    print(f"{len(found.counts)} terms of {found.stories} stories written to {_TARGET}")


if __name__ == "__main__":
    main()
