"""One act, told by different words: an ambush, its dead, and the toll as it rose; a meeting and the talks at it."""

from __future__ import annotations

from core.compare.counts import near_counts
from core.compare.facts import Facts
from core.compare.geography import relation

_PLACE = 0.6  # score of `relation` from which places meet
_WEEK = 7  # days; a wider interval is no day in common
VIOLENT_CAUSES = frozenset({"attack", "bomb", "shoot", "clash", "kill"})
_ONCE = frozenset({"territory", "seize", "ceasefire"})  # modes of acts that no place sees twice at once
_HARMED = frozenset({"kill", "hurt"})


def violent(fact: Facts) -> bool:
    """Whether an event is an act of violence: of that type, or a death whose sentence names a violent cause."""
    if fact.type[0] == "ASSAULT":
        return True
    harmed = bool(fact.senses & _HARMED) or any(c.claim.harm == "killed" for c in fact.claims)
    return fact.type[0] == "OTHER" and harmed and bool(fact.sentence_senses & VIOLENT_CAUSES - fact.senses)


def of_one_kind(a: Facts, b: Facts) -> bool:
    """Whether both are violent, or of one listed PLOVER type."""
    return (violent(a) and violent(b)) or a.type[0] == b.type[0] != "OTHER"


def figures_agree(a: Facts, b: Facts) -> bool:
    """Whether both count the same people nearly alike, or stand with the same number."""
    return near_counts(a.claims, b.claims) is True or bool(a.numbers & b.numbers)


def _same_days(a: Facts, b: Facts) -> bool:
    return all(
        f.interval.start and f.interval.end and (f.interval.end - f.interval.start).days <= _WEEK for f in (a, b)
    ) and a.interval.overlaps(b.interval)


def evidence(a: Facts, b: Facts) -> tuple[str, ...]:
    """What two events of one kind share of act, day, place, party, figures; nothing if of other kinds."""
    if not of_one_kind(a, b):
        return ()
    found = {
        "act": a.type == b.type and a.type[1] in _ONCE,
        "day": _same_days(a, b),
        "place": (relation(a.narrow, b.narrow)[0] or 0.0) >= _PLACE,
        "party": bool(a.parties & b.parties),
        "figures": figures_agree(a, b),
    }
    return tuple(name for name, holds in found.items() if holds)
