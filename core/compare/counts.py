"""Counts of people harmed, compared with their bounds, their harm and their party."""

from __future__ import annotations

from core.model import Claim, EventClaim

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
    """Whether the same party is said to be harmed, or one does not say who."""
    return not a.party or not b.party or a.party.casefold() == b.party.casefold()


def compatible(a: Claim, b: Claim) -> bool:
    """Whether one number can satisfy both bounds."""
    low = max(a.low or 0, b.low or 0)
    high = min((h for h in (a.high, b.high) if h is not None), default=None)
    return high is None or low <= high


def in_words(claim: EventClaim) -> str:
    """The claim as a value: harm, party, bounds (“killed, Taliban: 60 or more”)."""
    c = claim.claim
    bounds = "no number"
    if c.low is not None or c.high is not None:
        bounds = (
            f"{c.low}" if c.low == c.high else f"{c.low} or more" if c.high is None else f"{c.low or 0} to {c.high}"
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
