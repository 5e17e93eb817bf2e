"""How fast each stage is: `python -m tests.benchmarks.speed` (figures of one core, CPU seconds, best of three).

The comparison is timed for 2, 100, 1,000 and 10,000 articles; `--largest N` stops at N (10,000 take minutes).

The texts come from the seeded generator of `tests.benchmarks.corpus`, so that the figures can be had anywhere;
`tests.benchmarks.speed_compare` measures the comparison on the development texts, up to 10,000 articles.
"""

import argparse
import math
import time
from collections.abc import Callable

from core.extract.attribution import find_attributions
from core.extract.claims import find_claims
from core.extract.mentions import find_mentions
from core.extract.timex import find_timexes
from core.extract.triggers import find_triggers
from core.model import Article
from core.pipeline import analyse, find, relate
from core.resolve.dates import resolve_timexes
from core.resolve.places import resolve_places
from core.text.segment import segment
from tests.benchmarks.corpus import reports
from tests.benchmarks.speed_compare import growth

STAGE_ARTICLES = 60
COMPARED = (2, 100, 1_000, 10_000)


def cpu(work: Callable[[], object], rounds: int = 3) -> float:
    """The fewest CPU seconds that `work` took in so many rounds."""
    best = math.inf
    for _ in range(rounds):
        start = time.process_time()
        work()
        best = min(best, time.process_time() - start)
    return best


def words(articles: list[Article]) -> int:
    """The number of words in all texts."""
    return sum(len(a.text.split()) for a in articles)


def stages(articles: list[Article]) -> dict[str, float]:
    """CPU seconds of each stage over all articles, and of all that happens to one article (`find`)."""
    documents = [segment(a) for a in articles]
    mentions = [find_mentions(d) for d in documents]
    said = [find_attributions(d, m) for d, m in zip(documents, mentions, strict=True)]
    both = list(zip(documents, mentions, said, strict=True))
    return {
        "segment": cpu(lambda: [segment(a) for a in articles]),
        "mentions": cpu(lambda: [find_mentions(d) for d in documents]),
        "attributions": cpu(lambda: [find_attributions(d, m) for d, m, _ in both]),
        "timexes": cpu(lambda: [resolve_timexes(d, find_timexes(d), a) for d, _, a in both]),
        "claims": cpu(lambda: [find_claims(d, m) for d, m, _ in both]),
        "triggers": cpu(lambda: [find_triggers(d, m, a) for d, m, a in both]),
        "places": cpu(lambda: [resolve_places(d, m) for d, m, _ in both]),
        "all that happens to one article": cpu(lambda: [find(a) for a in articles]),
        "… and who is who over all": cpu(lambda: relate([find(a) for a in articles])),
    }


def main() -> None:
    """Prints words a second of each stage, the growth of reading and of comparison, and the time of two articles."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--largest", type=int, default=max(COMPARED))
    largest = parser.parse_args().largest
    articles = list(reports(STAGE_ARTICLES))
    find(articles[0])
    total = words(articles)
    print(f"{STAGE_ARTICLES} articles, {total:,} words; words a second on one core, CPU time, best of three")
    for name, seconds in stages(articles).items():
        print(f"  {name:<36}{total / seconds:>10,.0f}  {600_000 * seconds / total:6.2f} ms for 600 words", flush=True)
    half = cpu(lambda: [find(a) for a in articles[::2]])
    whole = cpu(lambda: [find(a) for a in articles])
    print(f"  twice the articles take {whole / half:.2f} times as long to read")
    growth(reports, [count for count in COMPARED if count <= largest])
    start = time.process_time()
    analyse(reports(2))
    print(f"two articles, everything: {time.process_time() - start:.3f} s")


if __name__ == "__main__":
    main()
