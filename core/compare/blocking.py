"""Which events are worth comparing: those of one story, and those that share kind, place and days across stories.

Everything else is left out unseen, so that the work grows with the number of articles, not with its square.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations

from core.compare.facts import Facts
from core.compare.incidents import of_one_kind

_REPEATS = 40
_CROWD = 60  # events that share kind, place and days; more than this is a war, not a happening


def same_kind(a: Facts, b: Facts) -> bool:
    """Whether two events can be one by kind alone: of one PLOVER type, both violent, or in words for the same."""
    return a.stem == b.stem or of_one_kind(a, b) or not a.senses.isdisjoint(b.senses)


def within_story(facts: Sequence[Facts], members: Sequence[int]) -> Iterator[tuple[int, int]]:
    """The pairs (i < j) of a story's events that can be one by kind; a pair of one sentence is none.

    Of one article's events of one word, the first `_REPEATS` are compared: more is a list, or a text made to stall.
    """
    seen: Counter[tuple[int, str]] = Counter()
    compared = []
    for k in sorted(members):
        word = (facts[k].article, facts[k].stem)
        seen[word] += 1
        if seen[word] <= _REPEATS:
            compared.append(k)
    for i, j in combinations(compared, 2):
        a, b = facts[i], facts[j]
        apart = a.article != b.article or a.event.sentence != b.event.sentence
        if apart and same_kind(a, b):
            yield i, j


def across_stories(facts: Sequence[Facts], members: Sequence[int]) -> Iterator[tuple[int, int]]:
    """The pairs (i < j) of events of different stories with one kind, one narrow place and a stated day in common.

    Args:
        facts: All events.
        members: Those of them that are to be compared.
    """
    blocks: dict[tuple[str, str, str], list[int]] = defaultdict(list)
    for k in members:
        f = facts[k]
        if f.type[0] != "OTHER" and f.interval.start and f.interval.end:
            month = f.interval.end.isoformat()[:7]
            for place in f.narrow:
                blocks["/".join(f.type), place.id, month].append(k)
    found: set[tuple[int, int]] = set()
    for block in blocks.values():
        if len(block) <= _CROWD:
            found.update(
                (i, j)
                for i, j in combinations(sorted(block), 2)
                if facts[i].story != facts[j].story and facts[i].interval.overlaps(facts[j].interval)
            )
    yield from sorted(found)
