"""Gathers events that are one happening, and never two that contradict each other."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from core.compare.align import Pair
from core.compare.counts import comparable, differ_widely, same_party
from core.compare.facts import Facts
from core.compare.incidents import violent
from core.compare.linkage import REFUSED, link
from core.compare.vetoes import contradiction
from core.compare.weights import weights

_TRIFLE = 0.01  # log odds


def cluster(facts: Sequence[Facts], pairs: Sequence[Pair]) -> tuple[tuple[int, ...], ...]:
    """Groups of events (indices) that are one happening; every event is in exactly one.

    Average linkage of the pairs' log odds; a group never takes in an event that contradicts one of its own.
    """
    learnt = weights("events")
    scored = {(p.i, p.j): REFUSED if contradiction(facts[p.i], facts[p.j]) else p.logit for p in pairs}
    refused = _contradictions_nearby(facts, scored)
    return link(len(facts), _of_one_sentence(facts) | scored | refused, learnt["floor"], learnt["link"])


def with_twins(groups: Sequence[Sequence[int]], twins: Sequence[tuple[int, int]]) -> tuple[tuple[int, ...], ...]:
    """The groups with the second event of each pair moved to the group of the first."""
    first = {j: i for i, j in twins}
    place = {k: number for number, members in enumerate(groups) for k in members}
    moved = [[k for k in members if k not in first] for members in groups]
    for j, i in first.items():
        moved[place[i]].append(j)
    return tuple(sorted(tuple(sorted(members)) for members in moved if members))


def _of_one_sentence(facts: Sequence[Facts]) -> dict[tuple[int, int], float]:
    """Acts of violence that one sentence tells of one time: nothing binds them, but nothing parts them."""
    return {
        (k, n): -_TRIFLE
        for k, a in enumerate(facts)
        for n in range(k + 1, min(k + 4, len(facts)))
        if (b := facts[n]).article == a.article
        and b.event.sentence == a.event.sentence
        and a.interval.overlaps(b.interval)
        and violent(a)
        and violent(b)
        and not contradiction(a, b)
    }


def _contradictions_nearby(
    facts: Sequence[Facts], scored: dict[tuple[int, int], float]
) -> dict[tuple[int, int], float]:
    """Pairs that were not compared but have a neighbour in common, where they contradict each other."""
    neighbours: dict[int, set[int]] = defaultdict(set)
    for (i, j), score in scored.items():
        if score > 0:
            neighbours[i].add(j)
            neighbours[j].add(i)
    found = {}
    for near in neighbours.values():
        ordered = sorted(near)
        for n, i in enumerate(ordered):
            for j in ordered[n + 1 :]:
                if (i, j) not in scored and contradiction(facts[i], facts[j]):
                    found[i, j] = REFUSED
    return found


def is_part(a: Facts, b: Facts) -> bool:
    """Whether one of two events of one kind concerns a part of the other's places."""
    return a.type == b.type and (a.extent.within(b.extent) or b.extent.within(a.extent))


def tells_of_same_harm(a: Facts, b: Facts) -> bool:
    """Whether two acts of one kind that can be of one day tell of harm to the same people."""
    return (
        a.type[0] == b.type[0]
        and a.interval.overlaps(b.interval)
        and a.another == b.another
        and a.total == b.total
        and not differ_widely(a.claims, b.claims)
        and any(
            x.party and y.party and same_party(x, y) and comparable(x.claim, y.claim)
            for x in a.claims
            for y in b.claims
        )
    )
