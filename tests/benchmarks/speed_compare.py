"""How the comparison grows: `python -m tests.benchmarks.speed_compare DOCS [COUNT ...]`.

DOCS is a file of bench/events. Its articles are told again and again by a seeded generator that gives each telling
of a topic other names and other days, so that every telling is a story of its own, as in a month's news. Printed are
the seconds of the comparison alone, the growth exponent from one count to the next, and the peak memory; with
`--profile`, where the time of the largest count goes.
"""

import argparse
import cProfile
import math
import pstats
import random
import re
import resource
import time
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date, timedelta
from pathlib import Path

from core.compare.comparison import compare
from core.model import Article
from core.pipeline import find, relate
from tests.benchmarks.common import read_rows
from tests.benchmarks.ecb import read_text

COUNTS = (2, 100, 1_000, 10_000)
_NAME = re.compile(r"\b[A-Z][a-z]{2,}\b")
_SYLLABLES = "ba be da do fa ga ha ka ko la le ma mi na no pa ra ri sa se ta to va ve wa ya za zo".split()
_DAYS = 365


def _other_name(rng: random.Random) -> str:
    return "".join(rng.choice(_SYLLABLES) for _ in range(rng.randint(2, 4))).capitalize()


def retold(docs: Path, count: int, seed: int = 7) -> Iterator[Article]:
    """`count` articles: the file's topics in turn, each time with other names and in another week."""
    topics: dict[int, list[Article]] = defaultdict(list)
    for row in read_rows(docs):
        topics[row["topic"]].append(read_text(row)[0])
    rng = random.Random(seed)  # noqa: S311 - a corpus, not a secret
    made = round_ = 0
    while made < count:
        for topic, articles in sorted(topics.items()):
            names: dict[str, str] = {}
            day = date(2021, 1, 1) + timedelta(rng.randrange(_DAYS))
            for n, article in enumerate(articles[: count - made]):
                text = _NAME.sub(lambda m, names=names: names.setdefault(m.group(), _other_name(rng)), article.text)
                yield Article(f"{round_}-{topic}-{n}", text, published=day + timedelta(rng.randrange(5)))
            made += len(articles[: count - made])
        round_ += 1


def growth(make: Callable[[int], Iterable[Article]], counts: Sequence[int], *, profile: bool = False) -> None:
    """Prints a line for each count: seconds of the comparison, peak memory, and the exponent from one to the next."""
    print("articles   compare s  clusters   peak MB")
    before: tuple[int, float] | None = None
    profiler = cProfile.Profile()
    for count in counts:
        reading = relate([find(a) for a in make(count)])
        start = time.process_time()
        found = profiler.runcall(compare, reading) if profile and count == max(counts) else compare(reading)
        seconds = time.process_time() - start
        exponent = f"  exponent {math.log(seconds / before[1], count / before[0]):.2f}" if before else ""
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        print(f"{count:>8}{seconds:>12.2f}{len(found.clusters):>10}{peak:>10.0f}{exponent}", flush=True)
        before = (count, seconds)
    if profile:
        pstats.Stats(profiler).sort_stats("cumtime").print_stats(25)


def main() -> None:
    """Prints a line for each count."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("docs", type=Path)
    parser.add_argument("counts", type=int, nargs="*", default=COUNTS)
    parser.add_argument("--profile", action="store_true")
    args = parser.parse_args()
    growth(lambda count: retold(args.docs, count), args.counts, profile=args.profile)


if __name__ == "__main__":
    main()
