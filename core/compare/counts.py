"""Counts of people harmed, compared with their bounds, their harm and their party."""

from __future__ import annotations

from collections.abc import Sequence

from core.compare.sides import can_be_one, opposed
from core.model import Claim, EventClaim

_WIDELY = 10  # times; no report of one happening is so far off
_NEAR = 1.5  # times; a toll that rose
_ABOUT = 0.1  # of the number that “about” gives: what it leaves open

# Which harms a word may cover: “casualties” leaves open whether people died.
_COVERS = {
    "killed": {"killed"},
    "injured": {"injured"},
    "killed or injured": {"killed", "injured"},
    "killed and injured": {"killed", "injured"},
    "casualties": {"killed", "injured"},
    "captured": {"captured"},
    "displaced": {"displaced"},
    "missing": {"missing"},
}


def comparable(a: Claim, b: Claim) -> bool:
    """Whether two claims can speak of the same people: harms that overlap."""
    return bool(_COVERS.get(a.harm, {a.harm}) & _COVERS.get(b.harm, {b.harm}))


def same_party(a: EventClaim, b: EventClaim) -> bool:
    """Whether the same party can be harmed: one name, nouns of one side, or one does not say who."""
    return not a.party or not b.party or can_be_one(a.party, b.party)


def _size(claim: Claim) -> int | None:
    return claim.low if claim.low is not None else claim.high


def _sizes(a: Sequence[EventClaim], b: Sequence[EventClaim]) -> list[tuple[int, int]]:
    """The counts of each pair of claims on the same harm, the lesser first; without those of nobody."""
    pairs = (
        (_size(x.claim), _size(y.claim)) for x in a for y in b if comparable(x.claim, y.claim) and same_party(x, y)
    )
    return [(min(m, n), max(m, n)) for m, n in pairs if m and n]


def differ_widely(a: Sequence[EventClaim], b: Sequence[EventClaim]) -> bool:
    """Whether every count of the same harm differs by more than a revision of a toll explains."""
    sizes = _sizes(a, b)
    return bool(sizes) and all(high > _WIDELY * low for low, high in sizes)


def near_counts(a: Sequence[EventClaim], b: Sequence[EventClaim]) -> bool | None:
    """Whether some counts of the same harm are near each other; None where none can be compared."""
    sizes = [(low, high) for low, high in _sizes(a, b) if high > 1]
    return any(high <= _NEAR * low for low, high in sizes) if sizes else None


def same_harm_other_people(a: Sequence[EventClaim], b: Sequence[EventClaim]) -> bool:
    """Whether both count one harm, but to people of opposed sides only (militants, soldiers)."""
    pairs = [(x.party, y.party) for x in a for y in b if comparable(x.claim, y.claim) and x.party and y.party]
    return bool(pairs) and all(opposed(x, y) for x, y in pairs)


def compatible(a: Claim, b: Claim) -> bool:
    """Whether one number can satisfy both bounds; “about” leaves a tenth open on either side."""
    low = max(_bounds(a)[0], _bounds(b)[0])
    return low <= min(_bounds(a)[1], _bounds(b)[1])


def near_bounds(a: Claim, b: Claim) -> bool:
    """Whether the least numbers of two claims are within a tenth of each other."""
    low, high = sorted((a.low or 0, b.low or 0))
    return high <= low * (1 + _ABOUT)


def _bounds(claim: Claim) -> tuple[float, float]:
    low, high = float(claim.low or 0), float("inf") if claim.high is None else float(claim.high)
    return (low * (1 - _ABOUT), high * (1 + _ABOUT)) if claim.approximate else (low, high)


def in_words(claim: EventClaim) -> str:
    """The claim as a value: harm, party, bounds (“killed, Taliban: 60 or more”)."""
    c = claim.claim
    bounds = "no number"
    if c.low is not None or c.high is not None:
        bounds = (
            f"{c.low}"
            if c.low == c.high
            else f"{c.low} or more"
            if c.high is None
            else f"{c.low} to {c.high}"
            if c.low
            else f"up to {c.high}"
        )
        bounds = f"about {bounds}" if c.approximate else bounds
    return f"{c.harm}{', ' + claim.party if claim.party else ''}: {bounds}"


def agreement(a: EventClaim, b: EventClaim) -> tuple[float, str]:
    """How well two claims agree: a score and what was found."""
    if not comparable(a.claim, b.claim) or not same_party(a, b):
        return 0.0, "other harm or other people"
    if a.claim.low is None or b.claim.low is None:
        return 0.7, "harm to the same people, one without a number"
    if compatible(a.claim, b.claim):
        return 1.0, "counts that can both be true"
    return 0.3, "counts that differ"
