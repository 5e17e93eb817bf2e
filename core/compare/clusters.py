"""Gathers events that are one happening, and never two that contradict each other."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from core.compare.align import Pair
from core.compare.counts import comparable, same_party
from core.compare.facts import Facts
from core.compare.linkage import REFUSED, link
from core.compare.weights import weights

_TERRITORY = "territory"


def contradiction(a: Facts, b: Facts) -> str:
    """Why two events cannot be one happening, in a few words; "" where nothing speaks against it.

    No day in common; sides reversed; ground taken against any other act; parts of a list against the whole or
    against other parts.
    """
    if not a.interval.overlaps(b.interval):
        return "no day in common"
    forward = set(a.event.actors) & set(b.event.actors) or set(a.event.recipients) & set(b.event.recipients)
    crossed = set(a.event.actors) & set(b.event.recipients) or set(a.event.recipients) & set(b.event.actors)
    if crossed and not forward:
        return "the sides are reversed"
    if (a.type[1] == _TERRITORY) != (b.type[1] == _TERRITORY):
        return "one is ground taken, the other is not"
    if not a.extent.agrees(b.extent) and a.type == b.type:
        return "they concern other parts of a list"
    return ""


def cluster(facts: Sequence[Facts], pairs: Sequence[Pair]) -> tuple[tuple[int, ...], ...]:
    """Groups of events (indices) that are one happening; every event is in exactly one.

    Average linkage of the pairs' log odds; a group never takes in an event that contradicts one of its own.
    """
    learnt = weights("events")
    scored = {(p.i, p.j): REFUSED if contradiction(facts[p.i], facts[p.j]) else p.logit for p in pairs}
    refused = _contradictions_nearby(facts, scored)
    return link(len(facts), scored | refused, learnt["floor"], learnt["link"], learnt["cohesion"])


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
        and any(
            x.party and y.party and same_party(x, y) and comparable(x.claim, y.claim)
            for x in a.claims
            for y in b.claims
        )
    )
