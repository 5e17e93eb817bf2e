"""Gathers events that are one happening, and never two that contradict each other."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from core.compare.align import Pair
from core.compare.counts import comparable, same_party
from core.compare.extent import TERRITORY
from core.compare.facts import Facts
from core.compare.features import sentence, where
from core.compare.geography import apart
from core.compare.linkage import REFUSED, link
from core.compare.weights import weights

_MEETING = 0.8  # score of `where` from which two places are one, or one holds the other
_COPY = 0.9  # score of `sentence` from which a differing day is a slip, not another happening


def contradiction(a: Facts, b: Facts) -> str:
    """Why two events cannot be one happening, in a few words; "" where nothing speaks against it.

    Places far apart; no day in common, unless the text is copied; sides reversed, or no party in common in places
    that do not meet; ground taken against any other act; parts of a list against the whole or against other parts.
    """
    reasons = (
        ("one is ground taken, the other is not", (a.type[1] == TERRITORY) != (b.type[1] == TERRITORY)),
        ("they concern other parts of a list", a.type == b.type and not a.extent.agrees(b.extent)),
        ("other parties", _other_parties(a, b)),
        ("places far apart", bool(a.narrow and b.narrow) and apart(a.narrow, b.narrow)),
        ("no day in common", not a.interval.overlaps(b.interval) and (sentence(a, b).value or 0.0) < _COPY),
    )
    return next((reason for reason, holds in reasons if holds), "")


def _other_parties(a: Facts, b: Facts) -> bool:
    """Whether the sides are reversed, or no party is in both and the places do not meet."""
    if not a.parties or not b.parties:
        return False
    if not a.parties & b.parties:
        return (where(a, b).value or 0.0) < _MEETING
    forward = a.actors & b.actors or a.recipients & b.recipients
    return not forward and bool(a.actors & b.recipients or a.recipients & b.actors)


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
